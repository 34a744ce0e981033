import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { play } from '../conversations/play.ts';
import { type Chat, startChat } from './chat.ts';
import { teamsPlayer } from './player.ts';
import { type Service, startService } from './service.ts';

const folder = new URL('../conversations/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.chat'));

describe('in Teams', () => {
  let service: Service;
  let chat: Chat;
  beforeAll(async () => {
    service = await startService();
    chat = await startChat();
  });
  afterAll(async () => {
    await chat.stop();
    await service.stop();
  });

  for (const file of files)
    test(`${file} reads as in every channel`, async () => {
      const script = readFileSync(new URL(file, folder), 'utf8');
      const player = teamsPlayer(chat, service, file.endsWith('.en.chat') ? 'en' : 'ja');
      expect(await play(script, player)).toBe(script);
    });

  test('every card is drawn by Teams and small enough', () => {
    expect(service.calls.length).toBeGreaterThan(100);
    expect(service.wrong).toEqual([]);
  });
});
