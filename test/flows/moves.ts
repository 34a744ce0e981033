import type { Event } from '../../src/flows/context.ts';
import type { Facts } from '../../src/flows/facts.ts';
import { question } from '../../src/flows/questions.ts';
import { promptOf, type Snapshot } from '../../src/flows/session.ts';
import { type SituationId, situation, situationIds } from '../../src/flows/situations.ts';

const general: readonly Facts[] = [
  { origin: 'personal' },
  { origin: 'organization' },
  { origin: 'used' },
  { message: 'org-server' },
  { message: 'digital-license' },
  { message: 'activated' },
  { errorCodes: ['0xC004F074'] },
  { errorCodes: ['0xC004F213'] },
  { errorCodes: ['0xC004C00C'] },
  { edition: 'enterprise' },
  { employment: 'left' },
  { hardware: 'changed' },
  { key: 'doubtful' },
  { recent: 'update' },
  { network: 'down' },
  { clock: 'wrong' },
  { data: 'risk' },
  { data: 'backed-up' },
  { data: 'lost' },
  { drive: 'failing' },
  { protection: 'off' },
  { reinstall: 'wanted' },
];
/** What a correction or a volunteered fact may be: one of each kind that the flow can tell apart. */
export const news: readonly Facts[] = [...general, ...situationIds.flatMap((id) => situation(id).evidence[0] ?? [])];

/** The situations with effects of their own on what follows; the others differ by their words and their way. */
const telling: readonly SituationId[] = [
  ...(['scam-told', 'malware-found', 'office', 'administrator', 'subscription', 'no-license'] as const),
];
/** The facts that change the branch or put safety first: what the walk in `npm test` tells; `npm run test:walk` tells all. */
const core = [
  ...general.filter(
    ({ origin, message, errorCodes, data, drive, protection, reinstall }) =>
      origin ??
      data ??
      drive ??
      protection ??
      reinstall ??
      (message === 'org-server' || errorCodes?.[0] === '0xC004F213'),
  ),
  ...telling.flatMap((id) => situation(id).evidence[0] ?? []),
];
const told = process.env['WALK'] === 'all' ? news : core;

const local = [
  'yes',
  'no',
  'dont-know',
  'done',
  'next',
  'steps',
  'all',
  'stuck',
  'skip',
  'not-solved',
  'tried-all',
  'solved',
  'continue',
  'human',
  'other-recipient',
  'last-case',
] as const;
const wide = [
  'back',
  'restart',
  'cancel',
  'withdraw',
  'help',
  'repeat',
  'wrong',
  'not-yet',
  'thanks',
  'got-it',
  'greeting',
  'bypass',
  'none-of-these',
] as const;

/** What a person may do next: answers are free, changes of subject cost one disturbance. */
export function moves(snapshot: Snapshot): readonly { readonly event: Event; readonly cost: 0 | 1 }[] {
  const prompt = promptOf(snapshot);
  const answers: Event[] =
    prompt.kind === 'question'
      ? Object.values(question(prompt.id).options).map((facts) => ({ type: 'tell', facts }))
      : prompt.kind === 'form'
        ? [
            { type: 'submit', values: {} },
            { type: 'enter', values: {} },
          ]
        : prompt.kind === 'recipient'
          ? [{ type: 'address', to: 'seller' }]
          : [];
  const disturbances: Event[] = [
    ...wide.map((type) => ({ type })),
    ...told.map((facts) => ({ type: 'tell', facts }) as const),
    { type: 'ask', topic: 'kms' },
    { type: 'new-case', facts: { origin: 'personal' } },
    { type: 'tried', id: 'P4' },
    { type: 'unclear', candidates: [] },
    { type: 'unclear', candidates: [{ facts: { origin: 'organization' } }, { topic: 'kms' }, { intent: 'human' }] },
  ];
  const readings = snapshot.context.candidates.map((_, reading) => ({ type: 'pick', reading }) as const);
  return [
    ...[...local.map((type) => ({ type })), ...answers, ...readings].map((event) => ({ event, cost: 0 as const })),
    ...disturbances.map((event) => ({ event, cost: 1 as const })),
  ];
}
