import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { proposalSchema } from '../../src/adapters/proposer/prompt.ts';
import { understand } from '../../src/bot/understanding/index.ts';
import { borneBy, withProposal } from '../../src/bot/understanding/proposed.ts';
import { askedOf, usualSpace } from '../understanding/labels.ts';
import { judge, readSet, scoreOf } from '../understanding/measure.ts';
import { isAskedAbout, promptFor } from './question.ts';

/** Writes what a language model would be told about the messages of a labelled set that the bot does not understand for sure; with `--answers`, takes what a model has answered, and prints how the set is read without it and with it. */

const { values, positionals } = parseArgs({ options: { answers: { type: 'string' } }, allowPositionals: true });
const [setFile = '', promptFile = ''] = positionals;
if (!existsSync(setFile) || promptFile === '') {
  console.error('Usage: npm run model:record -- set.jsonl prompts.jsonl [--answers answers.jsonl]');
  process.exit(2);
}
const { items } = readSet(setFile);
const read = items.map((item) => ({ item, at: askedOf(item), heard: understand(item.t, askedOf(item)) }));
const asked = read.flatMap(({ item, heard }, id) => (isAskedAbout(item, heard) ? [id] : []));
const prompts = asked.map((id) => JSON.stringify({ id, messages: promptFor(items[id] ?? { t: '' }) }));
writeFileSync(promptFile, `${prompts.join('\n')}\n`);
const percent = (count: number) => `${((100 * count) / items.length).toFixed(1)} %`;
console.log(`asked about: ${asked.length} of ${items.length} messages (${percent(asked.length)})`);

if (values.answers !== undefined) {
  const line = z.object({ id: z.number(), labels: z.unknown() });
  const lines = readFileSync(values.answers, 'utf8').trimEnd().split('\n');
  const answers = new Map(lines.map((one) => line.parse(JSON.parse(one))).map(({ id, labels }) => [id, labels]));
  const proposedTo = (id: number) => proposalSchema.safeParse({ labels: answers.get(id) }).data?.labels ?? [];
  const results = (withModel: boolean) =>
    read.map(({ item, at, heard }, id) => {
      const borne = withModel && asked.includes(id) ? borneBy(heard.text, proposedTo(id)) : [];
      return judge(item, usualSpace, withProposal(heard, borne, at));
    });
  for (const [name, all] of [
    ['without the model', results(false)] as const,
    ['with the model', results(true)] as const,
  ]) {
    const { right, wrong, asked: rightly } = scoreOf(all);
    console.log(
      `${name}: ${percent(right)} fully right, ${percent(rightly)} asked rightly, ${percent(wrong)} with a wrong label`,
    );
  }
  const before = results(false);
  for (const [id, result] of results(true).entries())
    if (result.wrong.length > (before[id]?.wrong.length ?? 0))
      console.log(
        `  made wrong: ${result.item.t} [${result.item.asked ?? 'none'}]: expected ${result.expected.join(' ')}, got ${result.got.join(' ')}`,
      );
}
