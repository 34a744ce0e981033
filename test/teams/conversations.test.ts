import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectPlayed } from '../conversations/play.ts';
import { transcripts } from '../conversations/transcript.ts';
import { type Chat, startChat } from './chat.ts';
import { teamsPlayer } from './player.ts';
import { type Service, startService } from './service.ts';

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

  for (const written of transcripts)
    test(`${written.file} reads as in every channel`, () =>
      expectPlayed(written, teamsPlayer(chat, service, written.language)));

  test('every card is drawn by Teams and small enough', () => {
    expect(service.calls.length).toBeGreaterThan(100);
    expect(service.wrong).toEqual([]);
  });
});
