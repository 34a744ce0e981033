import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeReader } from '../runtime/picture-reader.ts';
import { type Chat, local, silent, startChat } from './chat.ts';
import { activity, idOf, type Place, pathOf } from './people.ts';
import { shownIn } from './screen.ts';
import { type Service, startService } from './service.ts';

let service: Service;
let pasted: Server;
let chat: Chat;
beforeEach(async () => {
  service = await startService();
  pasted = createServer(
    (_, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end('エラー コード: 0xC004F074'),
  );
  await new Promise<void>((resolve) => pasted.listen(0, '127.0.0.1', resolve));
  chat = await startChat(local, ':memory:', silent, {}, fakeReader());
});
afterEach(async () => {
  await chat.stop();
  pasted.closeAllConnections();
  await new Promise((resolve) => pasted.close(resolve));
  await service.stop();
  expect(service.wrong).toEqual([]);
});

test('a picture pasted into Teams becomes a question, with the words beside it understood first', async () => {
  const place: Place = { service: service.url, tenant: 'one', conversation: 'a:asker', kind: 'personal' };
  const contentUrl = `http://127.0.0.1:${(pasted.address() as AddressInfo).port}/v3/attachments/1/views/original`;
  const attachments = [{ contentType: 'image/*', contentUrl }];
  await chat.deliver(activity(place, 'asker', { text: '会社のPCです', attachments }));
  await chat.idle(idOf(place));
  const shown = service.held(pathOf(place)).map(({ versions }) => shownIn(versions.at(-1) ?? {}));
  expect(shown.map(({ lines }) => lines.join('\n'))).toEqual([
    expect.stringMatching(/画像を読み取っています.*会社・学校のPC/s),
    expect.stringContaining('画像から「エラーコード 0xC004F074」と読み取りました。画面と合っていますか？'),
  ]);
  expect(
    shown
      .at(-1)
      ?.buttons.slice(0, 2)
      .map(({ title }) => title),
  ).toEqual(['はい', '違います']);
});
