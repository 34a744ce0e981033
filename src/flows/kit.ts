import { assign, raise, setup } from 'xstate';
import { agenda, type Finished, type Item, isSeen } from './agenda.ts';
import { answerTo } from './answer.ts';
import type { Context, Event, Keep, Prompt, Say, Shelved } from './context.ts';
import type { Reading, Recipient } from './events.ts';
import { type Facts, forget, learn, slotNames } from './facts.ts';
import { firstStepOf } from './hints.ts';
import { has, type ListId, list } from './lists.ts';
import { known, type QuestionId, question, questionIds } from './questions.ts';
import { addresseeOf, meantBy, recipientOf } from './recipient.ts';
import { mayBeOrganization, rescueOf } from './route.ts';
import { type SituationId, situation, situationsIn, takenBack } from './situations.ts';

/** The readings offered to a person who writes after the end. */
export const readingsAfterEnd: readonly Reading[] = [
  { intent: 'not-solved' },
  { intent: 'restart' },
  { intent: 'solved' },
];

/** The context of a new conversation. */
const blank: Context = {
  facts: {},
  finished: [],
  skipped: [],
  shown: [],
  trail: [],
  item: undefined,
  step: 0,
  retries: 0,
  leaving: undefined,
  recipient: undefined,
  details: {},
  candidates: [],
  asked: [],
  told: [],
  misses: 0,
  atDesk: false,
  sentTo: undefined,
  rated: false,
  before: undefined,
};
/** Returns the context at the beginning. `input` is undefined inside transition(), which runs this factory again. */
export const begin = ({ input }: { input: Partial<Keep> | undefined }): Context => ({ ...blank, ...input });

const told = (event: Event): Facts => (event.type === 'tell' || event.type === 'new-case' ? event.facts : {});
const withFacts = ({ facts, trail }: Context, news: Facts) => {
  const next = learn(facts, news);
  const answered = questionIds.filter((id) => known(next, id) && !known(facts, id));
  const standing = trail.filter((id) => known(next, id));
  return { facts: next, trail: [...standing, ...answered] };
};
/** Returns the count of messages that are not understood, on the way to another prompt: such a message may itself lead there. */
const counted = ({ misses }: Context, { type }: Event): number => (type === 'unclear' ? misses : 0);
/** The cache of first items: every item that may follow is tried against the same context. */
const heads = new WeakMap<Context, { readonly item: Item | undefined }>();
function head(context: Context): Item | undefined {
  const known = heads.get(context) ?? { item: agenda(context)[0] };
  heads.set(context, known);
  return known.item;
}

const shelved = (context: Context, escalated: boolean): Shelved => {
  const { facts, finished, skipped, shown, trail, recipient, details, item, step, retries } = context;
  const { atDesk, sentTo } = context;
  return {
    facts,
    finished,
    skipped,
    shown,
    trail,
    recipient,
    details,
    item,
    step,
    retries,
    atDesk,
    sentTo,
    escalated,
  };
};

/** How many readings that were asked about are remembered. */
const remembered = 24;
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
/** Returns the readings of an unclear message that are worth a question: neither asked about before nor known already. */
const fresh = ({ asked, facts }: Context, event: Event): readonly Reading[] =>
  event.type !== 'unclear'
    ? []
    : event.candidates.filter(
        (one) =>
          !(asked.some((other) => same(one, other)) || ('facts' in one && same(facts, { ...facts, ...one.facts }))),
      );

/** The one `setup()` that every state is typed against: guards and actions by name, all pure. */
export const kit = setup({
  types: {
    context: {} as Context,
    events: {} as Event,
    meta: {} as Prompt,
    input: {} as Partial<Keep> | undefined,
  },
  guards: {
    due: ({ context }, { item }: { item: Item }) => head(context) === item,
    /** Returns true where a list that was left unfinished comes up again. */
    dueAgain: ({ context }, { item }: { item: Item }) =>
      context.shown.some((id) => id === item) && context.item !== item && head(context) === item,
    /** Returns true where the news does not change the first item, so that the place is kept. */
    stays: ({ context, event }) => head({ ...context, ...withFacts(context, told(event)) }) === context.item,
    /** Returns true where copies were made, and the list that makes them still comes first. */
    saved: ({ context, event }) =>
      told(event).data === 'backed-up' && head({ ...context, ...withFacts(context, told(event)) }) === context.item,
    /** Returns true where the news is what the steps of the list under way show. */
    sees: ({ context, event }) => {
      const id = context.shown.find((one) => one === context.item && !context.finished.includes(one));
      return id !== undefined && isSeen(id, withFacts(context, told(event)).facts);
    },
    /** Returns true where the list under way is not finished. */
    interrupts: ({ context }) => context.shown.some((id) => id === context.item && !context.finished.includes(id)),
    underway: ({ context }) => context.item !== undefined && head(context) === context.item,
    more: ({ context }) => head(context) !== undefined,
    /** Returns true where the news is that Windows is activated, and nothing is told that must be answered first. */
    activated: ({ context, event }) =>
      told(event).message === 'activated' &&
      !situationsIn(withFacts(context, told(event)).facts).some(
        (id) => (situation(id).urgent || situation(id).end === 'ends') && !context.finished.includes(id),
      ),
    /** Returns true where the news shows a situation that is named at once, whatever is under way. */
    urgent: ({ context, event }) => {
      const before = situationsIn(context.facts);
      const now = situationsIn(withFacts(context, told(event)).facts);
      return now.some((id) => situation(id).urgent && !before.includes(id)) && rescueOf(context.facts) === undefined;
    },
    asksSeller: ({ event }) => told(event).seller === 'asked',
    lowered: ({ context }) => context.facts.protection === 'off',
    restored: ({ event }) => told(event).protection === 'on',
    firstStep: ({ context }) => context.step === 0,
    lastStep: ({ context }, { id }: { id: ListId }) => context.step >= list(id).steps - 1,
    triedEnough: ({ context }) => context.retries >= 2,
    leavingTo: ({ context }, { to }: { to: Context['leaving'] }) => context.leaving === to,
    addressed: ({ context }) => (context.recipient ?? recipientOf(context.facts, context.finished)) !== undefined,
    nothingBefore: ({ context }) => context.trail.length === 0,
    /** Returns true at every second message in a row that is not understood. */
    lost: ({ context }) => context.misses % 2 === 1,
    /** Returns true at every such message but the first. */
    puzzled: ({ context }) => context.misses > 0,
    unrated: ({ context: { rated } }) => !rated,
    /** Returns true where there are readings to ask about that were not asked about before. */
    unsure: ({ context, event }) => fresh(context, event).length > 0,
    offering: ({ context }) => context.candidates.length > 0,
    toldSomething: ({ context }) => context.told.length > 0,
    offered: ({ context, event }) => event.type === 'pick' && context.candidates[event.reading] !== undefined,
    // Protection that this case lowered is put back first.
    hadDesk: ({ context }) => context.sentTo !== undefined,
    deskBefore: ({ context: { before, facts } }) => before?.sentTo !== undefined && facts.protection !== 'off',
    shelved: ({ context: { before, facts } }) => before?.escalated === false && facts.protection !== 'off',
    handedOver: ({ context: { before, facts } }) => before?.escalated === true && facts.protection !== 'off',
    mayBeOrganization: ({ context }) => mayBeOrganization(context.facts),
    organization: ({ context }) => context.facts.origin === 'organization',
  },
  actions: {
    /** Does nothing by itself: `transition` returns it as data, and the view says it. */
    say: (_, _say: Say) => {},
    learn: assign(({ context, event }) => ({
      misses: 0,
      told: [
        ...slotNames.filter((slot) => slot in told(event)),
        // Codes add up: only the first ones can be taken back.
        ...(context.facts.errorCodes === undefined && told(event).errorCodes !== undefined
          ? (['errorCodes'] as const)
          : []),
      ],
      ...withFacts(context, told(event)),
    })),
    note: assign(({ context }, facts: Facts) => ({ misses: 0, ...withFacts(context, facts) })),
    /** Leaves a question that is not understood: what was asked stays unknown, and the count goes on. */
    pass: assign(({ context }, facts: Facts) => ({ misses: context.misses + 1, ...withFacts(context, facts) })),
    take: assign(({ context, event }, { item }: { item: Item }) => ({
      misses: counted(context, event),
      item,
      leaving: undefined,
      // Going on with the case before is offered beside the first prompt of a case only.
      ...(context.item !== undefined && context.item !== item && { before: undefined }),
      ...(context.item !== item && { step: 0, retries: 0 }),
    })),
    show: assign(({ context, event }, { id }: { id: ListId }) => ({
      misses: counted(context, event),
      shown: context.shown.includes(id) ? context.shown : [...context.shown, id],
      ...(has(id, 'lowers-protection') && { facts: { ...context.facts, protection: 'off' as const } }),
    })),
    finish: assign(({ context }, { id }: { id: Finished }) => ({
      misses: 0,
      finished: context.finished.includes(id) ? context.finished : [...context.finished, id],
    })),
    /** Finishes the list that helped: it is not given again should the message come back. Nobody said that its steps were done, so no letter tells of it. */
    helped: assign(({ context: { item, shown, finished, skipped } }) => {
      const id = shown.find((given) => given === item);
      return id === undefined || finished.includes(id)
        ? { misses: 0 }
        : { misses: 0, finished: [...finished, id], skipped: [...skipped, id] };
    }),
    skip: assign(({ context }, { id }: { id: Finished }) => ({ skipped: [...context.skipped, id] })),
    firstStep: assign(({ context: { item, facts } }) => ({ step: item === undefined ? 0 : firstStepOf(item, facts) })),
    forward: assign(({ context }) => ({ misses: 0, step: context.step + 1 })),
    backward: assign(({ context }) => ({ misses: 0, step: context.step - 1 })),
    retry: assign(({ context }) => ({ retries: context.retries + 1 })),
    unanswer: assign(({ context }) => {
      const last = context.trail.at(-1) as QuestionId;
      return { misses: 0, trail: context.trail.slice(0, -1), facts: forget(context.facts, question(last).slots) };
    }),
    leaveTo: assign((_, { to }: { to: Context['leaving'] }) => ({ leaving: to })),
    address: assign((_, { to }: { to: Recipient | undefined }) => ({ recipient: to })),
    addressee: assign(({ context, event }) =>
      event.type === 'address' ? { recipient: meantBy(event.to, context.facts) } : {},
    ),
    detail: assign(({ context, event }) =>
      event.type === 'submit' || event.type === 'enter' ? { details: { ...context.details, ...event.values } } : {},
    ),
    consider: assign(({ context, event }) => {
      const candidates = fresh(context, event);
      return { candidates, asked: [...context.asked, ...candidates].slice(-remembered) };
    }),
    miss: assign(({ context }) => ({ misses: context.misses + 1, candidates: [] })),
    /** Takes back what was told last. */
    untell: assign(({ context: { facts, trail, told: gone } }) => {
      const left = forget(facts, gone);
      return { misses: 0, facts: left, told: [], trail: trail.filter((id) => known(left, id)) };
    }),
    /** Takes back what showed a situation: it was something else. */
    takeBack: assign(({ context }, { id }: { id: SituationId }) => {
      const left = takenBack(id, context.facts);
      return { misses: 0, facts: left, trail: context.trail.filter((one) => known(left, one)) };
    }),
    /** Offers the readings for a message after the end. */
    wonder: assign(({ context }) => ({
      misses: context.misses + 1,
      candidates: readingsAfterEnd,
    })),
    drop: assign({ candidates: [] }),
    renew: assign(() => blank),
    /** Begins without the facts of the case that ended, which is kept as long as going on with it is offered. */
    shelve: assign(({ context }, { escalated }: { escalated: boolean }) => ({
      ...blank,
      before: shelved(context, escalated),
    })),
    /** Goes on with the case before. */
    unshelve: assign(({ context: { before } }) => {
      if (before === undefined) return {};
      const { escalated: _, ...kept } = before;
      return { ...blank, ...kept };
    }),
    rate: assign({ rated: true }),
    atDesk: assign(({ context }) => ({ atDesk: true, sentTo: addresseeOf(context) })),
    leaveDesk: assign({ atDesk: false }),
    withdrawDesk: assign({ atDesk: false, sentTo: undefined }),
    /** Raises the event of the chosen reading, in the same turn. */
    follow: raise(({ context, event }) => {
      const reading = event.type === 'pick' ? context.candidates[event.reading] : undefined;
      if (reading === undefined) return { type: 'none-of-these' } as const;
      if ('facts' in reading) return { type: 'tell', facts: reading.facts } as const;
      return 'topic' in reading
        ? ({ type: 'ask', topic: reading.topic } as const)
        : ({ type: reading.intent } as Event);
    }),
  },
});

/** The configuration of a state; each flow file holds one. */
export type Flow = Parameters<typeof kit.createStateConfig>[0];

/** The action that answers a question in passing. */
export const answer = {
  type: 'say',
  params: ({ event, context }: { event: Extract<Event, { type: 'ask' }>; context: Context }) => ({
    answer: answerTo(event.topic, context.facts),
  }),
} as const;

/** Returns the action that says a sentence before the next prompt. */
export const say = (id: Extract<Say, { say: unknown }>['say']) => ({ type: 'say', params: { say: id } }) as const;
