import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectPlayed } from '../conversations/play.ts';
import { transcripts } from '../conversations/transcript.ts';
import { type Chat, startChat } from './chat.ts';
import { teamsPlayer } from './player.ts';
import { type Service, startService } from './service.ts';

describe('transcripts in Teams', () => {
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
    test(`${written.file} shows in Teams what the transcript says`, () =>
      expectPlayed(written, teamsPlayer(chat, service, written.language)));

  test('every card of the transcripts is valid in Teams and within its size limit', () => {
    expect(service.calls.length).toBeGreaterThan(100);
    expect(service.wrong).toEqual([]);
  });
});
