import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { homeSchema, type Message, messageSchema, modalSchema } from '../../src/adapters/slack/render/blocks.ts';
import { type FakeFiles, fakeFiles } from './fake-files.ts';
import { sockets } from './fake-socket.ts';
import { readBody } from './read-body.ts';
import {
  ask,
  call,
  emulator,
  ofOrganization,
  organization,
  pass,
  type Team,
  teamOf,
  tokenOf,
  workspaces,
} from './workspace.ts';

/** What happens to a call: told to wait, refused for good, failed before or after it was done, done after one or five seconds, neither done nor answered, done and never answered. */
export type Fault = 'busy' | 'refused' | 'broken' | 'cut' | 'slow' | 'slower' | 'hang' | 'unanswered';

/** A message as Slack holds it. */
export interface Held extends Message {
  readonly ts: string;
  readonly bot_id?: string;
  readonly files?: readonly { readonly id: string; readonly name: string; readonly title: string }[];
  /** What it showed before it was edited. */
  readonly first?: Message['blocks'];
  readonly metadata?: { readonly event_payload: { readonly key: string } };
}

/** One call that the bot made. */
export interface Call {
  readonly team: string;
  readonly method: string;
  readonly body: Readonly<Record<string, string>>;
}

/** Emulated workspaces behind one address, with what the emulator lacks: status, prompts, Socket Mode, locales, block checks, and faults on demand. */
export interface FakeSlack {
  /** As `SLACK_API_URL`. */
  readonly url: string;
  readonly calls: readonly Call[];
  /** Payloads that Slack would have refused. */
  readonly refused: readonly string[];
  /** Spoils the next calls of these methods. */
  fault(kind: Fault, times: number, ...methods: readonly string[]): void;
  /** From now on everything answers 503, or works again. */
  down(is: boolean): void;
  /** From now on a method answers this, or as it does again. */
  says(method: string, answer: object | undefined): void;
  /** Says who is in a channel, two at a time: Slack may tell fewer than it is asked for. */
  members(channel: string, are: readonly string[]): void;
  /** Says the name of somebody. */
  name(user: string, is: string): void;
  /** Says the locale of everybody. */
  locale(is: string | undefined): void;
  /** From now on only others may write in this channel. */
  lock(channel: string): void;
  /** The messages of a thread that Slack took from the bot, oldest first; without a thread those at the top of a channel. */
  held(team: string, channel: string, thread?: string): Promise<readonly Held[]>;
  /** The direct message between the bot and somebody. */
  direct(team: string, user: string): Promise<string>;
  /** A trigger as a click gives one. */
  trigger(team: string, user: string): Promise<string>;
  /** Sends an envelope to the bot by Socket Mode, for the how manieth time; resolves to its answer. */
  envelope(type: string, payload: unknown, retry?: number): Promise<unknown>;
  /** Sends a frame to the bot by Socket Mode, as it is. */
  frame(is: string | Buffer): void;
  /** From now on a socket is opened, but never greeted, or greeted again. */
  mute(is: boolean): void;
  /** How many sockets are open. */
  sockets(): number;
  /** What people sent. */
  readonly files: FakeFiles;
  /** The bytes that a file of the bot has, by its id. */
  bytesOf(team: string, id: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

const added: Readonly<Record<string, object>> = {
  'views.update': { ok: true },
  'functions.completeSuccess': { ok: true },
  'functions.completeError': { ok: true },
  'assistant.threads.setStatus': { ok: true },
  'assistant.threads.setSuggestedPrompts': { ok: true },
};
const words = z.string().min(1).max(3_000);
/** No previews of links, whoever wrote them. */
const posted = z.object({ unfurl_links: z.literal('false'), unfurl_media: z.literal('false'), message: messageSchema });
/** At most four: https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts */
const prompts = z
  .array(z.object({ title: words, message: words }))
  .min(1)
  .max(4);
/** As the manifest declares what the step gives. */
const ended = z.object({ function_execution_id: words, outputs: z.strictObject({ case_link: z.url() }) });
const failed = z.object({ function_execution_id: words, error: words });
const checked: Readonly<Record<string, (body: Readonly<Record<string, string>>) => z.ZodSafeParseResult<unknown>>> = {
  'chat.postMessage': ({ text, blocks, ...more }) =>
    posted.safeParse({ ...more, message: { text, blocks: JSON.parse(blocks ?? 'null') } }),
  'chat.postEphemeral': (body) => z.object({ text: words, user: words, channel: words }).safeParse(body),
  'assistant.threads.setSuggestedPrompts': (body) => prompts.safeParse(JSON.parse(body['prompts'] ?? 'null')),
  'chat.update': ({ text, blocks }) => messageSchema.safeParse({ text, blocks: JSON.parse(blocks ?? 'null') }),
  'functions.completeSuccess': ({ function_execution_id, outputs }) =>
    ended.safeParse({ function_execution_id, outputs: JSON.parse(outputs ?? 'null') }),
  'functions.completeError': (body) => failed.safeParse(body),
  'views.open': ({ view }) => modalSchema.safeParse(JSON.parse(view ?? 'null')),
  'views.update': ({ view }) => modalSchema.safeParse(JSON.parse(view ?? 'null')),
  'views.publish': ({ view }) => homeSchema.safeParse(JSON.parse(view ?? 'null')),
};

/** Starts it: two workspaces, everybody in every channel; `oauth`: where somebody who installs the bot is sent back to; `grid`: an organisation as well, whose channels all of its workspaces share. */
export async function fakeSlack(oauth?: { readonly redirect: string }, grid = false): Promise<FakeSlack> {
  const here = { ...workspaces, ...(grid && { [organization.id]: organization }) };
  const emulators = Object.fromEntries(
    await Promise.all(
      Object.entries(here).map(async ([team, one]) => [team, await emulator(team, one, oauth)] as const),
    ),
  );
  const calls: Call[] = [];
  const refused: string[] = [];
  const faults: { kind: Fault; methods: readonly string[] }[] = [];
  const locked = new Set<string>();
  const names = new Map<string, string>();
  const said = new Map<string, object | undefined>();
  const crowds = new Map<string, readonly string[]>();
  let away = false;
  let locale: string | undefined = 'ja-JP';
  const socket = sockets();
  const files = fakeFiles(() => address());

  // A call that is under way when the emulator ends gets no answer.
  const server = createServer((request, response) => void handle(request, response).catch(() => response.destroy()));
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = (request.url ?? '').split('?')[0]?.replace(/^\/(api\/)?/, '') ?? '';
    const bytes = await bytesIn(request);
    const raw = method.startsWith('upload/') ? '' : bytes.toString();
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const team = teamOf(token) ?? 'T0ONE00001';
    const body = readBody(request.headers['content-type'], raw);
    const json = (answer: object, status = 200, headers = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(answer));
    if (away) return void json({ ok: false }, 503);
    calls.push({ team, method, body });
    if (method === 'apps.connections.open')
      return void json({ ok: true, url: `${address().replace('http', 'ws')}/link` });
    const elsewhere = ofOrganization(team, method, body);
    if (elsewhere !== undefined) {
      refused.push(`${method}: ${elsewhere}`);
      return void json({ ok: false, error: elsewhere });
    }
    const instead = said.get(method);
    if (instead !== undefined) return void json(instead);
    const kind = /^(?:upload|files-pri)(?=\/)/.exec(method)?.[0] ?? method;
    const spoilt = faults.find(({ methods }) => methods.includes(kind));
    if (spoilt !== undefined) faults.splice(faults.indexOf(spoilt), 1);
    const fault = spoilt?.kind;
    if (fault === 'busy') return void json({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': '0' });
    if (fault === 'hang') return;
    const shut = locked.has(body['channel'] ?? '');
    if (fault === 'refused' || (shut && method === 'chat.postMessage'))
      return void json({ ok: false, error: 'restricted_action' });
    if (fault === 'broken') return void json({ ok: false }, 500);
    if (fault === 'slow') await sleep(1_000);
    if (fault === 'slower') await sleep(5_000);
    const wrong = checked[method]?.(body);
    if (wrong?.success === false) {
      refused.push(`${method}: ${wrong.error.message}`);
      return void json({ ok: false, error: 'invalid_blocks' });
    }
    const isFile = /^(?:upload|files-pri)\//.test(method);
    // Slack's own pages, for the browser of somebody who installs the bot.
    if (!isFile && (!method.includes('.') || method.includes('/')))
      return void (await pass(emulators['T0ONE00001'], request, raw, response));
    if (method.startsWith('upload/')) {
      const taken = await fetch(`${emulators[team]?.url}${request.url}`, {
        method: 'POST',
        body: new Uint8Array(bytes),
      });
      if (fault === 'cut') return void request.socket.destroy();
      return void response.writeHead(taken.status).end(await taken.text());
    }
    if (files.serve(method, token, response)) return;
    const answer =
      added[method] ??
      (method === 'files.info' ? files.info(body['file'] ?? '') : undefined) ??
      (await ask(emulators[team], request, raw));
    if (method === 'files.getUploadURLExternal' && 'upload_url' in answer)
      return void json({ ...answer, upload_url: `${address()}${new URL(String(answer.upload_url)).pathname}` });
    if (fault === 'cut') return void request.socket.destroy();
    if (fault === 'unanswered') return;
    // https://docs.slack.dev/reference/methods/auth.test: a token of an organisation belongs to no workspace.
    if (method === 'auth.test' && 'team_id' in answer)
      return void json(
        team === organization.id
          ? { ...answer, team_id: null, enterprise_id: team, is_enterprise_install: true }
          : { ...answer, team_id: team, is_enterprise_install: false },
      );
    // The emulator does not hold what people wrote, only what the bot did.
    if (method === 'chat.getPermalink')
      return void json({
        ok: true,
        permalink: `https://${team}.slack.com/archives/${body['channel']}/p${body['message_ts']?.replace('.', '')}`,
      });
    const crowd = crowds.get(body['channel'] ?? '');
    if (method === 'conversations.members' && crowd !== undefined) return void json(pageOf(crowd, body['cursor']));
    if (method === 'users.info')
      return void json({
        ok: true,
        user: {
          id: body['user'],
          team_id: team === organization.id ? organization.workspaces[0] : team,
          locale,
          real_name: names.get(body['user'] ?? ''),
        },
      });
    if (shut && method === 'conversations.info' && 'channel' in answer)
      return void json({ ...answer, channel: { ...(answer.channel as object), is_read_only: true } });
    json(answer);
  }
  server.on('upgrade', (request, stream, head) => socket.take(request, stream, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url: `${address()}/api/`,
    calls,
    refused,
    fault: (kind, times, ...methods) => faults.push(...Array.from({ length: times }, () => ({ kind, methods }))),
    down: (is) => {
      away = is;
      if (is) socket.cut();
    },
    says: (method, answer) => void said.set(method, answer),
    members: (channel, are) => void crowds.set(channel, are),
    name: (user, is) => void names.set(user, is),
    files,
    bytesOf: async (team, id) => {
      const { file } = (await call(emulators[team], team as Team, 'files.info', { file: id })) as {
        file: { url_private_download: string };
      };
      const token = tokenOf(team as Team);
      const at = `${emulators[team]?.url}${new URL(file.url_private_download).pathname}`;
      const answer = await fetch(at, { headers: { authorization: `Bearer ${token}` } });
      return new Uint8Array(await answer.arrayBuffer());
    },
    locale: (is) => {
      locale = is;
    },
    lock: (channel) => locked.add(channel),
    held: async (team, channel, thread) => {
      const read = thread === undefined ? 'conversations.history' : 'conversations.replies';
      const { messages = [] } = (await call(emulators[team], team as Team, read, {
        channel,
        limit: '1000',
        ts: thread ?? '',
      })) as { messages?: Held[] };
      return messages.filter(({ ts }) => ts !== thread).toSorted((a, b) => a.ts.localeCompare(b.ts));
    },
    direct: async (team, user) =>
      (
        (await call(emulators[team], team as Team, 'conversations.open', { users: user })) as {
          channel: { id: string };
        }
      ).channel.id,
    trigger: async (team, user) =>
      (
        (await call(emulators[team], team as Team, 'views.generateTriggerId', { user_id: user })) as {
          trigger_id: string;
        }
      ).trigger_id,
    envelope: socket.send,
    frame: socket.raw,
    mute: socket.mute,
    sockets: socket.count,
    close: async () => {
      socket.cut();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all(Object.values(emulators).map((one) => one.close()));
    },
  };
}

/** Returns two of the members of a channel, and where the next ones begin: https://docs.slack.dev/reference/methods/conversations.members */
function pageOf(crowd: readonly string[], cursor = '0'): object {
  const next = Number(cursor) + 2;
  const more = next < crowd.length ? String(next) : '';
  return { ok: true, members: crowd.slice(Number(cursor), next), response_metadata: { next_cursor: more } };
}

async function bytesIn(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
