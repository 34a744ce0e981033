import { z } from 'zod';
import { modelOf, productModel, type StoredModel } from '../../bot/runtime/index.ts';
import type { JsonFile, Problem } from './json.ts';

const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);
const schema = z.object({
  base: z.string(),
  source: z.string(),
  labels: z
    .array(z.string().regex(/^[a-z]+=[a-z0-9-]+$/))
    .min(1)
    .max(2_000),
  biases: z.array(z.number()),
  packed: base64,
  byHeart: z.record(z.string(), base64),
});

/** Returns the model of a words directory, or the problem that it has. */
export function readModel({ content, problem }: JsonFile): StoredModel | Problem {
  const read = schema.safeParse(content);
  if (!read.success || read.data.biases.length !== read.data.labels.length)
    return problem([], 'is no model; npm run understanding:train -- --with DIR writes it');
  const { base, ...model } = read.data;
  if (base !== productModel)
    return problem(
      [],
      'was trained for another version of the bot; train it again: npm run understanding:train -- --with DIR',
    );
  try {
    modelOf(model);
    return model;
  } catch {
    return problem(['packed'], 'the weights of the model are damaged; train it again');
  }
}
