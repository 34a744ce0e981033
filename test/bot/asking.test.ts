import { describe, expect, test } from 'vitest';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { type Conversation, openConversation, placeOf, sendEvent } from '../../src/bot/conversation/conversation.ts';
import { press } from '../../src/bot/conversation/on-choice.ts';
import { advance } from '../../src/bot/conversation/step.ts';
import type { Asked } from '../../src/bot/understanding/asked.ts';
import { quoteOf } from '../../src/bot/understanding/quote.ts';
import { show } from '../../src/bot/view/index.ts';
import type { Reading } from '../../src/flows/events.ts';

const contacts = readContacts(exampleContacts);
const say = (talk: Conversation, ...lines: readonly string[]): Conversation =>
  lines.reduce((before, text) => advance(before, { type: 'text', text }), talk);
const begin = () => openConversation('ja');
const asking = (talk: Conversation, candidates: readonly Reading[]) => sendEvent(talk, { type: 'unclear', candidates });
const textOf = (talk: Conversation) => show(talk, contacts).view.text;
const saidIn = ({ lead }: Conversation) => lead.flatMap((one) => ('say' in one ? one.say : []));

describe('what is likely and not sure', () => {
  test('is asked about in the person’s own words', () => {
    const asked = say(begin(), '会社のではありません');
    expect(placeOf(asked.snapshot)).toBe('clarify');
    expect(textOf(asked)).toBe('「会社のではありません」は、次のどれに近いですか？');
  });

  test('is quoted by the clause that it rests on where the message is long', () => {
    const long = 'こんにちは、昨日の夜から困っていて色々調べたのですが、会社のではありません、よろしくお願いいたします';
    const asked: Asked = { question: 'origin', at: 'question', choices: [] };
    expect(quoteOf(long, 'not=organization', asked)).toBe('会社のではありません');
  });

  test('is quoted without the signs that a channel takes for formatting or a link', () => {
    const text = textOf(say(begin(), '会社の*ではありません* <!channel> [x](https://example.com)'));
    expect(text).not.toMatch(/[*<>[\]()]/);
  });

  test('is not taken where it is denied with its own name', () => {
    const reading: Reading = { facts: { license: 'old-key' } };
    const named = 'Windows 7のシールのキーを入れました';
    expect(say(begin(), named).snapshot.context.facts.license).toBe('old-key');
    const denied = say(asking(begin(), [reading]), `いいえ、${named}`);
    expect(denied.snapshot.context.facts.license).toBeUndefined();
  });

  test('is not asked about twice in a row', () => {
    const once = say(begin(), '会社のではありません');
    const declined = press(once, 'none-of-these');
    const again = say(declined, '会社のではありません');
    expect(placeOf(again.snapshot)).not.toBe('clarify');
    expect(saidIn(again)).not.toEqual([]);
  });
});

/** Returns what is said to each of some messages in a row, by the names of the sentences. */
const saidTo = (talk: Conversation, ...lines: readonly string[]) =>
  lines.map((_, n) => saidIn(say(talk, ...lines.slice(0, n + 1))).join());
const nonsense = ['ほげほげ', 'ふがふが', 'ぴよぴよ', 'もげもげ', 'ほよほよ', 'ふにふに'];

describe('a message that is not understood', () => {
  test('gets an example first, then other words, then a person, and never the same sentence twice in a row', () => {
    const said = saidTo(begin(), ...nonsense);
    expect(said.slice(0, 3)).toEqual(['rephrase', 'press-only', 'offer-human']);
    expect(said.filter((one, n) => one === said[n + 1])).toEqual([]);
  });

  test('is counted on from one question to the next', () => {
    const at = sendEvent(begin(), { type: 'tell', facts: { origin: 'personal' } });
    const said = saidTo(at, ...nonsense);
    expect(said.slice(0, 4)).toEqual(['rephrase', 'going-on', 'offer-human', 'going-on']);
    expect(said.slice(4)).toEqual(['offer-human,steps-above', 'press-only,steps-above']);
  });

  test('is no longer counted after one that is', () => {
    const at = sendEvent(begin(), { type: 'tell', facts: { origin: 'personal' } });
    const told = say(at, ...nonsense.slice(0, 2), 'バックアップはある');
    expect(saidIn(say(told, 'ほげほげ'))).toContain('rephrase');
  });

  test('gets an example after the end of a case too, then other words, then a person', () => {
    const ended = sendEvent(begin(), { type: 'cancel' });
    expect(saidTo(ended, ...nonsense.slice(0, 4))).toEqual(['rephrase', 'press-only', 'offer-human', 'press-only']);
  });

  test('is counted together with 「そうじゃない」 where there was nothing to take back', () => {
    const no = 'そうじゃないです、勘違いしてますよ';
    expect(saidTo(begin(), no, 'ほげほげ')).toEqual(['rephrase', 'press-only']);
    expect(saidTo(begin(), 'ほげほげ', no)).toEqual(['rephrase', 'press-only']);
  });

  test('gets an example where the message before was asked about', () => {
    const declined = press(say(begin(), '会社のではありません'), 'none-of-these');
    expect(saidIn(say(declined, 'ほげほげ'))).toEqual(['rephrase']);
  });
});

test('a question that was not understood twice is left, and whose the PC is is asked on', () => {
  const at = sendEvent(begin(), { type: 'tell', facts: { origin: 'personal', message: 'watermark' } });
  expect(placeOf(at.snapshot)).toBe('question.data');
  const left = say(at, 'ほげほげ', 'ふがふが');
  expect(saidIn(left)).toEqual(['going-on']);
  expect(left.snapshot.context.facts.data).toBe('unknown');
  expect(placeOf(say(begin(), 'ほげほげ', 'ふがふが').snapshot)).toBe('question.origin');
});

describe('「そうじゃない」', () => {
  test('takes back what was understood last, and asks for it again', () => {
    const told = say(begin(), '会社のPCです');
    expect(told.snapshot.context.facts.origin).toBe('organization');
    const back = say(told, 'そうじゃないです、勘違いしてますよ');
    expect(saidIn(back)).toContain('taken-back');
    expect(back.snapshot.context.facts.origin).toBeUndefined();
    expect(placeOf(back.snapshot)).toBe('question.origin');
  });

  test('takes nothing back where nothing was told', () => {
    const back = say(begin(), 'そうじゃないです、勘違いしてますよ');
    expect(saidIn(back)).not.toContain('taken-back');
  });
});

test('what would do harm if it were missed is asked about beside what is sure', () => {
  const talk = say(begin(), '会社のPCです', 'まだ直りません。それと変な業者に電話でカード番号を聞かれて不安です');
  const { facts, candidates } = talk.snapshot.context;
  const asked = candidates.some((one) => 'facts' in one && one.facts.scam !== undefined);
  expect(facts.scam !== undefined || asked).toBe(true);
});

describe('an answer in words to which reading was meant', () => {
  const doubtful = '会社のではありません';

  test.each([
    ['最初のやつです', 'personal'],
    ['2番目', 'used'],
  ])('picks one of several: %s', (text, origin) => {
    expect(say(begin(), doubtful, text).snapshot.context.facts.origin).toBe(origin);
  });

  test('is followed by what else the message says', () => {
    const talk = say(begin(), doubtful, '最初のやつです。サーバーに到達できませんと出ます');
    expect(talk.snapshot.context.facts).toMatchObject({ origin: 'personal', message: 'cannot-reach' });
  });

  test.each(['はい', 'そうです', 'うん、そう'])('takes a single reading: %s', (text) => {
    const single = asking(begin(), [{ facts: { origin: 'used' } }]);
    expect(say(single, text).snapshot.context.facts.origin).toBe('used');
  });

  test.each(['いいえ', '違います'])('declines it: %s', (text) => {
    const declined = say(asking(begin(), [{ facts: { origin: 'used' } }]), text);
    expect(declined.snapshot.context.facts.origin).toBeUndefined();
    expect(placeOf(declined.snapshot)).toBe('question.origin');
  });
});

test('a prompt that came up behind a question of what was meant is shown once that is settled', () => {
  const talk = say(begin(), '会社のPCで0xC004F074が出ます');
  const doubts: readonly Reading[] = [{ facts: { malware: 'found' } }];
  const settle = (asked: Conversation) => advance(asked, { type: 'choice', to: 'clarify', choice: 'none-of-these' });
  expect(saidIn(settle(asking(talk, doubts)))).not.toContain('steps-above');
  expect(saidIn(settle(asking({ ...talk, lead: [] }, doubts)))).toContain('steps-above');
});

test('a question behind a polite word is not passed over, and thanks alone are only answered', () => {
  const { misses, candidates } = say(begin(), '会社のPCです', 'ありがとうございます。ふがふがですか？').snapshot
    .context;
  expect(misses + candidates.length).toBeGreaterThan(0);
  expect(saidIn(say(begin(), '会社のPCです', '教えてくれてありがとう'))).toEqual(['thanks']);
});

test.each([
  ['バックアップがある。このまま進めていいですか？', 'backed-up'],
  ['I have a backup. May I go on now?', 'backed-up'],
])('the label of a button at the beginning of a message counts, and the rest is heard: %s', (text, data) => {
  const language = /[a-z]/.test(text) ? 'en' : 'ja';
  const opened =
    language === 'en'
      ? ['my own PC, bought new', "it can't reach the server"]
      : ['自分で買った新品です', 'サーバーに到達できません'];
  const asked = say(openConversation(language), ...opened);
  expect(placeOf(asked.snapshot)).toBe('question.data');
  expect(say(asked, text).snapshot.context.facts.data).toBe(data);
});

test('the noise of a false warning is not asked about as one of the drive', () => {
  const { candidates, facts } = say(begin(), '画面に大きな警告が出て音が鳴り、そこの番号に電話しました').snapshot
    .context;
  expect(facts.scam).toBeDefined();
  expect(JSON.stringify(candidates)).not.toContain('drive');
});
