import { z } from 'zod';

const count = (most: number, otherwise: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a number')
    .transform(Number)
    .pipe(z.number().int().min(1).max(most))
    .default(otherwise);

/** The schemas of the environment variables of a language model that reads along. */
export const modelVariables = {
  MODEL_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'A language model that is asked what an unclear message means: the base address of an OpenAI-compatible API (https://…/v1); none: no model is asked (docs/model.md)',
    ),
  MODEL_NAME: z.string().min(1).max(200).optional().describe('The name of the model, as its API calls it'),
  MODEL_KEY: z.string().min(1).max(2_000).optional().describe('The key of that API, if it needs one'),
  MODEL_PLACE: z
    .string()
    .min(1)
    .max(60)
    .optional()
    .describe('Where the model runs, as people are told: our own server, Azure OpenAI in Japan'),
  MODEL_TIMEOUT_SECONDS: z
    .string()
    .regex(/^\d+(\.\d+)?$/, 'must be a number')
    .transform(Number)
    .pipe(z.number().min(0.5).max(8))
    .default(4)
    .describe('The longest that a person waits for the model'),
  MODEL_CALLS_PER_DAY: count(1_000_000, 2_000).describe(
    'How often the model is asked in a day at most, by all processes together',
  ),
  MODEL_CALLS_PER_PERSON: count(10_000, 40).describe('How often it asks for one person in a day at most'),
} as const;

/** The parsed values of these variables. */
export type ModelValues = { readonly [Name in keyof typeof modelVariables]: z.output<(typeof modelVariables)[Name]> };
