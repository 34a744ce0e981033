import type { Random } from './random.ts';

type Language = 'ja' | 'en';

/** The characters that occur in product keys. */
const keyCharacters = [...'BCDFGHJKMPQRTVWXY2346789'];

const repeated = (count: number, make: () => string, between = '') => Array.from({ length: count }, make).join(between);

/** Makes five characters as a product key has them. */
export const partialKey = (random: Random) => repeated(5, () => random.pick(keyCharacters));

/** Makes a text in the form of a product key; chance made it, it activates nothing. */
export const productKey = (random: Random) => repeated(5, () => partialKey(random), '-');

/** Makes the digits of an installation ID: 63, in groups of seven. */
export const installationGroups = (random: Random) =>
  Array.from({ length: 9 }, () => repeated(7, () => String(random.whole(0, 9))));

const families: readonly (readonly [string, string])[] = [
  ['渡辺', 'watanabe'],
  ['小林', 'kobayashi'],
  ['斎藤', 'saito'],
  ['岡本', 'okamoto'],
  ['長谷川', 'hasegawa'],
  ['西村', 'nishimura'],
  ['三浦', 'miura'],
  ['藤原', 'fujiwara'],
  ['石橋', 'ishibashi'],
  ['久保田', 'kubota'],
];
const given: readonly (readonly [string, string])[] = [
  ['美咲', 'misaki'],
  ['健一', 'kenichi'],
  ['由美子', 'yumiko'],
  ['大輔', 'daisuke'],
  ['千代', 'chiyo'],
  ['翔太', 'shota'],
  ['和子', 'kazuko'],
  ['真理', 'mari'],
];
const latinGiven = ['Harriet', 'Desmond', 'Priya', 'Gwen', 'Oliver', 'Marisol', 'Ingrid', 'Trevor'];
const latinFamilies = ['Castellano', 'Whitcombe', 'Okafor', 'Lindqvist', 'Pembroke', 'Delacroix', 'Raman', 'Thornley'];
const domains = ['contoso.com', 'fabrikam.co.jp', 'example.co.jp', 'northwind.example', 'adatum.com', 'example.ne.jp'];

/** A person that is made up: a name as their screen writes it, and a mail address. */
export interface Person {
  readonly name: string;
  readonly mail: string;
  /** The part of the address before the @, as a name of an account. */
  readonly account: string;
}

/** Makes up a person who uses Windows in a language. */
export function person(random: Random, language: Language): Person {
  const domain = random.pick(domains);
  const [family, romanFamily] = random.pick(families);
  const [first, romanFirst] = random.pick(given);
  const latin = { first: random.pick(latinGiven), family: random.pick(latinFamilies) };
  const [a, b] =
    language === 'ja' ? [romanFirst, romanFamily] : [latin.first.toLowerCase(), latin.family.toLowerCase()];
  const account = random.pick([`${a}.${b}`, `${b}.${a[0]}`, `${a[0]}_${b}${random.whole(2, 89)}`, `${b}-${a}`]);
  const name =
    language === 'ja' ? `${family}${random.pick([' ', '', '　'])}${first}` : `${latin.first} ${latin.family}`;
  return { name, mail: `${account}@${domain}`, account };
}
