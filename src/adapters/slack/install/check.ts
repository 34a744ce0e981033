import { z } from 'zod';
import { clockFindings } from '../../doctor/clock.ts';
import { type Finding, found, inTime } from '../../doctor/finding.ts';
import type { HttpAnswer } from '../../http/exchange.ts';
import type { SlackConfig } from '../config.ts';
import { caller, latest } from '../send/call.ts';
import { channelFindings } from './check-channels.ts';
import { scopes } from './manifest.ts';
import { keyAdvice } from './many-workspaces.ts';
import { passing, refusedToken } from './token.ts';
import type { Workspaces } from './workspaces.ts';

/** Maximum number of workspaces that are named in one line. */
const most = 10;

const answered = z.object({
  ok: z.boolean(),
  error: z
    .string()
    .regex(/^[a-z_]{3,64}$/)
    .default('unknown'),
});

/** Checks what the settings name in Slack: the tokens and their scopes, the encryption key, the clock, the channels. `lost` reads the installations, and returns the workspaces whose token cannot be decrypted. */
export async function checkSlack(
  config: SlackConfig,
  workspaces: Workspaces,
  lost: () => Promise<readonly string[]>,
): Promise<readonly Finding[]> {
  const call = caller(config.apiUrl);
  const ask = (method: string, token: string, understand: (answer: HttpAnswer) => readonly Finding[]) =>
    inTime('Slack', async () => understand(await call(token, method, new URLSearchParams(), latest())));
  const tokens = await tokensIn(config, workspaces);
  let accepted = 0;
  const ofToken = (answer: HttpAnswer, refused: (why: string) => string) => {
    const why = errorIn(answer);
    if (why !== undefined) return ofError(why, refused);
    accepted += 1;
    return ofAccepted(answer);
  };
  const { transport } = config;
  const own = await Promise.all([
    ...tokens.map(({ token, refused }) => ask('auth.test', token, (answer) => ofToken(answer, refused))),
    ...(transport.kind === 'socket' ? [ask('apps.connections.open', transport.appToken, ofAppToken)] : []),
    inTime('the database', async () => ofKey(await lost())),
  ]);
  const findings = own.flat();
  const once = findings.filter(({ what }, n) => findings.findIndex((other) => other.what === what) === n);
  // Who does not accept a token, or does not answer, says nothing of channels either.
  return accepted < tokens.length ? once : [...once, ...(await channelFindings(config, workspaces))];
}

/** Returns the bot tokens that are to be asked about: that of the one workspace, or those of the workspaces whose channels the settings name, each with what is said where Slack refuses it. */
async function tokensIn({ installed, support, desks }: SlackConfig, workspaces: Workspaces) {
  if (installed.kind === 'one') return [{ token: installed.token, refused: refusedToken }];
  const teams = new Set([...support, ...desks].flatMap(({ team }) => team ?? []));
  const bots = await Promise.all(
    // What cannot be read is told by the check of the key, or of the channel.
    [...teams].map(async (team) => ({ team, bot: await workspaces.bot(team).catch(() => undefined) })),
  );
  return bots.flatMap(({ team, bot }) => {
    if (bot === undefined) return [];
    const refused = (why: string) =>
      `Slack refuses the token of workspace ${team} (${why}): have the app installed there again`;
    return [{ token: bot.token, refused }];
  });
}

/** Returns what an answer to auth.test says of a bot token that Slack accepts: its scopes (the header `x-oauth-scopes`: https://docs.slack.dev/authentication/using-token-rotation), and the time at Slack. */
function ofAccepted({ headers: { 'x-oauth-scopes': given, date } }: HttpAnswer): readonly Finding[] {
  const granted = typeof given === 'string' ? given.split(',').map((scope) => scope.trim()) : scopes;
  const lacking = scopes.filter((scope) => !granted.includes(scope));
  return [
    ...clockFindings('Slack’s', Date.parse(String(date))),
    ...(lacking.length === 0
      ? []
      : found(
          'wrong',
          `the app lacks the scopes ${lacking.join(', ')}; update it from its manifest (npm run -s slack:manifest) and install it again`,
        )),
  ];
}

/** Returns what an answer to apps.connections.open says of the app-level token: https://docs.slack.dev/reference/methods/apps.connections.open */
function ofAppToken(answer: HttpAnswer): readonly Finding[] {
  const why = errorIn(answer);
  return why === undefined
    ? []
    : ofError(
        why,
        () =>
          `Slack refuses SLACK_APP_TOKEN (${why}): turn Socket Mode on, and create an app-level token with connections:write under "Basic Information"`,
      );
}

const ofError = (why: string, refused: (why: string) => string): readonly Finding[] =>
  passing.includes(why) ? found('away', `Slack could not be asked (${why})`) : found('wrong', refused(why));

/** Returns Slack's error code in an answer; undefined if there is none. Throws an Error if Slack did not answer. */
function errorIn({ status, text }: HttpAnswer): string | undefined {
  if (status === 429) return 'ratelimited';
  if (status !== 200) throw Object.assign(new Error('Slack did not answer'), { code: `HTTP ${status}` });
  const { ok, error } = answered.parse(JSON.parse(text));
  return ok ? undefined : error;
}

function ofKey(lost: readonly string[]): readonly Finding[] {
  if (lost.length === 0) return [];
  const more = lost.length > most ? ` and ${lost.length - most} more` : '';
  const named = `${lost.slice(0, most).join(', ')}${more}`;
  return found('wrong', `SLACK_ENCRYPTION_KEY does not decrypt what these installed: ${named}; ${keyAdvice}`);
}
