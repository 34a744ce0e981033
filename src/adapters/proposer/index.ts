import type { Log, PersonId } from '../../bot/ports.ts';
import type { Proposer } from '../../bot/proposals.ts';
import type { Store, Vault } from '../../bot/storage.ts';
import { type Check, found, inTime } from '../doctor/finding.ts';
import { breaker } from './breaker.ts';
import { callModel } from './call.ts';
import { capOf } from './caps.ts';
import type { ModelSettings } from './config.ts';
import { messagesOf } from './prompt.ts';

/** What a language model needs of the program. `now` returns epoch milliseconds. */
interface Ground {
  readonly store: Pick<Store, 'changeRate'>;
  readonly vault: Pick<Vault, 'get' | 'set' | 'delete'>;
  readonly log: Log;
  readonly now: () => number;
}

/** The key under which it is kept that a person wants none of it. */
const keyOf = (person: PersonId): string => person.replace(':', '-no-model:');

/** Creates the language model that reads along. Its failures, and a cap that is reached, are a metric and at most a line of the log; people are answered without it. */
export function openProposer(settings: ModelSettings, { store, vault, log, now }: Ground): Proposer {
  const gate = breaker();
  const perDay = capOf(store, settings.perDay);
  const perPerson = capOf(store, settings.perPerson);
  const about = { conversation: '', delivery: '' };
  let fits = true;
  /** Returns whether the model may be asked about a message of a person now, or why not. */
  const allowance = async (person: PersonId) => {
    if ((await vault.get(keyOf(person))) !== undefined) return 'declined';
    if (!(await perPerson.take(person, now()))) return 'person';
    return (await perDay.take('all', now())) ? 'yes' : 'day';
  };
  let isCapped = false;
  return {
    place: settings.place,
    propose: async (question, person) => {
      if (!gate.mayCall(now())) return { outcome: 'paused' };
      const may = await allowance(person).catch(() => 'failed' as const);
      if (may === 'day' && !isCapped)
        log.warn(about, 'MODEL_CALLS_PER_DAY is reached; the model is asked no more today');
      isCapped = may === 'day';
      if (may === 'declined' || may === 'failed') return { outcome: may };
      if (may !== 'yes') return { outcome: 'capped' };
      const messages = messagesOf(question);
      const began = performance.now();
      const first = await callModel(settings, messages, fits);
      const left = settings.timeout - (performance.now() - began);
      // A server that knows no schema of answers refuses the request; it is asked without from then on.
      const again = fits && first.status === 400 && left > settings.timeout / 2;
      const result = again ? await callModel({ ...settings, timeout: left }, messages, false) : first;
      if (again && result.outcome === 'answered') fits = false;
      const { status, ...answered } = result;
      if (gate.ended(answered.outcome === 'answered', now()))
        log.warn(
          { ...about, status },
          `the model of MODEL_URL does not answer (${answered.outcome}); asked again in a minute`,
        );
      return answered;
    },
    prefer: async (person, wanted) => {
      if (wanted) await vault.delete(keyOf(person));
      else await vault.set(keyOf(person), '', person);
    },
  };
}

/** Returns the check of a language model: its address and its key, by the list of its models. */
export const modelCheck =
  ({ url, key, name }: ModelSettings): Check =>
  () =>
    inTime('the model of MODEL_URL', async () => {
      const answer = await fetch(new URL('models', url), {
        redirect: 'error',
        signal: AbortSignal.timeout(4_000),
        headers: key === undefined ? {} : { authorization: `Bearer ${key}`, 'api-key': key },
      });
      const text = (await answer.text()).slice(0, 200_000);
      if (answer.status === 401 || answer.status === 403)
        return found('wrong', `MODEL_URL refuses the key (${answer.status}); put the right one into MODEL_KEY`);
      if (answer.status >= 500) return found('away', `MODEL_URL answers ${answer.status}`);
      if (answer.ok && text.includes('"id"') && !text.includes(`"${name}"`))
        return found('warning', `MODEL_URL lists no model ${name}; compare MODEL_NAME with what it calls its models`);
      return [];
    });
