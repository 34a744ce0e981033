import type { Intent } from '../../flows/events.ts';
import type { Asked } from './asked.ts';
import type { Heard } from './hear-phrases.ts';

/** What is heard before anything else. */
export const appeals: readonly Intent[] = ['bypass', 'human'];
const commands: readonly Intent[] = [
  'restart',
  'repeat',
  'not-yet',
  'back',
  'cancel',
  'skip',
  'steps',
  'all',
  'next',
  'continue',
  'help',
];
const courtesies: readonly Intent[] = ['thanks', 'got-it', 'greeting'];
const rest: readonly Intent[] = ['yes', 'no', 'stuck', ...courtesies];

/** Whether a list is being followed. */
export const following = (at: Asked['at']): boolean => at === 'list' || at === 'step' || at === 'stuck';

/** The one thing that a message means besides the facts that it tells, if it is `telling` any. */
export function readIntent({ whole, said, end }: Heard, at: Asked['at'], telling: boolean): Intent | undefined {
  const first = (order: readonly Intent[], among: ReadonlySet<Intent>) => order.find((intent) => among.has(intent));
  const appealed = first(appeals, said) ?? (telling ? undefined : first([...commands, ...courtesies], whole));
  if (appealed !== undefined) return appealed;
  const commanded = end === 'solved' ? undefined : first(commands, said);
  // "That was wrong, it is a company PC" corrects by telling; there is no need to go back.
  if (commanded !== undefined && !(telling && commanded === 'back')) return commanded;
  if (at === 'check' && whole.has('yes')) return 'yes';
  if (
    following(at) &&
    said.has('stuck') &&
    (end === undefined || ((end === 'not-solved' || end === 'done') && !whole.has(end)))
  )
    return 'stuck';
  if (end !== undefined && !(end === 'done' && telling && !following(at))) return end;
  // "I forgot" says there that it was not done.
  if (at === 'putback' && said.has('no')) return 'no';
  if (said.has('dont-know')) return 'dont-know';
  return telling ? undefined : first(rest, said);
}
