import { promptOf } from '../../flows/session.ts';
import { deskIn, type Lead, open, placeOf, type Talk } from '../conversation/conversation.ts';
import { advance } from '../conversation/step.ts';
import { wordsIn } from '../i18n.ts';
import type { Incoming, Row } from '../ports.ts';
import type { Input, Language } from '../types.ts';
import { choicesOf } from '../view/choices.ts';
import type { Duty, World } from './deps.ts';
import { idle, laneNames, type Notice } from './lanes.ts';
import { goOn } from './open-messages.ts';
import { keep, owePost, oweSettle, oweTicket } from './outbox.ts';
import { fromRow, isEmptied, isNewer, type Press, printable, type Saved, wasTaken, withDelivery } from './record.ts';
import { persist, write, yieldTo } from './record-store.ts';
import { freezeTalk, thawTalk } from './snapshot.ts';
import { alarmsOf } from './timers.ts';

/** The result of a turn: the record as it is kept now (undefined: there is none), and whether the Incoming changed it. */
export interface Turned {
  readonly saved: Saved | undefined;
  readonly taken: boolean;
}

const holdsAny = ({ lanes }: Saved, by: string): boolean => laneNames.some((name) => lanes[name].by === by);

/** Takes one Incoming: one load, unless the record is remembered, and one compare-and-set save; again where somebody was first. Rejects when the database does, and where the record is a newer version's. */
export async function turn(world: World, incoming: Incoming, duty: Duty): Promise<Turned> {
  const { conversation } = incoming;
  for (let tries = 1; ; tries += 1) {
    await world.recent.settled(conversation);
    const recalled = tries === 1 ? world.recent.get(conversation) : undefined;
    const row = recalled === undefined ? await persist(world, () => world.store.load(conversation)) : undefined;
    if (row !== undefined && isNewer(row)) throw new Error('The record is of a newer format');
    const stored = recalled ?? (row && fromRow(row));
    // The connection broke after the database had written it: the turn is over, and its lanes are held by its duty.
    if (stored !== undefined && holdsAny(stored, duty.by)) return { saved: stored, taken: true };
    const { change, end } = world.along.take(conversation);
    const before = stored && change(stored);
    let written: Saved | undefined;
    try {
      const after = before === undefined ? await first(world, row, incoming, duty) : takeNext(before, incoming, duty);
      // Only the stored record says what is left alone: the remembered one may be out of date.
      if (after === undefined && recalled === undefined) return { saved: before, taken: false };
      if (after === undefined) continue;
      if (await write(world, after)) {
        written = after;
        return { saved: after, taken: true };
      }
    } finally {
      end(written);
    }
    await yieldTo(world, tries);
  }
}

/** The first record of a conversation. Where there is one that cannot be read, it is set aside and the person begins anew, with an apology. */
async function first(world: World, row: Row | undefined, incoming: Incoming, duty: Duty): Promise<Saved | undefined> {
  // The desk answers a case that is there, or nobody.
  if (incoming.input.type === 'desk') return undefined;
  if (row === undefined) return incoming.opens ? takeFirst(incoming, undefined, [], duty) : undefined;
  if (!incoming.addressed && incoming.person !== row.person) return undefined;
  if (!isEmptied(row)) {
    world.tally.add('unreadable');
    const about = { conversation: row.conversation, delivery: printable(incoming.id) };
    world.log.error(about, 'record cannot be read; set aside');
    await world.store.setAside(row, duty.now);
  }
  return takeFirst({ ...incoming, person: row.person }, row, ['unreadable'], duty);
}

/** The first Incoming of a conversation, as a pure function; `over`: the stored record that it takes the place of. */
export function takeFirst(
  incoming: Incoming,
  over: Pick<Row, 'version' | 'born'> | undefined,
  notices: readonly Notice[],
  duty: Duty,
): Saved {
  const { conversation, person, address, id, language, input } = incoming;
  const talk = begin(language, input);
  const blank: Saved = {
    format: 1,
    conversation,
    person,
    version: over?.version ?? 0,
    born: over?.born ?? duty.now,
    address,
    talk: freezeTalk(talk),
    seen: withDelivery([], id, duty.now),
    last: null,
    live: [],
    lanes: { channel: idle, desk: idle },
    alarms: [],
    followed: [],
    tickets: [],
    quiet: false,
    dead: [],
  };
  return answer(blank, undefined, talk, id, notices, duty);
}

/** The next Incoming of a conversation, as a pure function. Undefined: it changes nothing. */
export function takeNext(before: Saved, incoming: Incoming, duty: Duty): Saved | undefined {
  const { id, address, person, addressed, input } = incoming;
  if (wasTaken(before.seen, id)) return undefined;
  const seen = withDelivery(before.seen, id, duty.now);
  if (input.type === 'desk') return passOn({ ...before, seen }, input, id, duty);
  if (!addressed && person !== before.person)
    return takenOver(before) ? { ...hush(before), version: before.version + 1, seen } : undefined;
  const press = pressIn(incoming, duty);
  if (press !== undefined && isTwin(before, press, duty)) return undefined;

  const talk = thawTalk(before.talk);
  const next = isBlank(input) ? { ...talk, lead: [{ say: 'welcome-back' } as const] } : advance(talk, input);
  const quiet = before.quiet && !isOver(talk) && !isOver(next);
  if (quiet && !addressed) return undefined;
  const chosen = answerTo(talk, input);
  const settled = chosen === undefined ? before : oweSettle(before, chosen, duty.now);
  const last = chosen === undefined ? before.last : (press ?? before.last);
  return answer({ ...settled, address, seen, last, quiet }, before.talk, next, id, [], duty);
}

/** The desk's answer goes to where the person is; a day later they are asked how it went. Undefined: it is the one that they look at already. */
function passOn(saved: Saved, input: Input, id: string, duty: Duty): Saved | undefined {
  const talk = thawTalk(saved.talk);
  const next = advance(talk, input);
  if (deskIn(talk) !== undefined && deskIn(talk) === deskIn(next)) return undefined;
  const followed = saved.followed.filter((subject) => subject !== 'escalated');
  return answer({ ...saved, followed }, saved.talk, next, id, [], duty);
}

/** The record with a conversation that went on, and all that is owed for it. */
function answer(
  saved: Saved,
  was: Saved['talk'] | undefined,
  talk: Talk,
  id: string,
  notices: readonly Notice[],
  duty: Duty,
): Saved {
  const now = goOn(saved, freezeTalk(talk));
  const ticketed = oweTicket(now, was, talk, duty);
  const told: readonly Notice[] = ticketed.tickets === now.tickets ? notices : [...notices, 'desk-told'];
  return keep({ ...owePost(ticketed, id, told, duty.now), alarms: alarmsOf(ticketed, duty.now, duty.terms) }, duty);
}

const isBlank = (input: Input): boolean => input.type === 'text' && input.text.trim() === '';

/** Returns true where the person says that it is solved: what staff took over ends with that, too. */
const isOver = ({ snapshot }: Talk): boolean => placeOf(snapshot) === 'closed.resolved';

/** Somebody else answers after the case was handed over: that is staff. */
const takenOver = ({ quiet, talk: { flow } }: Saved): boolean =>
  !quiet && flow.place.kind === 'closed' && flow.place.outcome === 'escalated';
const hush = (saved: Saved): Saved => ({
  ...saved,
  quiet: true,
  alarms: saved.alarms.filter(({ kind }) => kind !== 'follow-up'),
});

/** What is pressed; undefined: nothing. */
function pressIn({ input, on }: Incoming, { now }: Duty): Press | undefined {
  if (input.type === 'choice') return { to: input.to, choice: input.choice, on, at: now };
  return input.type === 'form' ? { to: input.to, choice: 'form', on, at: now } : undefined;
}

/** The second click of a double click: it was made before the answer to the first could be seen. What is pressed on another message is none. */
function isTwin({ last, lanes, talk }: Saved, { to, choice, on, at }: Press, { terms }: Duty): boolean {
  if (last === null || last.to !== to || last.choice !== choice) return false;
  const together = on !== null && last.on !== null;
  if (together && on !== last.on) return false;
  const unseen = lanes.channel.jobs.some(({ kind }) => kind === 'post');
  return unseen || (at - last.at < terms.twin && (together || placeOf(thawTalk(talk).snapshot) !== to));
}

/** What makes no sense as the first word of a conversation. */
const notFirst = ['rephrase', 'offer-human', 'welcome-back', 'not-a-choice'];
const fits = (lead: Lead): boolean => !('say' in lead && notFirst.includes(lead.say));

/** Opens a conversation by what the person did first: the greeting, and the answer to what was said already. */
export function begin(language: Language, input: Input): Talk {
  const opened = open(language);
  if (input.type === 'text' && input.text.trim() === '') return opened;
  const next = advance(opened, input);
  const lost = next.snapshot.context.misses > 0 && next.snapshot.context.candidates.length === 0;
  return {
    ...(lost ? { ...next, snapshot: opened.snapshot } : next),
    lead: [...opened.lead, ...next.lead.filter(fits)],
  };
}

/** What a channel may offer beside every view. */
const beside = ['cancel', 'japanese', 'english'] as const;

/** The label of what was chosen in the present view; undefined: nothing of it was chosen. */
export function answerTo({ snapshot, language }: Talk, input: Input): string | undefined {
  if ((input.type !== 'choice' && input.type !== 'form') || input.to !== placeOf(snapshot)) return undefined;
  if (input.type === 'choice') {
    const command = beside.find((id) => id === input.choice);
    if (command !== undefined) return wordsIn(language).text(`choices:${command}`);
    return choicesOf(snapshot, language).find(({ id }) => id === input.choice)?.label;
  }
  return promptOf(snapshot).kind === 'form' ? wordsIn(language).text('choices:submit') : undefined;
}
