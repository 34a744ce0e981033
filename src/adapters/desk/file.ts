import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { defaultLanguage, languages } from '../../bot/languages.ts';
import { hoursSchema, zone } from '../config/hours.ts';
import { type Environment, fileVariable, valueOrFile } from '../config/secrets.ts';
import type { DeskSetup } from './kind.ts';

/** The recipients whose letters a desk may take: what somebody writes to Microsoft, a shop or their bank is their own. */
const recipients = ['it-admin', 'specialist', 'administrator'] as const;

const entry = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'must be of lower-case letters, digits and hyphens'),
  name: z.string().trim().max(60).default(''),
  /** Whose letters come here; none: only what another desk does not answer (its `escalatesTo`). */
  takes: z.array(z.enum(recipients)).default([]),
  /** The channels whose cases come here; none given: those of all. */
  channels: z.array(z.string()).min(1).optional(),
  language: z.enum(languages).default(defaultLanguage),
  zone: zone.default('Asia/Tokyo'),
  hours: hoursSchema.nullable().default(null),
  /** The desk that gets a ticket as well which this one does not answer. */
  escalatesTo: z.string().default(''),
  via: z.looseObject({ kind: z.string() }),
});
const schema = z.strictObject({ desks: z.array(entry).min(1).max(50) });

type Entry = z.infer<typeof entry>;

/** An entry of the desks file: what every desk has, and the way to it (`via`), whose fields its kind checks. */
export interface DeskEntry {
  readonly setup: DeskSetup;
  readonly via: Readonly<Record<string, unknown>> & { readonly kind: string };
}

/** Returns the desks of a desks file. `channels`: the ids of all channels. A text that is `$NAME` stands for the environment variable of that name, or for the content of the file that `NAME_FILE` names, so that the desks file holds no secrets. Throws an Error that names the file and everything that is wrong with it. */
export function readDesks(file: string, environment: Environment, channels: readonly string[]): readonly DeskEntry[] {
  try {
    const { desks } = schema.parse(JSON.parse(readFileSync(file, 'utf8'), (_, value) => filledIn(value, environment)));
    const why = contradictionIn(desks);
    if (why !== undefined) throw new Error(why);
    return desks.map(({ channels: own = channels, via, ...setup }) => {
      const unknown = own.find((channel) => !channels.includes(channel));
      if (unknown !== undefined)
        throw new Error(`${setup.id}: there is no channel ${unknown}; there is ${channels.join(', ')}`);
      return { setup: { ...setup, serves: own }, via };
    });
  } catch (cause) {
    const why =
      cause instanceof z.ZodError ? z.prettifyError(cause) : cause instanceof Error ? cause.message : 'damaged';
    throw new Error(`DESKS_FILE ${file} cannot be used: ${why}`, { cause });
  }
}

/** Returns what is wrong with desks that are right one by one; undefined if nothing is. */
function contradictionIn(desks: readonly Entry[]): string | undefined {
  const twice = desks.find(({ id }, n) => desks.findIndex((other) => other.id === id) < n);
  if (twice !== undefined) return `two desks are called ${twice.id}`;
  const idle = desks.find(({ id, takes }) => takes.length === 0 && !desks.some((other) => other.escalatesTo === id));
  if (idle !== undefined) return `${idle.id}: takes nothing, and is no desk’s escalatesTo`;
  for (const desk of desks.filter(({ escalatesTo }) => escalatesTo !== '')) {
    const { id, escalatesTo } = desk;
    if (escalatesTo === id) return `${id}: escalatesTo must be another desk`;
    if (!desks.some((other) => other.id === escalatesTo)) return `${id}: there is no desk ${escalatesTo}`;
    if (!desks.some((other) => other.hours !== null && canShare(desk, other)))
      return `${id}: escalatesTo needs hours, after whose answersWithin the other desk gets the ticket`;
  }
  return undefined;
}

/** Returns true if two desks can have a case together, whose times are those of either's hours. */
const canShare = (one: Entry, other: Entry): boolean =>
  one.takes.some((recipient) => other.takes.includes(recipient)) &&
  (one.channels === undefined ||
    other.channels === undefined ||
    one.channels.some((id) => other.channels?.includes(id)));

/** Returns the value of the environment variable that a text names, or of its file; anything else as it is. Throws an Error if it is not set. */
function filledIn(value: unknown, environment: Environment): unknown {
  const name = typeof value === 'string' ? /^\$([A-Z][A-Z0-9_]*)$/.exec(value)?.[1] : undefined;
  if (name === undefined) return value;
  const given = valueOrFile(environment, name);
  if ('wrong' in given) throw new Error(given.wrong);
  if (given.value === undefined)
    throw new Error(`the environment variable ${name} is not set, nor ${fileVariable(name)}`);
  return given.value;
}
