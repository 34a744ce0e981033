import { expect, test } from 'vitest';
import { type Conversation, placeOf } from '../../src/bot/conversation/conversation.ts';
import { advance } from '../../src/bot/conversation/step.ts';
import { urgencyOf, withUrgency } from '../../src/bot/conversation/urgency.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import { choicesOf } from '../../src/bot/view/choices.ts';
import { transcripts, turnsOf } from '../conversations/transcript.ts';

const stands = ({ snapshot, lead }: Conversation) => ({
  place: placeOf(snapshot),
  memory: { ...snapshot.context, details: {} },
  lead,
});

test('how urgent a case is leads nowhere: wherever transcripts come to, each button leads to the same as without it', () => {
  const talks = transcripts.flatMap((one) => turnsOf(one).map(({ talk }) => talk));
  const urgent = talks.map((talk) => ({ talk, hurried: withUrgency(talk, '至急です。15時までにお願いします') }));
  const open = urgent.filter(({ talk, hurried }) => hurried !== talk);
  expect(open.length).toBeGreaterThan(200);
  for (const { talk, hurried } of open) {
    expect(urgencyOf(hurried)).toBe('至急、15時まで');
    for (const { id } of choicesOf(talk.snapshot, wordsIn(talk.language))) {
      const press = { type: 'choice', to: placeOf(talk.snapshot), choice: id } as const;
      expect(stands(advance(hurried, press)), id).toEqual(stands(advance(talk, press)));
    }
  }
});
