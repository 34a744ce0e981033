import type { Context, Event, Prompt, Say } from '../../src/flows/context.ts';
import type { Facts } from '../../src/flows/facts.ts';
import type { machine } from '../../src/flows/machine.ts';

import { promptOf, type Snapshot, start, step } from '../../src/flows/session.ts';
import { moves } from './moves.ts';

/** A machine to walk: the real one, or a mutant of it. */
export type Machine = typeof machine;

const classOf = (value: string | undefined, ...classes: string[]) =>
  value === undefined ? '-' : classes.includes(value) ? value : '+';
/** What the flow can tell apart of the facts, slot by slot: values that lead the same way are one class. */
const classes = (f: Facts) =>
  Object.values({
    origin: f.origin,
    provenance: f.provenance,
    ownership: classOf(f.ownership, 'given', 'borrowed'),
    employment: f.employment,
    message: classOf(f.message, 'org-server', 'org-service', 'digital-license', 'activated'),
    edition: classOf(f.edition, 'enterprise', 'education'),
    errorCodes: f.errorCodes?.join('+'),
    place: classOf(f.place, 'office'),
    vpn: classOf(f.vpn),
    network: classOf(f.network, 'down'),
    clock: classOf(f.clock, 'wrong'),
    recent: classOf(f.recent, 'update', 'edition'),
    hardware: classOf(f.hardware, 'changed'),
    part: classOf(f.part, 'maker-board'),
    key: classOf(f.key, 'held', 'doubtful'),
    sale: classOf(f.sale),
    seller: classOf(f.seller),
    data: classOf(f.data, 'risk', 'lost'),
    drive: classOf(f.drive, 'failing', 'noisy'),
    protection: classOf(f.protection, 'off'),
    reinstall: classOf(f.reinstall, 'wanted'),
    reason: classOf(f.reason),
    scam: f.scam,
    malware: f.malware,
    subject: f.subject,
    machine: f.machine,
    license: f.license,
    reader: classOf(f.reader, 'administrator', 'no-it'),
    firmware: f.firmware,
    account: f.account,
  } satisfies Record<keyof Facts, string | undefined>).join();

/** The state, without the context: the id of the deepest node says it all, since no state is parallel. */
export const position = (snapshot: Snapshot): string => snapshot._nodes.at(-1)?.id ?? '';

/** All that decides what can happen next. The trail matters only while a "back" is still to come. */
export function keyOf(snapshot: Snapshot, left: number): string {
  const c: Context = snapshot.context;
  const prompt = promptOf(snapshot);
  const giving = prompt.kind === 'step' || prompt.kind === 'stuck';
  const where =
    prompt.kind === 'advice' ? c.leaving : prompt.kind === 'form' ? c.recipient : giving ? c.step : c.retries;
  return [
    position(snapshot),
    classes(c.facts),
    [...c.finished].sort().join(),
    c.item,
    c.candidates.length,
    where,
    left > 0 ? c.trail.at(-1) : '',
    c.before === undefined ? '' : [classes(c.before.facts), ...c.before.finished, c.before.item, c.before.escalated],
  ].join('|');
}

/** A place on the walk, and how it was reached. */
export interface Node<Seen> {
  readonly snapshot: Snapshot;
  readonly prompt: Prompt;
  readonly seen: Seen;
  readonly spent: number;
  readonly parent: number;
  readonly by: Event | undefined;
}
/** One move of the walk. */
export interface Edge<Seen> {
  readonly from: Node<Seen>;
  readonly to: Node<Seen>;
  readonly event: Event;
  readonly says: readonly Say[];
}
/** Watches what the bot says and shows; it never looks at the machine's own bookkeeping. */
export interface Monitor<Seen> {
  readonly first: Seen;
  /** What of it tells places apart. */
  readonly key: (seen: Seen) => string;
  readonly next: (seen: Seen, event: Event, says: readonly Say[], from: Prompt, to: Prompt) => Seen;
}

/** Every conversation with up to `disturbances` changes of subject, each different place once. `check` returns what is wrong with a move. */
export function walk<Seen extends object>(
  walked: Machine,
  disturbances: number,
  monitor: Monitor<Seen>,
  check: (edge: Edge<Seen>) => string | undefined,
) {
  const first = start({}, walked).snapshot;
  const nodes: Node<Seen>[] = [
    { snapshot: first, prompt: promptOf(first), seen: monitor.first, spent: 0, parent: -1, by: undefined },
  ];
  const index = new Map<string, number>();
  const into: number[][] = [[]];
  const trail = (n: number): string =>
    n <= 0 ? '' : `${trail(nodes[n]?.parent ?? 0)} ${JSON.stringify(nodes[n]?.by)}`;
  let edges = 0;
  for (let n = 0; n < nodes.length; n++) {
    const from = nodes[n] as Node<Seen>;
    for (const { event, cost } of moves(from.snapshot)) {
      const spent = from.spent + cost;
      if (spent > disturbances) continue;
      const { snapshot, says } = step(from.snapshot, event, walked);
      if (
        snapshot.context === from.snapshot.context &&
        says.length === 0 &&
        position(snapshot) === position(from.snapshot)
      )
        continue;
      const prompt = promptOf(snapshot);
      const to = {
        snapshot,
        prompt,
        seen: monitor.next(from.seen, event, says, from.prompt, prompt),
        spent,
        parent: n,
        by: event,
      };
      edges++;
      const wrong = check({ from, to, event, says });
      if (wrong !== undefined) return { nodes, into, edges, wrong: `${wrong}:${trail(n)} ${JSON.stringify(event)}` };
      const key = `${spent}${keyOf(snapshot, disturbances - spent)}${monitor.key(to.seen)}`;
      const known = index.get(key);
      if (known === undefined) {
        index.set(key, nodes.length);
        nodes.push(to);
        into.push([n]);
      } else into[known]?.push(n);
    }
  }
  return { nodes, into, edges, wrong: undefined };
}
