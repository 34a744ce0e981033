import type { FieldName, FieldValue } from '../../../../locales/language.ts';
import type { Facts } from '../../../flows/facts.ts';
import { writtenLanguages } from '../../languages.ts';
import { partOf, placesOf, widest } from './approximate.ts';
import { shapeOf } from './shape.ts';

/** The kinds of licence that Windows prints: `oem-dm` its key is in the firmware, `kms` and `mak` an organisation's volume licence. */
export const channels = ['retail', 'oem-dm', 'oem', 'kms', 'mak', 'msdn'] as const;
/** The states of a licence that Windows prints. */
export const statuses = ['licensed', 'notification', 'unlicensed', 'grace'] as const;

/** What is printed of a licence; null: nothing. */
export interface License {
  readonly channel: (typeof channels)[number] | null;
  readonly status: (typeof statuses)[number] | null;
  /** Whole days that are left. */
  readonly days: number | null;
  /** A KMS machine is named. */
  readonly kms: boolean | null;
}
export const noLicense: License = { channel: null, status: null, days: null, kms: null };

/** What a program printed: the licence and the facts; `fields`: how many different fields it has that only a program prints. */
export interface Printed {
  readonly license: License;
  readonly facts: Facts;
  readonly organization: boolean;
  readonly fields: number;
}

/** How a channel is printed, as it is kept in shape: https://learn.microsoft.com/windows-server/get-started/activation-slmgr-vbs-options. The longer come first. */
const printedChannels: readonly (readonly [string, (typeof channels)[number]])[] = (
  [
    ['VOLUME_KMSCLIENT', 'kms'],
    ['VOLUME_KMS', 'kms'],
    ['Volume:GVLK', 'kms'],
    ['Volume:CSVLK', 'kms'],
    ['VOLUME_MAK', 'mak'],
    ['Volume:MAK', 'mak'],
    ['OEM_DM', 'oem-dm'],
    ['OEM:DM', 'oem-dm'],
    ['OEM', 'oem'],
    ['MSDN', 'msdn'],
    ['RETAIL', 'retail'],
  ] as const
).map(([printed, channel]) => [shapeOf(printed), channel]);

const words = writtenLanguages.map(({ screens }) => screens);
const generic: readonly FieldName[] = ['edition', 'name', 'description'];
const names = new Map(
  words.flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([name, all]) => all.map((one) => [shapeOf(one), name as FieldName] as const)),
  ),
);
const parts = [...names].map(([shape, name]) => ({ part: partOf(shape), shape, name }));
const values = words.flatMap(({ values: all }) =>
  Object.entries(all).flatMap(([name, some]) => some.map((one) => ({ name: name as FieldValue, shape: shapeOf(one) }))),
);
const colon = /[:：]/;
/** What the names of other products that are licensed begin with. */
const office = shapeOf('Office');
/** Minutes of a day. */
const day = 1440;

/** A field of what a program printed. */
interface Field {
  readonly name: FieldName;
  readonly key: string;
  readonly value: string;
}

/** Reads the fields of what a program printed, each in a line of its own. `misread`: it is read from a picture. */
export function readPrinted(lines: readonly string[], misread: boolean): Printed {
  const fields = lines.flatMap((line, n) => fieldIn(line, misread) ?? fieldOver(line, lines[n + 1], misread));
  const valuesOf = (...wanted: readonly FieldName[]) =>
    fields.filter(({ name }) => wanted.includes(name)).map(({ value }) => value);
  const isYes = (name: FieldName): boolean => valuesOf(name).some((value) => meaningOf(value) === 'yes');
  const license: License = {
    channel: channelIn(valuesOf('channel', 'description')),
    status: statusIn(valuesOf('status')),
    days: daysIn(valuesOf('remaining')),
    kms: kmsIn(valuesOf('kms')),
  };
  const fieldCount = new Set(fields.filter(({ name }) => !generic.includes(name)).map(({ key }) => key)).size;
  if (valuesOf('name').some((value) => shapeOf(value).startsWith(office)))
    return { license: noLicense, facts: { subject: 'office' }, organization: false, fields: fieldCount };
  const volume = license.channel === 'kms' || license.channel === 'mak';
  const joined = isYes('joined');
  const registered = isYes('registered');
  return {
    license,
    facts: {
      ...(volume ? { message: 'org-service' } : license.status === 'licensed' && { message: 'activated' }),
      ...(joined && { origin: 'organization' }),
      ...(registered && !joined && { account: 'work' }),
    },
    organization: volume || joined || registered || license.kms === true,
    fields: fieldCount,
  };
}

/** Returns the field in a line; undefined where it has no colon. */
function fieldIn(line: string, misread: boolean): readonly Field[] | undefined {
  const at = line.search(colon);
  if (at < 0) return undefined;
  if (at < 2 || at > 80) return [];
  const key = shapeOf(line.slice(0, at));
  const value = line.slice(at + 1, at + 200);
  const name = names.get(key) ?? (misread ? nearly(key) : undefined);
  return name === undefined ? [] : [{ name, key, value }];
}

/** Returns the field whose value was read as the line below, since a wide gap stands between them on the screen. */
function fieldOver(line: string, below: string | undefined, misread: boolean): readonly Field[] {
  const key = shapeOf(line.slice(0, widest));
  const name = misread && below !== undefined ? names.get(key) : undefined;
  return name === undefined || below === undefined ? [] : [{ name, key, value: below.slice(0, 200) }];
}

/** Returns the field whose name is read badly. */
function nearly(key: string): FieldName | undefined {
  if (key.length > widest) return undefined;
  const near = parts.flatMap(({ part, shape, name }) => {
    const [place] = placesOf(part, key).toSorted((one, other) => one.errors - other.errors);
    const extra = Math.abs(shape.length - key.length);
    return place === undefined || extra > part.most ? [] : { name, errors: place.errors + extra };
  });
  return near.toSorted((one, other) => one.errors - other.errors)[0]?.name;
}

/** Returns what a printed value means, by its beginning; the longest that fits. */
function meaningOf(value: string): FieldValue | undefined {
  const shape = shapeOf(value);
  return values
    .filter((one) => shape.startsWith(one.shape))
    .toSorted((one, other) => other.shape.length - one.shape.length)[0]?.name;
}

const channelIn = (printed: readonly string[]): License['channel'] =>
  only(printed.map((value) => printedChannels.find(([name]) => shapeOf(value).includes(name))?.[1]));

const statusIn = (printed: readonly string[]): License['status'] =>
  only(printed.map(meaningOf).map((meaning) => statuses.find((status) => status === meaning)));

/** Returns the one value that is there; null where there are several, of several products. */
function only<Value>(values: readonly (Value | undefined)[]): Value | null {
  const [first, ...more] = new Set(values.filter((value) => value !== undefined));
  return first === undefined || more.length > 0 ? null : first;
}

function daysIn(printed: readonly string[]): number | null {
  const minutes = printed.map((value) => /^\s*(\d{1,8})/.exec(value)?.[1]).find((number) => number !== undefined);
  return minutes === undefined ? null : Math.floor(Number(minutes) / day);
}

function kmsIn(printed: readonly string[]): boolean | null {
  if (printed.length === 0) return null;
  const isNone = (value: string): boolean =>
    value.trim() === '' || values.some(({ name, shape }) => name === 'absent' && shapeOf(value).includes(shape));
  return !printed.every(isNone);
}
