import { z } from 'zod';
import { isZone } from '../zone.ts';

const text = z.string().min(1).max(500);

/** The schemas of the environment variables of the operator's page. */
export const insightVariables = {
  INSIGHT_TOKEN: z
    .string()
    .min(20, 'must have at least 20 characters')
    .max(200)
    .optional()
    .describe('Opens /insight, the page with figures of all cases, to whoever enters it (20 characters or more)'),
  INSIGHT_OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'The OpenID Connect provider whose accounts may open /insight: https://login.microsoftonline.com/<tenant>/v2.0',
    ),
  INSIGHT_OIDC_CLIENT_ID: text.optional().describe('The client id that the provider gave out'),
  INSIGHT_OIDC_CLIENT_SECRET: text.optional().describe('The client secret that the provider gave out'),
  INSIGHT_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('The public address of this server (https://bot.example.com), to which the provider sends people back'),
  INSIGHT_ALLOWED: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Who may open the page with an account: mail addresses, and domains as @example.com, with commas between',
    ),
  INSIGHT_ZONE: z
    .string()
    .refine(isZone, 'must be a time zone, such as Asia/Tokyo')
    .default('Asia/Tokyo')
    .describe('The time zone of its days and weeks'),
  INSIGHT_DAYS: z
    .string()
    .regex(/^\d+$/, 'must be a number')
    .transform(Number)
    .pipe(z.number().int().min(1).max(3_650))
    .default(400)
    .describe('Its figures are kept for so many days, longer than conversations; they hold no persons'),
} as const;

/** The parsed values of these variables. */
export type InsightValues = {
  readonly [Name in keyof typeof insightVariables]: z.output<(typeof insightVariables)[Name]>;
};
