import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { decodedHeader, header, mailbox, secret, signedPost, textOf } from '../outside.ts';
import { fakeJira } from '../systems/jira.ts';
import { type Hook, suzuki } from '../systems/server.ts';
import type { Seen, Staff } from './way.ts';

/** A desk that is in no chat: how it is reached, its people, and its end. */
export interface OutsideDesk {
  readonly via: object;
  /** `port`: returns that of the program. */
  staff(port: () => number): Staff;
  stop(): Promise<void>;
}

const accepted = ({ status }: { readonly status: number }) => {
  if (status !== 200) throw new Error(`The desk was answered ${status}`);
};
const cannot = (label: string): never => {
  throw new Error(`Nobody can do ${label} at this desk`);
};

/** Starts a desk that reads its tickets in e-mail, over a real SMTP server. */
export async function mailDesk(): Promise<OutsideDesk> {
  const server = await mailbox();
  const own = { from: '認証ナビ <navi@bot.example.jp>', to: 'it@example.co.jp', inbound: { secret } };
  let answers = 0;
  return {
    via: { kind: 'mail', smtp: `smtp://127.0.0.1:${server.port}`, tls: 'none', ...own },
    staff: (port) => ({
      act: async (label) => cannot(label),
      answer: async (said) => {
        const [mail] = server.mails;
        if (mail === undefined) throw new Error('No mail');
        answers += 1;
        const quoted = textOf(mail).replaceAll(/^/gm, '> ');
        const body = {
          id: `<answer-${answers}@example.co.jp>`,
          from: '鈴木 一郎 <suzuki@example.co.jp>',
          subject: `Re: ${decodedHeader(mail, 'Subject')}`,
          inReplyTo: header(mail, 'Message-ID'),
          references: '',
          text: `${said}\n\n${quoted}`,
        };
        accepted(await signedPost(port(), '/desks/it/mail', body));
      },
      tickets: async () =>
        server.mails.map((mail): Seen => {
          const body = textOf(mail)
            .split(/\r?\n/)
            .filter((line) => line.trim() !== '');
          return { id: header(mail, 'Message-ID'), lines: [decodedHeader(mail, 'Subject'), ...body.slice(0, 4)] };
        }),
    }),
    stop: server.close,
  };
}

/** An event as the receiver of a webhook reads it. */
interface Event {
  readonly type: string;
  readonly data: {
    readonly summary: string;
    readonly state: { readonly name: string; readonly by: string };
    readonly note?: { readonly kind: string; readonly text?: string };
  };
}

/** Starts a program that takes signed webhooks, and checks their signatures. */
export async function webhookDesk(): Promise<OutsideDesk> {
  const events: Event[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    events.push(new Webhook(secret).verify(body, headers) as Event);
    response.end('{"id":"T-1"}');
  };
  const server = createServer((request, response) => {
    take(request, response).catch(() => response.writeHead(401).end());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  let reports = 0;
  return {
    via: { kind: 'webhook', url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, secret },
    staff: (port) => {
      const report = async (more: object) => {
        reports += 1;
        const body = { id: `report-${reports}`, ticket: 'T-1', by: '鈴木 一郎', ...more };
        accepted(await signedPost(port(), '/desks/it/webhook', body));
      };
      return {
        act: (label) => report({ action: label }),
        answer: (said) => report({ action: 'answer', text: said }),
        tickets: async () =>
          events.map(({ type, data: { summary, state, note } }, n) => {
            const by = state.by === '' ? state.name : `${state.name} (${state.by})`;
            const noted = note === undefined ? [] : [`${note.kind} ${note.text ?? ''}`.trim()];
            return { id: String(n), lines: [type, ...(type === 'ticket.opened' ? [summary] : []), ...noted, by] };
          }),
      };
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Starts a fake Jira Service Management, whose webhook calls the program. */
export async function jiraDesk(): Promise<OutsideDesk> {
  const jira = await fakeJira();
  return {
    via: { kind: 'jira', ...jira.via() },
    staff: (port) => {
      const ticket = () => jira.tickets.at(-1) ?? cannot('anything');
      const hook = async ({ query, headers, body }: Hook) => {
        const url = `http://127.0.0.1:${port()}/desks/it/hook${query}`;
        const sent = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
        accepted(await fetch(url, sent));
      };
      return {
        act: async (label) => {
          if (label === 'assign to me') return hook(jira.takes(ticket(), suzuki));
          if (label === 'resolve') return hook(jira.solves(ticket(), suzuki));
          return cannot(label);
        },
        answer: (said) => hook(jira.says(ticket(), said, suzuki, true)),
        tickets: async () =>
          jira.tickets.flatMap(({ id, subject, body, comments }) => [
            { id, lines: [subject, ...body.split('\n').slice(0, 3)] },
            ...comments
              .filter(({ by }) => by.kind === 'bot')
              .map((one) => ({
                id: `${id} ${one.id}`,
                lines: one.text.split('\n').filter((part) => !part.startsWith('[')),
              })),
          ]),
      };
    },
    stop: jira.server.stop,
  };
}
