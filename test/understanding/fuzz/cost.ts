import { createContext, runInContext } from 'node:vm';
import { plainText } from '../../../src/adapters/slack/render/text.ts';
import { spoken } from '../../../src/adapters/teams/receive/spoken.ts';
import { asksForErasure } from '../../../src/bot/runtime/erase.ts';
import { soundsLikeAfterword } from '../../../src/bot/understanding/afterword.ts';
import { findCodes } from '../../../src/bot/understanding/codes.ts';
import { saysCommand } from '../../../src/bot/understanding/command-said.ts';
import { fold } from '../../../src/bot/understanding/fold.ts';
import { type Asked, understand } from '../../../src/bot/understanding/index.ts';
import { languageAsked } from '../../../src/bot/understanding/language-asked.ts';
import { languageWritten } from '../../../src/bot/understanding/language-written.ts';
import { redact } from '../../../src/bot/understanding/redact.ts';
import { urgencyIn } from '../../../src/bot/understanding/urgency.ts';
import { questionIds } from '../../../src/flows/questions.ts';

/** Milliseconds of CPU that no text may take to be read. */
export const bar = 20;
/** Milliseconds after which the readings of a text are broken off. */
const patience = 10_000;

const choices = ['会社のPC', '自分のPC', 'Used'].map((label, n) => ({ id: `${n}`, label }));
const places = ['list', 'check', 'putback', 'recipient', 'clarify'] as const;
const situations: readonly Asked[] = [
  ...questionIds.map((question) => ({ question, at: 'question' as const, origin: 'organization' as const, choices })),
  ...places.map((at) => ({ question: undefined, at, choices })),
];

const bot = { id: '28:bot', name: 'x', role: 'bot' };

type Reading = (text: string) => unknown;
type Readings = ReadonlyMap<string, Reading>;

/** Whatever a text passes through, by name. */
export const readings: Readings = new Map<string, Reading>([
  ...situations.map((asked): [string, Reading] => [asked.question ?? asked.at, (text) => understand(text, asked)]),
  ['fold', fold],
  ['redact', redact],
  ['codes', (text) => findCodes(text, true)],
  ['forget', (text) => asksForErasure({ type: 'text', text: text.slice(0, 100) })],
  ['language', languageAsked],
  ['language written', (text) => languageWritten(text, 'ja')],
  ['command', saysCommand],
  ['urgency', urgencyIn],
  ['afterword', soundsLikeAfterword],
  ['Slack', (text) => plainText(text, 'U1')],
  [
    'Teams',
    (text) => spoken({ text, entities: [{ type: 'mention', text: '<at>x</at>', mentioned: bot }], recipient: bot }),
  ],
]);

/** What a reading costs. */
interface Cost {
  readonly reading: string;
  /** Milliseconds of CPU. */
  readonly ms: number;
}

function since(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

function once(run: () => void): number {
  const start = process.cpuUsage();
  run();
  return since(start);
}

/** Milliseconds of CPU that something takes: the least of five attempts; of fewer where one takes less than half of what is allowed. */
export function cpu(run: () => void, allowed: number): number {
  let least = once(run);
  for (let attempt = 1; attempt < 5 && least > allowed / 2; attempt += 1) least = Math.min(least, once(run));
  return least;
}

const context = createContext({ run: (): void => {} });

/** Runs something and breaks it off, even within a pattern, when it takes longer than {@link patience}; whether it ended. */
function ends(run: () => void): boolean {
  context['run'] = run;
  try {
    runInContext('run()', context, { timeout: patience });
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
    throw error;
  }
}

/** The reading of a text that takes longest; one that does not end is broken off, and counts by what it took until then. */
export function slowest(text: string, among: Readings = readings): Cost {
  let worst: Cost = { reading: '', ms: 0 };
  let current = { reading: '', start: process.cpuUsage() };
  const ended = ends(() => {
    for (const [reading, read] of among) {
      current = { reading, start: process.cpuUsage() };
      const ms = cpu(() => read(text), bar);
      if (ms > worst.ms) worst = { reading, ms };
    }
  });
  const broken: Cost = { reading: current.reading, ms: since(current.start) };
  if (!ended && broken.ms > worst.ms) return broken;
  // What is above the bar is looked at once more: on a busy machine one spell of noise spoils all five attempts.
  const again = worst.ms > bar ? among.get(worst.reading) : undefined;
  if (again === undefined) return worst;
  const ms = cpu(() => again(text), bar);
  return { ...worst, ms: Math.min(worst.ms, ms) };
}

/** Has the program compile what it runs often, so that later figures are those of a bot at work. */
export function warmUp(texts: readonly string[], among: Readings = readings): void {
  for (const text of texts) slowest(text, among);
}

/** Milliseconds of CPU from which on two figures can be compared. */
const measurable = 1;

/** How many times as long a text of twice the length may take: two, and what measuring adds. */
export const steepest = 2.5;

/** How many times as long it takes to read a text of twice the length; 0: it takes too little to tell. */
export function growth(unit: string, most: number, read: Reading): number {
  const [half = '', whole = ''] = [most / 2, most].map((length) => unit.repeat(length).slice(0, length));
  const ratio = (): number => {
    const less = cpu(() => read(half), 0);
    return less < measurable ? 0 : cpu(() => read(whole), 0) / less;
  };
  const first = ratio();
  return first > steepest ? Math.min(first, ratio()) : first;
}
