import { expect, test } from 'vitest';
import { understand } from '../../src/bot/understanding/index.ts';

const heard = (text: string) => understand(text, { question: 'origin', at: 'question', choices: [] });

test.each([
  '兄は会社のPCで同じことになったらしい',
  '友達の会社のPCでも同じ',
  'my brother had this on his work laptop',
  '弟のやつは会社のだから情シスが直したって。うちのはどうしたらええん',
  '友達も同じエラーが出たことがあって、その子は会社に直してもらったらしいんですけど、私はどうすればいいですか',
  '父は会社のパソコンでVPNにつないだら直ったそうです',
  '同僚は中古で買って同じ目にあった',
  '知り合いが職場のPCで0xC004F074が出たと言ってた',
  '隣の席の人は会社のPCでVPN切れてたらしい',
  '娘が学校のタブレットで同じになったって',
  '友人いわく会社のPCだとよくあるらしい',
  '先輩は職場のPCで出たことあるって',
  '妻の会社のPCでは出ないのに',
  '他の社員のPCは会社のWi-Fiで直った',
  'ネットで会社のPCの人が直してた',
  'my friend had it on his company computer',
  "my wife's work laptop shows the same",
  'a colleague of mine has the same on his company pc',
  'someone on reddit had it on a school laptop',
  'my sister said her school laptop did that too',
  'her work pc did the same last year',
  'his company computer had the same error',
  'a guy at work had this with a used laptop from ebay',
  'my cousin bought a used one and had the same',
  '義兄も勤め先のノートで同じエラーだったみたい',
  'うちの子の学校のタブレットでも同じ表示が出たことがあります',
  "coworker's laptop from the company showed that as well",
  "my roommate's school pc did exactly the same",
])("somebody else's PC tells nothing of this one: %s", (text) => {
  const { facts, candidates } = heard(text);
  expect({ facts, asked: candidates.filter((one) => 'facts' in one) }).toEqual({ facts: {}, asked: [] });
});

test.each([
  '母のPCが会社のPCで、0xC004F074が出ます',
  '父の会社のPCが認証できないので代わりに聞いています',
  "my mom's laptop is a work laptop and won't activate",
  "I'm helping my brother with his work laptop",
  '友達のPCを見てあげてます。会社のPCです',
  '妻の会社のPCを直したい',
  '息子が学校のPCで困っています',
  "my husband's company laptop can't activate, what should we do",
  '友達の会社のPCを頼まれて直してます',
  '上司が会社のPCを渡してくれた',
])('a message on behalf of somebody else is read as being about that person’s PC: %s', (text) => {
  expect(heard(text).facts.origin).toBe('organization');
});

test.each(['兄が会社のPCをくれた', '弟から会社のPCを譲ってもらった'])(
  'a PC handed on by somebody is the PC of the conversation: %s',
  (text) => {
    expect(heard(text).facts.origin).toBe('used');
  },
);

test('a code of another person’s PC counts only if this PC shows it too', () => {
  expect(heard('兄は会社のPCで0xC004F074が出たらしい。私のは0xC004F213です').facts).toEqual({
    errorCodes: ['0xC004F213'],
  });
  expect(heard('同僚のPCと同じで私のも0xC004F074です').facts).toEqual({ errorCodes: ['0xC004F074'] });
  expect(heard("my brother's laptop is fine and mine shows 0xC004F074").facts).toEqual({ errorCodes: ['0xC004F074'] });
  expect(heard('0xC004F074が出ます。友達の会社のPCでも同じ0xC004F074です').facts).toEqual({
    errorCodes: ['0xC004F074'],
  });
});
