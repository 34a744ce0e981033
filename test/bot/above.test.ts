import { expect, test } from 'vitest';
import { exampleContacts, readContacts } from '../../src/adapters/contacts.ts';
import { type Conversation, openConversation } from '../../src/bot/conversation/conversation.ts';
import { advance } from '../../src/bot/conversation/step.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import { condensed } from '../../src/bot/view/condensed.ts';
import { show } from '../../src/bot/view/index.ts';

const contacts = readContacts(exampleContacts);
const said = (...texts: readonly string[]): Conversation =>
  texts.reduce((talk, text) => advance(talk, { type: 'text', text }), openConversation('ja'));
const whole = (...texts: readonly string[]) => show(said('会社のPCで0xC004F074が出ます', ...texts), contacts);
const after = (...texts: readonly string[]) => condensed(whole(...texts));
const handed = (...texts: readonly string[]) =>
  condensed(
    show(
      texts.reduce(
        (talk, text) => advance(talk, { type: 'text', text }),
        advance(said('会社のPCで0xC004F074が出ます', '担当者に相談'), {
          type: 'form',
          to: 'form',
          values: {},
          files: [],
        }),
      ),
      contacts,
    ),
  );

test.each(['KMSってなに', 'ありがとう', 'ちょっと待って', 'ふがふが'])(
  'a list is not repeated in full below the answer to a remark or question: %s',
  (text) => {
    const [before, now] = [after().view, after(text).view];
    expect(before.steps).not.toEqual([]);
    expect(now).toMatchObject({ id: before.id, title: before.title, steps: [], notes: [], choices: before.choices });
    expect(now.lead.at(-1)).toContain('もう一度');
  },
);

test('what stands above is referred to once in a row: after a second remark there is the answer, the heading and the buttons', () => {
  const [once, twice] = [after('ありがとう').view, after('ありがとう', 'KMSってなに').view];
  expect(twice).toMatchObject({ id: once.id, title: once.title, steps: [], choices: once.choices });
  expect(twice.lead.join()).not.toContain('もう一度');
  expect(handed('ありがとう', 'わかりました').view.lead.join()).not.toContain('もう一度');
  expect(after('ありがとう', 'もう一度', 'ありがとう').view.lead.at(-1)).toContain('もう一度');
});

test('a list is repeated in full when the person asks for it', () => {
  expect(after('ありがとう', 'もう一度').view.steps).toEqual(after().view.steps);
});

test('a new list is shown in full even if the message also asked a question', () => {
  const { view } = after('カチカチ異音がします。KMSってなに');
  expect(view.steps).not.toEqual([]);
});

test('a message to copy is not repeated after thanks, only on request', () => {
  const [made, thanked] = [handed(), handed('ありがとう')];
  expect(made.handover).not.toBeNull();
  expect(thanked).toMatchObject({ outcome: 'escalated', handover: null });
  expect(handed('ありがとう', 'もう一度').handover).toEqual(made.handover);
});

test('a channel that shows one view at a time gets the list in full after a remark', () => {
  const { view, above } = whole('ありがとう');
  expect(view).toMatchObject({ lead: [wordsIn('ja').text('says:thanks')], steps: whole().view.steps });
  expect(above).toContain('もう一度');
});
