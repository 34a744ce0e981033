import { type Flow, say } from './kit.ts';
import { has, type List, type ListId, list, listIds } from './lists.ts';

/** Returns the states of one list: the whole list, one step, help for a step, and the check at its end. */
const give = (id: ListId) => {
  const done = { target: '#next', actions: { type: 'finish', params: { id } } } as const;
  const unhelped = { ...done, actions: [done.actions, say('not-solved-next')] } as const;
  const skipped = { target: '#next', actions: [done.actions, { type: 'skip', params: { id } }] } as const;
  const gentle = { target: 'step', actions: ['firstStep', say('one-at-a-time')] } as const;
  const shown = { type: 'show', params: { id } } as const;
  const { ending } = list(id);
  const end = ending === 'seen' ? done : ({ target: `#${id}.check` } as const);
  // A message that is still there says nothing about the copies.
  const failed = ending === 'saved' ? end : unhelped;
  const written = has(id, 'writes-message')
    ? ({
        human: { target: '#handover', actions: [done.actions, { type: 'address', params: { to: undefined } }] },
      } as const)
    : {};
  // A person who says that the copies are made is asked whether they open.
  const copied =
    ending === 'saved' ? ({ tell: { guard: 'saved', target: `#${id}.check`, actions: 'learn' } } as const) : {};
  const forward = [
    { guard: { type: 'lastStep', params: { id } }, ...end },
    { target: `#${id}.step`, actions: 'forward' },
  ] as const;
  return {
    id,
    initial: 'list',
    on: { ...written, ...copied },
    states: {
      list: {
        meta: { kind: 'list', id },
        entry: shown,
        on: {
          done: end,
          yes: end,
          steps: { target: 'step', actions: 'firstStep' },
          next: { target: 'step', actions: 'firstStep' },
          stuck: gentle,
          'dont-know': gentle,
          skip: skipped,
          no: skipped,
          'not-solved': failed,
          'tried-all': failed,
        },
      },
      step: {
        meta: { kind: 'step', id },
        entry: shown,
        on: {
          next: forward,
          done: forward,
          yes: forward,
          back: [{ guard: 'firstStep', target: 'list' }, { actions: 'backward' }],
          all: { target: 'list' },
          stuck: { target: 'stuck' },
          'dont-know': { target: 'stuck' },
          no: { target: 'stuck' },
          'not-solved': [{ guard: { type: 'lastStep', params: { id } }, ...failed }, { target: 'stuck' }],
          'tried-all': failed,
          skip: skipped,
        },
      },
      stuck: {
        meta: { kind: 'stuck', id },
        on: {
          next: forward,
          done: forward,
          yes: forward,
          back: { target: 'step' },
          all: { target: 'list' },
          skip: skipped,
          no: failed,
          'not-solved': failed,
          'tried-all': failed,
          'dont-know': { ...skipped, target: '#handover' },
          stuck: { ...skipped, target: '#handover' },
        },
      },
      check: {
        meta: { kind: 'check', id },
        on:
          ending === 'saved'
            ? {
                yes: { ...done, actions: [done.actions, { type: 'note', params: { data: 'backed-up' } }] },
                done: { ...done, actions: [done.actions, { type: 'note', params: { data: 'backed-up' } }] },
                no: { target: 'step', actions: 'firstStep' },
                stuck: { target: 'step', actions: 'firstStep' },
                'dont-know': done,
                back: { target: 'list' },
                skip: skipped,
              }
            : {
                yes: { target: '#solved', actions: done.actions },
                no: unhelped,
                'not-solved': unhelped,
                done: done,
                'dont-know': done,
                skip: skipped,
                back: [
                  { guard: 'triedEnough', actions: say('enough-retries') },
                  { target: 'list', actions: 'retry' },
                ],
              },
      },
    },
  } as const satisfies Flow;
};

/** Returns the states of some lists, by their names. */
export const giveAll = (ids: readonly ListId[]) => Object.fromEntries(ids.map((id) => [id, give(id)]));

/** Returns one branch of the conversation: its lists, and the other states that it has. Lists that protect data stand before every branch (`safety.ts`). */
export const branch = <const Others extends Record<string, Flow>>(name: List['branch'], others: Others) => {
  const ids = listIds.filter((id) => list(id).branch === name && !has(id, 'protects-data'));
  // XState wants a first state; the agenda always names the one to go to.
  const [initial = ''] = ids;
  return { initial, states: { ...giveAll(ids), ...others } } as const satisfies Flow;
};
