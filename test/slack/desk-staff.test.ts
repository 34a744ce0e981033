import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { desk, drawnOn, handedOver, openAnswer, pressAnswer, sendTicked, staff, team, ticketIn } from './at-desk.ts';
import { deskOn } from './desk-on.ts';
import { clickOf } from './interactions.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';

const group = 'S0GROUP001';
const stranger = 'U0OTHER001';
let bot: Rig;
let asked: Awaited<ReturnType<typeof handedOver>>;
const start = async (...who: readonly string[]) => {
  bot = await rig({ desks: [deskOn(desk, { staff: who })] });
  bot.slack.says('usergroups.users.list', { ok: true, users: [staff] });
  asked = await handedOver(bot);
};
beforeEach(() => start('U0LEAD0001', group));
afterEach(() => bot.stop());

const press = async (user: string, label = '担当する') => {
  const ticket = await ticketIn(bot.slack);
  const on = { team, user, channel: desk, thread: ticket?.ts ?? '', on: ticket?.ts };
  const answer = await bot.interact(clickOf(on, drawnOn(ticket, label)));
  await bot.idle(asked.conversation);
  return answer.status;
};
const stands = async () => shownIn((await ticketIn(bot.slack))?.blocks ?? []).lines.join('\n');
const told = () => bot.slack.calls.filter(({ method }) => method === 'chat.postEphemeral').map(({ body }) => body);

describe('at a desk that names its staff', () => {
  test.each([
    ['a person', 'U0LEAD0001'],
    ['a member of a user group', staff],
  ])('%s may press the buttons of a ticket', async (_who, user) => {
    await press(user);
    expect(await stands()).toContain('担当しています');
    expect(told()).toEqual([]);
  });

  test.each(['担当する', '解決した', '本人に返事する'])(
    'anybody else who presses 「%s」 is told so alone, and nothing happens',
    async (label) => {
      expect(await press(stranger, label)).toBe(200);
      await expect.poll(told).toMatchObject([{ channel: desk, user: stranger }]);
      expect(told()[0]?.['text']).toContain('担当者だけが使えます');
      expect(await stands()).toContain('まだ担当がいません');
      expect(bot.slack.calls.map(({ method }) => method)).not.toContain('views.open');
    },
  );

  test('an answer of somebody who is no staff is refused beside its field', async () => {
    const form = await openAnswer(bot.slack, bot.interact);
    const kept = await sendTicked(bot.interact, form, '直しました', [], stranger);
    expect(kept).toMatchObject({
      response_action: 'errors',
      errors: { answer: expect.stringContaining('担当者ではない') },
    });
  });

  test('the members of a user group are asked for once in a while, not for each press', async () => {
    await press(staff);
    await press(stranger, '解決した');
    expect(bot.slack.calls.filter(({ method }) => method === 'usergroups.users.list')).toHaveLength(1);
  });

  test('nobody counts as a member of a user group that Slack does not tell, and the log says what to do', async () => {
    bot.slack.says('usergroups.users.list', { ok: false, error: 'missing_scope', needed: 'usergroups:read' });
    await press(staff);
    expect(await stands()).toContain('まだ担当がいません');
    expect(bot.logged.join('\n')).toContain('usergroups:read');
  });
});

test('at a desk that names no staff anybody in its channel may answer', async () => {
  await bot.stop();
  await start();
  await pressAnswer(bot.slack, bot.interact);
  expect(bot.slack.calls.map(({ method }) => method)).toContain('views.open');
  expect(bot.slack.calls.map(({ method }) => method)).not.toContain('usergroups.users.list');
});
