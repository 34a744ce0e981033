import { advance } from '../advance.ts';
import type { Incoming, Row } from '../ports.ts';
import { deskIn, placeOf, type Talk } from '../talk.ts';
import type { Input } from '../types.ts';
import { alarmsOf } from './alarms.ts';
import { answerTo } from './answer.ts';
import { begin } from './begin.ts';
import { wasTaken, withDelivery } from './deliveries.ts';
import type { Duty } from './duty.ts';
import { freezeTalk, thawTalk } from './freeze.ts';
import type { Notice } from './job.ts';
import { idle } from './lane.ts';
import { goOn } from './live.ts';
import { keep, owePost, oweSettle, oweTicket } from './owe.ts';
import type { Press, Saved } from './saved.ts';

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
