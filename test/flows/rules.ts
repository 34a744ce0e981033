import type { Event, Prompt, Say } from '../../src/flows/context.ts';
import { type Facts, type Slot, takesBackSubject } from '../../src/flows/facts.ts';
import { hintsOn } from '../../src/flows/hints.ts';
import { type Effect, has, type ListId } from '../../src/flows/lists.ts';
import { mayBeOrganization, rescueOf, showsOrganization } from '../../src/flows/route.ts';
import { type Edge, type Monitor, position } from './walk.ts';

/** What the person has seen so far, derived from what was shown and said alone. */
export interface Seen {
  /** Protection was lowered, and putting it back was not asked about yet. */
  readonly lowered: boolean;
  /** The list that saves data was shown. */
  readonly saving: boolean;
  /** The lists that the person has been through. */
  readonly through: readonly ListId[];
  /** What was seen of the case before, which may be gone on with. */
  readonly before?: Seen;
}

/** The list that a prompt is about. */
export const listOf = (prompt: Prompt): ListId | undefined =>
  prompt.kind === 'list' || prompt.kind === 'step' || prompt.kind === 'stuck' || prompt.kind === 'check'
    ? prompt.id
    : undefined;
const shows = (prompt: Prompt, effect: Effect) => {
  const id = listOf(prompt);
  return id !== undefined && has(id, effect);
};
const names = (prompt: Prompt, ...advice: readonly string[]) => prompt.kind === 'advice' && advice.includes(prompt.id);
const asksPutback = (prompt: Prompt) => prompt.kind === 'advice' && prompt.id === 'putback';
/** A failing drive comes first even then, but its view says in a remark that protection may still be off. */
const reminds = (prompt: Prompt, known: Facts) =>
  prompt.kind === 'advice' && hintsOn(prompt.id, known).includes('protection-off');
const ending = ['done', 'yes', 'no', 'not-solved', 'tried-all', 'skip', 'dont-know', 'next'];

export const watch: Monitor<Seen> = {
  // What the person has been through is what the machine finished, so it tells no more places apart.
  key: ({ lowered, saving, before }) => `${lowered}${saving}${before?.saving}`,
  first: { lowered: false, saving: false, through: [] },
  next: (seen, event, says, from, to) => {
    const restarted = says.some(
      (words: Say) => 'say' in words && (words.say === 'restarted' || words.say === 'new-case'),
    );
    if (event.type === 'last-case' && seen.before !== undefined) return seen.before;
    const given = listOf(from);
    const gone =
      given !== undefined &&
      listOf(to) !== given &&
      to.kind !== 'form' &&
      to.kind !== 'recipient' &&
      ending.includes(event.type);
    const through = restarted ? [] : seen.through;
    return {
      lowered: shows(to, 'lowers-protection') || (seen.lowered && !asksPutback(to)),
      saving: shows(to, 'protects-data') || (seen.saving && !restarted),
      ...(event.type === 'new-case' ? { before: seen } : seen.before !== undefined && { before: seen.before }),
      through: gone && !through.includes(given) ? [...through, given].sort() : through,
    };
  },
};

type Rule = (edge: Edge<Seen>) => boolean;
const failing = (edge: Edge<Seen>) => rescueOf(edge.to.snapshot.context.facts) !== undefined;
const facts = (edge: Edge<Seen>) => edge.to.snapshot.context.facts;

/** What must never happen, as plain statements; true: it happened. */
export const rules: Readonly<Record<string, Rule>> = {
  'no key is entered or bought on an organisation PC': (edge) =>
    (shows(edge.to.prompt, 'enters-key') || shows(edge.to.prompt, 'buys-key')) && mayBeOrganization(facts(edge)),
  'protection is never lowered on an organisation PC': (edge) =>
    shows(edge.to.prompt, 'lowers-protection') && mayBeOrganization(facts(edge)),
  'lowered protection is followed by the reminder': ({ from, to }) =>
    from.seen.lowered &&
    to.seen.lowered &&
    !shows(to.prompt, 'lowers-protection') &&
    !reminds(to.prompt, to.snapshot.context.facts),
  'no list that lowers protection or makes a call under a scam': (edge) =>
    (shows(edge.to.prompt, 'lowers-protection') || shows(edge.to.prompt, 'makes-call')) &&
    facts(edge).scam !== undefined,
  'no list that lowers protection with malware': (edge) =>
    shows(edge.to.prompt, 'lowers-protection') && facts(edge).malware !== undefined,
  'no list that joins the network of an organisation for a subscription': (edge) =>
    shows(edge.to.prompt, 'joins-network') &&
    facts(edge).origin === 'organization' &&
    (facts(edge).license === 'subscription' || facts(edge).errorCodes?.includes('0xD0000272') === true),
  'no list that writes to the desk where the reader is it, or there is none': (edge) =>
    shows(edge.to.prompt, 'writes-message') &&
    (facts(edge).reader === 'administrator' || facts(edge).reader === 'no-it'),
  'no list where it is about something else': (edge) =>
    facts(edge).subject !== undefined && listOf(edge.to.prompt) !== undefined,
  'no list but saving data and buying where no licence was ever bought': (edge) => {
    const { origin, license } = facts(edge);
    const id = listOf(edge.to.prompt);
    if (license !== 'none' || (origin !== 'personal' && origin !== 'used') || showsOrganization(facts(edge)))
      return false;
    return id !== undefined && !has(id, 'protects-data') && !has(id, 'buys-key');
  },
  'a scam or malware is named at once, malware after a scam, and only data in danger before them': ({
    from,
    to,
    event,
  }) => {
    const before = from.snapshot.context.facts;
    const { scam, malware } = to.snapshot.context.facts;
    // Whoever writes to a specialist about data in danger goes on with that.
    if (event.type !== 'tell' || to.prompt.kind === 'closed' || rescueOf(to.snapshot.context.facts) !== undefined)
      return false;
    if (scam !== before.scam) return !names(to.prompt, `scam-${scam}`);
    return malware !== before.malware && !names(to.prompt, `scam-${scam}`, `malware-${malware}`, `${malware}`);
  },
  'no list while data must be rescued first': (edge) => failing(edge) && listOf(edge.to.prompt) !== undefined,
  'data is saved before any reinstall': (edge) =>
    facts(edge).reinstall === 'wanted' &&
    !edge.to.seen.saving &&
    !failing(edge) &&
    (listOf(edge.to.prompt) !== undefined || edge.to.prompt.kind === 'question'),
  'no list is delivered twice': ({ from, to, event }) => {
    const id = listOf(to.prompt);
    const left =
      listOf(from.prompt) === id && (event.type === 'skip' || event.type === 'not-solved') && to.prompt.kind === 'list';
    return (
      id !== undefined && to.prompt.kind !== 'check' && (left || from.seen.through.includes(id)) && !restarts(event)
    );
  },
  'no answer is lost by a correction': ({ from, to, event }) =>
    event.type === 'tell' && loses(from.snapshot.context.facts, facts({ from, to, event, says: [] }), event.facts),
  'a digression returns to where it left': ({ from, to, event }) =>
    digressions.includes(event.type) &&
    (position(from.snapshot) !== position(to.snapshot) ||
      from.snapshot.context.facts !== to.snapshot.context.facts ||
      from.snapshot.context.step !== to.snapshot.context.step),
  'nothing of an old case is left in a new one': ({ to, event }) =>
    event.type === 'new-case' &&
    (to.snapshot.context.trail.length > 1 ||
      to.snapshot.context.finished.length > 0 ||
      Object.keys(to.snapshot.context.facts).some((slot) => slot !== 'origin')),
  'whoever goes on with the case before has all that it was': ({ from, to, event }) => {
    const { before } = from.snapshot.context;
    const { context } = to.snapshot;
    if (event.type !== 'last-case' || before === undefined || context === from.snapshot.context) return false;
    return (
      loses(before.facts, context.facts, {}) ||
      before.finished.some((item) => !context.finished.includes(item)) ||
      context.before !== undefined
    );
  },
  'readings that were offered are withdrawn by whatever else is said': ({ from, to, event }) =>
    from.snapshot.context.candidates.length > 0 &&
    to.snapshot.context.candidates.length > 0 &&
    event.type !== 'unclear',
};

const restarts = (event: Event) => event.type === 'restart' || event.type === 'new-case';
const digressions = ['ask', 'help', 'repeat', 'not-yet', 'thanks', 'got-it', 'greeting', 'bypass', 'unclear'];
/** An answer about where the PC comes from is superseded by a later word about its origin, nothing else is. */
const superseded = (slot: string, told: Facts) =>
  (slot === 'provenance' || slot === 'ownership') && told.origin !== undefined;

/** Copies that are missing bring back nothing that is gone, and what was paid or installed stays. */
const outranked = (before: Facts, slot: string, told: Facts) =>
  (slot === 'data' && before.data === 'lost' && told.data === 'risk') ||
  (slot === 'scam' && (before.scam === 'paid' || before.scam === 'installed') && told.scam !== 'paid');

// Protection is no answer alone: giving P2 lowers it, so it changes by itself.
function loses(before: Facts, after: Facts, told: Facts): boolean {
  const kept = (Object.keys(before) as (Slot | 'errorCodes')[]).filter(
    (slot) =>
      told[slot] === undefined && !superseded(slot, told) && !(slot === 'subject' && takesBackSubject(before, told)),
  );
  const news = (Object.keys(told) as (Slot | 'errorCodes')[]).filter((slot) => slot !== 'errorCodes');
  return (
    kept.some((slot) => String(before[slot]) !== String(after[slot]) && slot !== 'protection') ||
    news.some((slot) => told[slot] !== after[slot] && slot !== 'protection' && !outranked(before, slot, told))
  );
}

/** The first rule that a move breaks. */
export const broken = (edge: Edge<Seen>): string | undefined =>
  Object.entries(rules).find(([, happened]) => happened(edge))?.[0];
