import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ModelSettings } from '../../src/adapters/proposer/config.ts';
import type { Proposed } from '../../src/bot/proposals.ts';

/** What the fake server does with a request: answers with labels, with any content, or in a way of its own. */
export type Answer =
  | { readonly labels: readonly Partial<Proposed>[] }
  | { readonly content: string }
  | { readonly status: number }
  | ((response: ServerResponse) => void);

/** A server with an OpenAI-compatible API on this machine, which answers as it is told. */
export async function fakeModel() {
  const asked: { readonly body: string; readonly authorization: string | undefined }[] = [];
  let answer: (body: string) => Answer = () => ({ labels: [] });
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      asked.push({ body, authorization: request.headers.authorization });
      const given = answer(body);
      if (typeof given === 'function') return given(response);
      if ('status' in given) return void response.writeHead(given.status).end('no');
      const whole = (one: Partial<Proposed>) => ({ quote: '', whose: 'own', when: 'now', ...one });
      const content = 'content' in given ? given.content : JSON.stringify({ labels: given.labels.map(whole) });
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const settings: ModelSettings = {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`),
    name: 'reader',
    key: 'a key of the model',
    place: '社内のサーバー',
    timeout: 400,
    perDay: 1_000,
    perPerson: 1_000,
  };
  return {
    settings,
    asked,
    /** Has it answer so from now on. */
    answers: (how: Answer | ((body: string) => Answer)) => {
      answer =
        typeof how === 'function' && how.length === 1 && !isResponder(how)
          ? (how as (body: string) => Answer)
          : () => how as Answer;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Marks a function that answers a request itself. */
export const responding = (answer: (response: ServerResponse) => void): Answer =>
  Object.assign(answer, { responds: true });
const isResponder = (how: object): boolean => 'responds' in how;
