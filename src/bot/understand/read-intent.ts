import type { Intent } from '../../flows/events.ts';
import type { Clause } from './clause.ts';
import type { Asked } from './index.ts';
import { answer } from './lexicon/answer.ts';
import { appeal } from './lexicon/appeal.ts';
import { command } from './lexicon/command.ts';
import { outcome } from './lexicon/outcome.ts';
import { trouble } from './lexicon/trouble.ts';
import type { Phrase } from './rule.ts';

const polite =
  /(?:です|でした|で|ぜ|ぞ|んだ|んです|のです|のよ|もん|みたい|っぽい|だ|だよ|だね|よ|ね|な|なあ|わ|さ|っす|ます|か|ー|w+|草|笑|お願いします|ください|thanks|please)$/;

/** The whole message without punctuation, gaps and polite endings. */
function bareOf(folded: string): readonly string[] {
  const packed = folded
    .replace(/[。、，,!;:「」『』"“”()]+/g, ' ')
    .replace(/[?.]+(?=.)/g, ' ')
    .replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/g, '')
    .replace(/ +/g, ' ')
    .trim();
  const shorter = [packed, packed.replace(/[?.]+$/, '')];
  for (let text = shorter[1] ?? ''; polite.test(text) && shorter.length < 6; shorter.push(text)) {
    text = text.replace(polite, '').trim();
  }
  return shorter.filter((text) => text !== '');
}

/** The one thing that a message means besides its facts. `telling`: it told facts. */
export function readIntent(
  clauses: readonly Clause[],
  folded: string,
  at: Asked['at'],
  telling: boolean,
): Intent | undefined {
  const bare = folded.length <= 60 ? bareOf(folded) : [];
  const whole = (phrase: Phrase) => phrase.whole !== undefined && bare.some((text) => phrase.whole?.test(text));
  const heard = clauses.filter(({ others }) => !others);
  const said = (phrase: Phrase) => whole(phrase) || heard.some((clause) => fits(phrase, clause));
  const pick = (phrases: readonly Phrase[]) => phrases.find(said)?.intent;

  const first = pick(appeal) ?? (telling ? undefined : command.find(whole)?.intent);
  if (first !== undefined) return first;
  const steering = pick(command.filter(({ intent }) => !['thanks', 'greeting'].includes(intent)));
  if (steering !== undefined && !(telling && steering === 'back')) return steering;
  const ended = end(heard, whole);
  if (at === 'step' || at === 'list' || at === 'stuck') {
    const wall = pick(trouble);
    if (wall !== undefined && ended !== 'solved' && ended !== 'done' && !outcome.some(whole)) return wall;
  }
  if (ended !== undefined && !(ended === 'done' && telling && at !== 'step' && at !== 'list')) return ended;
  const unknowing = answer.find((phrase) => phrase.intent === 'dont-know' && said(phrase));
  if (unknowing !== undefined) return 'dont-know';
  if (telling) return undefined;
  return pick(answer) ?? pick(trouble.filter(({ clause }) => clause !== undefined)) ?? pick(command);
}

function fits({ intent, clause, unless, plain }: Phrase, { text, asks, supposes, wishes, guesses }: Clause): boolean {
  if (clause === undefined || !clause.test(text) || unless?.test(text) === true) return false;
  if (intent === 'not-solved' && asks && !/まだ|なぜ|なんで|どうして|still|why/.test(text)) return false;
  return plain !== true || !(asks || supposes || wishes || guesses);
}

const contrast = /(?:のに|けど|けれど|けども|が|ものの)$/;

/** A clause with the one before it that it stands against: "I did …, but …". */
function withBefore(clause: Clause, at: number, all: readonly Clause[]): Clause {
  const before = all[at - 1]?.text ?? '';
  return contrast.test(before) ? { ...clause, text: `${before}、${clause.text}` } : clause;
}

/** How an attempt ended: what was said last counts. */
function end(clauses: readonly Clause[], whole: (phrase: Phrase) => boolean): Intent | undefined {
  const bare = outcome.find(whole);
  if (bare !== undefined) return bare.intent;
  const found = clauses
    .map(withBefore)
    .flatMap((clause) => outcome.find((phrase) => fits(phrase, clause))?.intent ?? []);
  const results = found.filter((intent) => intent !== 'done');
  return results.at(-1) ?? found[0];
}
