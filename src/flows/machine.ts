import { beside } from './advise.ts';
import { items } from './agenda.ts';
import { closed } from './closed.ts';
import type { Context } from './context.ts';
import { handover } from './handover.ts';
import { answer, begin, kit, say } from './kit.ts';
import { organization } from './organization.ts';
import { personal } from './personal.ts';
import { safety } from './safety.ts';
import { triage } from './triage.ts';
import { used } from './used.ts';

/** Returns the transitions to an end; while protection is lowered, the person is first asked to put it back (G4). */
const exit = (to: NonNullable<Context['leaving']>, target: string) =>
  [{ guard: 'lowered', target: '#putback', actions: leaveTo(to) }, { target }] as const;
const leaveTo = (to: Context['leaving']) => ({ type: 'leaveTo', params: { to } }) as const;

const take = items.flatMap((item) => {
  const actions = { type: 'take', params: { item } } as const;
  const target = `#${item}`;
  return [
    { guard: { type: 'dueAgain', params: { item } }, target, actions: [actions, say('resume')] },
    { guard: { type: 'due', params: { item } }, target, actions },
  ] as const;
});

/** The transitions of a message that is not understood: an example, then other words, then a person; the last two in turn after that. */
const missed = [
  { guard: 'lost', actions: ['miss', say('press-only')] },
  { guard: 'puzzled', actions: ['miss', say('offer-human')] },
  { actions: ['miss', say('rephrase')] },
] as const;

/** The state machine of the whole conversation. `version` changes with every change of the states or of their meaning; `test/flows/version.test.ts` fails otherwise. */
export const machine = kit.createMachine({
  id: 'conversation',
  version: '10',
  context: begin,
  initial: 'talk',
  on: {
    tell: [
      { guard: 'activated', target: '#solved', actions: 'learn' },
      { guard: 'stays', actions: 'learn' },
      { guard: 'sees', target: '#next', actions: ['learn', say('seen')] },
      { guard: 'interrupts', target: '#next', actions: ['learn', say('moved')] },
      { target: '#next', actions: 'learn' },
    ],
    solved: { target: '#solved', actions: 'helped' },
    cancel: exit('cancelled', '#cancelled'),
    restart: exit('restart', '#fresh'),
    human: { target: '#handover', actions: { type: 'address', params: { to: undefined } } },
    back: [
      { guard: 'nothingBefore', actions: say('nothing-back') },
      { target: '#next', actions: ['unanswer', say('back')] },
    ],
    help: { actions: say('help') },
    repeat: { actions: say('repeat') },
    'not-yet': { actions: say('no-hurry') },
    ask: { actions: answer },
    tried: { actions: [{ type: 'finish', params: ({ event }) => ({ id: event.id }) }, say('tried-before')] },
    bypass: [{ guard: 'organization', actions: say('refuse-bypass-organization') }, { actions: say('refuse-bypass') }],
    thanks: { actions: say('thanks') },
    'got-it': { actions: say('got-it') },
    greeting: { actions: say('welcome-back') },
    unclear: [{ guard: 'unsure', actions: 'consider' }, ...missed],
    wrong: [
      { guard: 'offering', actions: 'drop' },
      { guard: 'toldSomething', target: '#next', actions: ['untell', say('taken-back')] },
      ...missed,
    ],
    pick: { guard: 'offered', actions: ['follow', 'drop'] },
    'none-of-these': { actions: 'drop' },
    'last-case': [
      { guard: 'shelved', target: '#next', actions: ['unshelve', say('reopened')] },
      { guard: 'handedOver', target: '#escalated', actions: 'unshelve' },
    ],
    'desk-again': { guard: 'deskBefore', target: '#escalated', actions: ['unshelve', 'atDesk'] },
  },
  states: {
    talk: {
      initial: 'next',
      states: {
        next: { id: 'next', always: [...take, { target: '#handover' }] },
        triage,
        safety,
        beside,
        personal,
        organization,
        used,
        last: { id: 'last', type: 'history', history: 'deep' },
      },
    },
    handover,
    leave: {
      id: 'leave',
      always: [
        { guard: { type: 'leavingTo', params: { to: 'resolved' } }, target: '#resolved' },
        { guard: { type: 'leavingTo', params: { to: 'escalated' } }, target: '#handover' },
        { guard: { type: 'leavingTo', params: { to: 'cancelled' } }, target: '#cancelled' },
        { guard: { type: 'leavingTo', params: { to: 'restart' } }, target: '#fresh' },
        { target: '#next' },
      ],
    },
    fresh: { id: 'fresh', entry: ['renew', say('restarted')], always: { target: '#next' } },
    solved: {
      id: 'solved',
      entry: 'leaveDesk',
      always: [
        { guard: 'lowered', target: '#putback', actions: [leaveTo('resolved'), say('solved-put-back')] },
        { target: '#resolved' },
      ],
    },
    closed,
  },
});
