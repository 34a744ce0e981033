import { describe, expect, test } from 'vitest';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { type Conversation, openConversation, placeOf } from '../../src/bot/conversation/conversation.ts';
import { advance } from '../../src/bot/conversation/step.ts';
import { show } from '../../src/bot/view/index.ts';
import { learn } from '../../src/flows/facts.ts';

const contacts = readContacts(exampleContacts);

const after = (...texts: readonly string[]): string =>
  placeOf(texts.reduce((talk, text) => advance(talk, { type: 'text', text }), openConversation('ja')).snapshot);
const list = ['会社のPCです', 'サーバーに到達できません'];

describe('a message that names a step of a list', () => {
  test.each([
    '手順3だけ教えて',
    '3番だけ',
    'ステップ3を見せて',
    '3番目の手順を教えて',
    'show me step 3',
    'just step 3',
  ])('the named step is shown: %s', (text) => {
    expect(after(...list)).toBe('list.O1');
    expect(after(...list, text)).toBe('step.O1.3');
    expect(after(...list, '1つずつ', text)).toBe('step.O1.3');
  });

  test.each(['1と2はやった、3ができない', '3番の「エディション」がない', '3がわかりません', '3番のボタンがない'])(
    'help with the named step is shown: %s',
    (text) => {
      expect(after(...list, text)).toBe('stuck.O1.3');
    },
  );

  test.each(['手順9だけ教えて', '手順を教えて'])(
    'the list stays if the step does not exist or has no number: %s',
    (text) => {
      expect(after(...list, text)).toBe('list.O1');
    },
  );
});

test('a step named as done beside one that cannot be done does not finish the list', () => {
  expect(after(...list, '1はやったけど2ができない')).toBe('stuck.O1.2');
  expect(after(...list, '全部やった')).not.toContain('stuck');
});

const heard = (...texts: readonly string[]): Conversation =>
  texts.reduce((talk, text) => advance(talk, { type: 'text', text }), openConversation('ja'));

test.each(['2番は飛ばしていいよね？', '手順2は必要ですか', '2番は飛ばします', 'can I skip step 2?'])(
  'a question about one step, or a wish to leave it out, is answered and loses nothing: %s',
  (text) => {
    const talk = heard(...list, text);
    expect(placeOf(talk.snapshot)).toBe('list.O1');
    expect(talk.lead).toContainEqual({ answer: 'skip-step' });
    expect(talk.snapshot.context.finished).toEqual([]);
  },
);

test('on a page of a list the same questions and reports lose nothing either', () => {
  expect(after(...list, '手順2を見せて', '2番は飛ばしていい？')).toBe('step.O1.2');
  expect(after(...list, '1つずつ', '2番まで終わりました')).toBe('step.O1.3');
});

test('a list is named as an earlier one right before its name only', () => {
  const left = heard(
    '自分のPCです。データはコピーしてあります。認証サーバーに到達できません',
    'やってみた',
    'まだ直らない',
  );
  for (const text of ['手順の名前をもう一度見せて', 'この手順をもう一度見せて。前に見落としました'])
    expect(JSON.stringify(advance(left, { type: 'text', text }).lead)).not.toContain('earlier');
});

test.each([
  ['2番まで終わりました', 'step.O1.3'],
  ['3番まで終わりました', 'question.place'],
])('after the step that was done comes the next one, and after the last what follows the list: %s', (text, place) => {
  expect(after(...list, text)).toBe(place);
});

describe('somebody who is not used to computers', () => {
  test('gets the first step where a list is shown, and hears that there is time', () => {
    const talk = heard(...list, 'パソコンが苦手なんです');
    expect(placeOf(talk.snapshot)).toBe('step.O1.1');
    expect(talk.lead).toContainEqual({ say: 'one-at-a-time' });
  });

  test('is offered one step at a time first, as is somebody who could not answer a question', () => {
    const first = (talk: Conversation) => show(talk, contacts).view.choices[0]?.id;
    expect(first(heard('パソコンが苦手なんです', ...list))).toBe('steps');
    expect(first(heard('わからない', 'わからない', 'わからない', 'わからない'))).toBe('steps');
    expect(first(heard(...list))).toBe('done');
  });

  test('stays whoever they said they are: who looks after the PCs of a firm, or helps somebody', () => {
    expect(learn({ reader: 'administrator' }, { reader: 'novice' })).toEqual({ reader: 'administrator' });
    expect(learn({ reader: 'novice' }, { reader: 'helper' })).toEqual({ reader: 'helper' });
  });
});

describe('steps that were left', () => {
  const left = ['自分のPCです。データはコピーしてあります。認証サーバーに到達できません', 'やってみた', 'まだ直らない'];

  test('are shown once more on request, and the conversation stays where it is', () => {
    const before = heard(...left);
    const talk = advance(before, { type: 'text', text: 'さっきの手順をもう一度見せて' });
    expect(placeOf(talk.snapshot)).toBe(placeOf(before.snapshot));
    expect(talk.lead).toContainEqual({ say: 'earlier', list: 'P1' });
    expect(show(talk, contacts).view.lead.join('\n')).toContain('1. Wi-Fi');
  });

  test('are not shown where they no longer fit what is known', () => {
    const talk = heard(
      ...list,
      '実は自分で買ったPCでした',
      'データはコピーしてあります',
      'さっきの手順をもう一度見せて',
    );
    expect(talk.lead).toContainEqual({ say: 'earlier-over' });
  });
});
