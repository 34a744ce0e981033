import { expect, test } from 'vitest';
import { type Conversation, openConversation, placeOf } from '../../src/bot/conversation/conversation.ts';
import { advance } from '../../src/bot/conversation/step.ts';

const say = (talk: Conversation, ...texts: readonly string[]) =>
  texts.reduce((before, text) => advance(before, { type: 'text', text }), talk);
const place = (...texts: readonly string[]) => placeOf(say(openConversation('ja'), ...texts).snapshot);

test.each([
  ['遠隔で何か入れられました', 'advice.scam-installed'],
  ['pop up says call this number', 'advice.scam-told'],
  ['トロイの木馬が見つかりました', 'advice.malware-found'],
  ['アクティベーターを使いました', 'advice.activator'],
  ['BitLockerの回復キーを求められます', 'advice.bitlocker'],
  ['Officeが「ライセンスのない製品」と出ます', 'advice.office'],
  ['Windows 10です', 'advice.windows-10'],
  ['ESUが登録できない', 'advice.esu'],
  ['プリンターが動かない', 'advice.printer'],
  ['私は社内のPCの管理者です', 'advice.administrator'],
  ['うちの会社には情シスがいません', 'advice.no-it'],
  ['自作PCで、ライセンスは買っていません', 'advice.no-license'],
  ['自分のPCに会社のアカウントが残ってます', 'advice.work-account'],
])('a situation is named at once: %s', (text, named) => {
  expect(place(text)).toBe(named);
});

test('a question about a scam is answered where it is asked, and told once only beside the advice', () => {
  const asked = say(openConversation('en'), 'is microsoft calling people about expired licenses?');
  expect(asked.lead).toContainEqual({ answer: 'scam' });
  expect(placeOf(asked.snapshot)).toBe('question.origin');
  const told = say(openConversation('ja'), '遠隔で何か入れられました。これは詐欺ですか');
  expect(placeOf(told.snapshot)).toBe('advice.scam-installed');
  expect(told.lead).not.toContainEqual({ answer: 'scam' });
});

test('"understood" in one’s own words goes on, and a complaint of Windows takes back that it is about something else', () => {
  expect(place('Windows 10です', 'わかりました')).toBe('closed.cancelled');
  expect(place('うちの会社には情シスがいません', 'わかりました')).toBe('question.origin');
  expect(place('Officeが「ライセンスのない製品」と出ます', 'Windowsが認証できません')).toBe('question.origin');
  expect(place('Officeが「ライセンスのない製品」と出ます', '違います')).toBe('question.origin');
});

test('a complaint of Windows after a case about something else begins one of activation', () => {
  const talk = say(
    openConversation('ja'),
    'BitLockerの回復キーを求められます',
    'わかりました',
    'Windowsが認証されていません',
  );
  expect(placeOf(talk.snapshot)).toBe('question.origin');
  expect(talk.lead).toContainEqual({ say: 'new-case' });
  expect(talk.snapshot.context.facts).toEqual({});
});

test('what is known already is not asked about', () => {
  const talk = say(
    openConversation('ja'),
    'Officeが「ライセンスのない製品」と出ます',
    'Officeじゃなくて Windows でした',
  );
  expect(talk.snapshot.context.candidates).not.toContainEqual({ facts: { subject: 'office' } });
});
