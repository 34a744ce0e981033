import { thresholdOf, unlikely } from '../../src/bot/understanding/costs.ts';
import { fold } from '../../src/bot/understanding/fold.ts';
import { understand } from '../../src/bot/understanding/index.ts';
import { isKnownByHeart, likelihoods } from '../../src/bot/understanding/learnt.ts';
import { asksSomething } from '../../src/bot/understanding/question-asked.ts';
import { askedOf } from './labels.ts';
import { candidateLabels } from './readings.ts';

/** Characters (UTF-16) that are left out at a time, to see what a reading rests on. */
const width = 3;
/** How many pieces are named. */
const most = 3;
const percent = (probability: number): string => `${Math.round(100 * probability)} %`;

/** Returns how a message is read at a place, and on what each reading rests: that it is known by heart, or the pieces without which it is least likely. */
export function explain(text: string, place: string): string {
  const read = understand(text, askedOf({ t: text, asked: place }));
  const folded = fold(read.text);
  const all = [...likelihoods(folded, place)].filter(([, p]) => p >= unlikely).toSorted(([, a], [, b]) => b - a);
  const isQuestion = asksSomething(folded);
  const asked = candidateLabels(read.candidates);
  const stateOf = (label: string) =>
    read.labels.includes(label) ? 'taken' : asked.includes(label) ? 'asked' : 'passed';
  const lines = all.map(([label, p]) => {
    const heart = isKnownByHeart(folded, place) && p === 1;
    const evidence = heart ? 'known by heart' : piecesFor(folded, place, label, p).join(' · ');
    return `  ${stateOf(label).padEnd(6)} ${label.padEnd(24)} ${percent(p).padStart(5)} (taken from ${percent(thresholdOf(label, place, isQuestion))}): ${evidence}`;
  });
  const codes = read.facts.errorCodes ?? [];
  return [
    `read as: ${folded}`,
    `at: ${place}`,
    ...lines,
    ...(codes.length > 0 ? [`  codes  ${codes.join(' ')}`] : []),
    ...(read.secrets.length > 0 ? [`  secrets removed: ${read.secrets.join(' ')}`] : []),
    ...(read.quote === '' ? [] : [`  asked in the words: ${read.quote}`]),
  ].join('\n');
}

/** Returns the pieces of a message without which a label would be least likely, the weightiest first. */
function piecesFor(folded: string, place: string, label: string, p: number): readonly string[] {
  const without = Array.from({ length: Math.max(1, folded.length - width + 1) }, (_, from) => ({
    from,
    piece: folded.slice(from, from + width),
    loss: p - (likelihoods(folded.slice(0, from) + folded.slice(from + width), place).get(label) ?? 0),
  })).toSorted((one, other) => other.loss - one.loss);
  const apart: (typeof without)[number][] = [];
  for (const one of without)
    if (one.loss > 0 && apart.length < most && apart.every(({ from }) => Math.abs(from - one.from) >= width))
      apart.push(one);
  return apart.map(({ piece, loss }) => `「${piece}」 -${percent(loss)}`);
}
