import { setTimeout as sleep } from 'node:timers/promises';

/** A message as its readers see it now. */
export interface Seen {
  readonly id: string;
  readonly lines: readonly string[];
}

/** Somebody who asks in a channel, with a colleague beside them (`other`), and people of the desk who write there (`staff`). */
export interface Asker {
  write(by: 'user' | 'other' | 'staff', text: string): Promise<void>;
  /** Presses the button with this label on the newest message that has it. */
  press(by: 'user' | 'other', label: string): Promise<void>;
  /** Returns what stands in their conversation. */
  conversation(): Promise<readonly Seen[]>;
  /** Returns what only whoever pressed something was shown. */
  alone(): readonly Seen[];
}

/** The people of a desk, and what they see of the cases. */
export interface Staff {
  /** Answers the person of the newest ticket. */
  answer(text: string): Promise<void>;
  /** Does what a label of the ticket, or an action of the desk, says. */
  act(label: string): Promise<void>;
  tickets(): Promise<readonly Seen[]>;
}

/** A line of a transcript that somebody acts by, and the lines below it that say what is seen then. */
interface Step {
  readonly act: string;
  readonly seen: readonly string[];
}

const acting = /^(user|other|staff|desk): (.+)$/;

/** Returns the steps of a transcript. */
export function stepsOf(script: string): readonly Step[] {
  const steps: { act: string; seen: string[] }[] = [];
  for (const line of script.split('\n')) {
    if (acting.test(line)) steps.push({ act: line, seen: [] });
    else if (line !== '' && !line.startsWith('#')) steps.at(-1)?.seen.push(line);
  }
  return steps;
}

/** Milliseconds without anything new after which nothing more is expected: what a transcript waits for in vain, and what still comes after its last line. */
const quiet = { missing: 5_000, end: 500 } as const;

/** Plays a transcript through the whole program, and returns it as it went: what is seen after each line, new messages and what is new in edited ones. */
export async function played(script: string, asker: Asker, staff: Staff): Promise<string> {
  const known = new Map<string, ReadonlySet<string>>();
  const look = async () => [
    ...news('bot', await asker.conversation(), known),
    ...news('bot (only to whoever pressed)', asker.alone(), known),
    ...news('ticket', await staff.tickets(), known),
  ];
  const remarks = script.split('\n').filter((line) => line.startsWith('#'));
  const steps = stepsOf(script);
  const went: string[] = [];
  for (const [n, { act, seen }] of steps.entries()) {
    const failed = await perform(act, asker, staff).then(
      () => [],
      (error: unknown) => [`(cannot be done: ${error instanceof Error ? error.message : error})`],
    );
    let now = await look();
    for (let since = Date.now(), before = now; Date.now() < since + quiet.missing; before = now) {
      const isThere = written(now) === seen.join('\n');
      // After the last line, what should not come has time to come.
      if (isThere && (n < steps.length - 1 || Date.now() > since + quiet.end)) break;
      await sleep(10);
      now = await look();
      if (written(now) !== written(before)) since = Date.now();
    }
    for (const one of now) known.set(one.id, new Set([...(known.get(one.id) ?? []), ...one.all]));
    went.push('', act, ...failed, written(now));
  }
  return `${[...remarks, ...went].join('\n')}\n`;
}

async function perform(act: string, asker: Asker, staff: Staff): Promise<void> {
  const [, by, what = ''] = acting.exec(act) ?? [];
  const label = /^\[(.+)\]$/.exec(what)?.[1];
  if (by === 'desk') return label === undefined ? staff.answer(what) : staff.act(label);
  if (by === 'staff' && label === undefined) return asker.write(by, what);
  if (by !== 'user' && by !== 'other') throw new Error(`Nobody acts by ${act}`);
  return label === undefined ? asker.write(by, what) : asker.press(by, label);
}

/** What is new in a message, and all its lines. */
interface News {
  readonly id: string;
  readonly from: string;
  readonly fresh: readonly string[];
  readonly all: readonly string[];
}

function news(from: string, messages: readonly Seen[], known: ReadonlyMap<string, ReadonlySet<string>>): News[] {
  return messages.flatMap(({ id, lines }) => {
    const all = lines.map(alike).filter((line) => line !== '');
    const before = known.get(`${from} ${id}`);
    const fresh = all.filter((line) => before?.has(line) !== true);
    const called = before === undefined ? from : `${from} (edited)`;
    return fresh.length === 0 ? [] : [{ id: `${from} ${id}`, from: called, fresh, all }];
  });
}

/** Returns a line of what somebody sees without what differs from run to run, and of a letter only its first line. */
const alike = (text: string): string => {
  const [first = '', ...rest] = text
    .replaceAll(/\d{1,2}\/\d{1,2} \d{1,2}:\d{2}/g, '日時')
    .replaceAll(/https?:\/\/(127\.0\.0\.1|T0ONE00001|teams)[^\s|>)]+/g, 'URL')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return rest.length === 0 ? first : `${first} …`;
};

/** Writes what is new, as it stands in a transcript. */
const written = (all: readonly News[]): string =>
  all.length === 0
    ? '(nothing)'
    : all
        .map(({ from, fresh: [first, ...rest] }) =>
          [`${from}: ${first}`, ...rest.map((line) => `    ${line}`)].join('\n'),
        )
        .join('\n');
