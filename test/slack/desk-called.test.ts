import { afterEach, beforeEach, expect, test } from 'vitest';
import { desk, drawnOn, handedOver, person, staff, team, ticketIn } from './at-desk.ts';
import { nextTs } from './deliver.ts';
import { deskOn } from './desk-on.ts';
import { clickOf } from './interactions.ts';
import { type Rig, rig } from './rig.ts';
import { shownIn } from './screen.ts';
import { channels } from './workspace.ts';

let bot: Rig;
let asked: Awaited<ReturnType<typeof handedOver>>;
beforeEach(async () => {
  bot = await rig({ desks: [deskOn(desk)] });
  asked = await handedOver(bot);
});
afterEach(() => bot.stop());

async function press(label: string): Promise<void> {
  const ticket = await ticketIn(bot.slack);
  const on = { team, user: staff, channel: desk, thread: ticket?.ts ?? '', on: ticket?.ts };
  await bot.interact(clickOf(on, drawnOn(ticket, label)));
  await bot.idle(asked.conversation);
}
/** Writes as the person, and returns what the note in the thread of the ticket says of it. */
async function write(text: string): Promise<string> {
  const thread_ts = asked.conversation.split(':').at(-1);
  const own = { type: 'message', channel: channels.support, channel_type: 'channel', user: person };
  await bot.event(team, { ...own, text, ts: nextTs(), thread_ts });
  await bot.idle(asked.conversation);
  const notes = await bot.slack.held(team, desk, (await ticketIn(bot.slack))?.ts);
  const note = notes.map(({ blocks }) => shownIn(blocks).lines.join('\n')).find((lines) => lines.includes(text));
  return note ?? '';
}

test('who took a case by its button is mentioned when the person writes, and nobody is before or after that', async () => {
  expect(await write('画面が青いままです')).toContain('画面が青いままです');
  expect(await write('画面がまだ青いです')).not.toContain(staff);
  await press('担当する');
  expect(await write('再起動しても同じです')).toMatch(new RegExp(`^<@${staff}> `));
  await press('手を離す');
  expect(await write('電源も入れ直しました')).not.toContain(staff);
});
