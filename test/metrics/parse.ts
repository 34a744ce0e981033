/** A value as a scraper reads it. */
export interface Scraped {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A family as a scraper reads it. */
export interface ScrapedFamily {
  readonly name: string;
  readonly type: string;
  readonly help: string;
  readonly samples: readonly Scraped[];
}

const line = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|[+-]Inf|NaN)$/;
const pair = /([a-zA-Z_]\w*)="((?:[^"\\\n]|\\[\\"n])*)"(?:,(?=[a-zA-Z_])|$)/y;

/** Reads the text of metrics more strictly than a scraper would; throws an Error that names the first line that is wrong. `open`: it is OpenMetrics. */
export function parseMetrics(text: string, open: boolean): readonly ScrapedFamily[] {
  if (!text.endsWith('\n')) throw new Error('The last line has no end');
  const lines = text.slice(0, -1).split('\n');
  if (open && lines.pop() !== '# EOF') throw new Error('There is no # EOF');
  const families: { name: string; type: string; help: string; samples: Scraped[] }[] = [];
  const seen = new Set<string>();
  for (const [n, one] of lines.entries()) {
    const wrong = (why: string) => new Error(`line ${n + 1}: ${why}: ${one}`);
    const help = /^# HELP ([a-z_][a-z0-9_]*) ((?:[^\\"]|\\[\\"n])+)$/.exec(one);
    const type = /^# TYPE ([a-z_][a-z0-9_]*) (counter|gauge|histogram)$/.exec(one);
    const family = families.at(-1);
    if (help !== null) {
      const [, name = '', said = ''] = help;
      if (families.some((other) => other.name === name)) throw wrong('a family comes twice');
      families.push({ name, type: '', help: said, samples: [] });
    } else if (type !== null) {
      if (family === undefined || family.name !== type[1] || family.type !== '') throw wrong('no HELP before it');
      family.type = type[2] ?? '';
      if (family.type === 'counter' && !open && !family.name.endsWith('_total'))
        throw wrong('a counter without _total');
      if (family.type === 'counter' && open && family.name.endsWith('_total')) throw wrong('a family with _total');
    } else {
      const [, name = '', labels = '', value = ''] = line.exec(one) ?? [];
      if (name === '' || family === undefined || family.type === '') throw wrong('no sample of a family');
      if (!suffixes(family.type, open).some((suffix) => name === family.name + suffix)) throw wrong('another name');
      if (seen.has(`${name}{${labels}}`)) throw wrong('a sample comes twice');
      seen.add(`${name}{${labels}}`);
      family.samples.push({ name, labels: labelsIn(labels, wrong), value: Number(value.replace('Inf', 'Infinity')) });
    }
  }
  for (const family of families) checkHistogram(family, open);
  return families;
}

const suffixes = (type: string, open: boolean): readonly string[] => {
  if (type === 'histogram') return ['_bucket', '_sum', '_count'];
  return [type === 'counter' && open ? '_total' : ''];
};

function labelsIn(text: string, wrong: (why: string) => Error): Readonly<Record<string, string>> {
  const labels: Record<string, string> = {};
  let at = 0;
  while (at < text.length) {
    pair.lastIndex = at;
    const [whole, name = '', value = ''] = pair.exec(text) ?? [];
    if (whole === undefined || name in labels) throw wrong('labels that cannot be read');
    labels[name] = value.replace(/\\(.)/g, (_, one: string) => (one === 'n' ? '\n' : one));
    at += whole.length;
  }
  return labels;
}

/** Throws unless the buckets of each set of labels grow up to its count, and the last is +Inf. */
function checkHistogram({ name, type, samples }: ScrapedFamily, open: boolean): void {
  if (type !== 'histogram') return;
  const groups = Map.groupBy(samples, ({ labels: { le: _, ...rest } }) => JSON.stringify(rest));
  for (const [labels, group] of groups) {
    const buckets = group.filter((one) => one.name === `${name}_bucket`);
    const bounds = buckets.map((one) => Number((one.labels['le'] ?? '').replace('Inf', 'Infinity')));
    const rising = (values: readonly number[], least: number) =>
      values.every((value, n) => n === 0 || value - (values[n - 1] ?? 0) >= least);
    const count = group.find((one) => one.name === `${name}_count`)?.value;
    const isWhole =
      bounds.at(-1) === Number.POSITIVE_INFINITY && rising(bounds, Number.MIN_VALUE) && buckets.at(-1)?.value === count;
    if (
      !isWhole ||
      !rising(
        buckets.map(({ value }) => value),
        0,
      )
    )
      throw new Error(`${name}${labels}: wrong buckets`);
    if (open && buckets.some((one) => /^\d+$/.test(one.labels['le'] ?? '')))
      throw new Error(`${name}: a bound is no float`);
  }
}
