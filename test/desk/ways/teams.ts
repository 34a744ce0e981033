import { channel, offeredIn, threadsAt } from '../../teams/at-desk.ts';
import { activity, mentioning, type Place, pathOf, press, written } from '../../teams/people.ts';
import { shownIn } from '../../teams/screen.ts';
import type { Held, Service } from '../../teams/service.ts';
import type { Asker, Seen, Staff } from './way.ts';

const names: Readonly<Record<string, string>> = { user: '田中 花子', other: '山田 次郎', staff: '鈴木 一郎' };

/** Where a fake Teams delivers to. */
interface Line {
  readonly teams: Service;
  /** The address of the program. */
  url(): string;
}

/** Delivers an activity of somebody; resolves to the words that a press is answered with, empty if there are none. */
async function deliver({ url }: Line, place: Place, by: string, more: object): Promise<string> {
  const sent = activity(place, by, more);
  const response = await fetch(`${url()}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...sent, from: { ...sent.from, name: names[by] } }),
  });
  if (response.status !== 200) throw new Error(`Teams was answered ${response.status}`);
  const { value } = (await response.json()) as { readonly value?: unknown };
  return typeof value === 'string' ? value : '';
}

const newest = ({ versions }: Held): object => versions.at(-1) ?? {};
const seenOf = (message: Held): Seen => {
  const { lines, fields, answers } = shownIn(newest(message));
  const buttons = answers.map(({ title }) => `[${title}]`).join(' ');
  return { id: message.id, lines: [...lines, ...fields.map(({ label }) => `${label}: ____`), buttons] };
};

/** Returns the press of the button with a label on the newest of these messages that has it. */
function pressOn(held: readonly Held[], label: string): object {
  const found = held
    .flatMap((message) => shownIn(newest(message)).buttons.map(({ title, data }) => ({ id: message.id, title, data })))
    .findLast(({ title }) => title === label);
  if (found === undefined) throw new Error(`No button ${label}`);
  return press(found.id, found.data);
}

/** Creates somebody who asks in a group chat, in which a colleague reads along. */
export function teamsAsker(line: Line): Asker {
  const { url: service } = line.teams;
  const place: Place = { service, tenant: 'one', conversation: '19:colleagues@thread.v2', kind: 'groupChat' };
  const alone: string[] = [];
  const held = () => line.teams.held(pathOf(place));
  return {
    // A colleague speaks to the others; the bot is not mentioned.
    write: async (by, text) => {
      await deliver(line, place, by, by === 'user' ? mentioning(text) : written(text));
    },
    press: async (by, label) => {
      const said = await deliver(line, place, by, pressOn(held(), label));
      if (said !== '') alone.push(said);
    },
    conversation: async () => held().map(seenOf),
    alone: () => alone.map((said, n) => ({ id: String(n), lines: [said] })),
  };
}

/** Returns how the desk is reached, in the desks file. */
export const teamsVia = ({ url }: Service) => ({ kind: 'teams', conversation: channel, serviceUrl: `${url}/one/` });

/** Creates the people of a desk in a channel, in which each ticket is a thread. */
export function teamsStaff(line: Line): Staff {
  const { teams } = line;
  const thread = () => {
    const found = threadsAt(teams).at(-1);
    if (found === undefined) throw new Error('No ticket');
    return found;
  };
  return {
    act: async (label) => {
      const { place } = thread();
      await deliver(line, place, 'staff', pressOn(teams.held(pathOf(place)), label));
    },
    answer: async (text) => {
      const { place, id, ticket } = thread();
      const { data } = offeredIn(ticket)?.button ?? {};
      await deliver(line, place, 'staff', press(id, data as object, { answer: text }));
    },
    tickets: async () => threadsAt(teams).flatMap(({ place }) => teams.held(pathOf(place)).map(seenOf)),
  };
}
