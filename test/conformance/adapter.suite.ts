import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wordsIn } from '../../src/bot/i18n.ts';
import type { Driver, Noise, Seen, Stage, Who } from './driver.ts';

const asker: Who = { tenant: 'one', person: 'asker' };
const other: Who = { tenant: 'one', person: 'other' };
const abroad: Who = { tenant: 'two', person: 'asker' };
const noises: readonly Noise[] = ['own', 'other-bot', 'edited', 'joined'];
const last = (seen: readonly Seen[]): Seen => {
  const message = seen.at(-1);
  if (message === undefined) throw new Error('The bot has shown nothing');
  return message;
};
const words = wordsIn('ja');
const own = words.text('questions:origin.options.personal');
const work = words.text('questions:origin.options.organization');
const help = words.text('choices:help');

/** What every channel must do, the same for all: run by each channel's own test with its driver. */
export function adapterSuite({ channel, doubles, begin }: Driver): void {
  describe(`the ${channel} adapter`, () => {
    let stage: Stage;
    beforeEach(async () => {
      stage = await begin('up');
    });
    afterEach(() => stage.stop());
    test('a mention opens a conversation with one question and its buttons', async () => {
      const thread = await stage.mention(asker, 'Windowsの認証で困っています', undefined);
      const seen = await stage.seen(thread);
      expect(seen).toHaveLength(1);
      expect(last(seen).buttons.length).toBeGreaterThan(3);
    });

    test('a direct message opens a conversation', async () => {
      expect(await stage.seen(await stage.direct(asker, 'こんにちは'))).toHaveLength(1);
    });

    test('a message without a mention is ignored where the bot answers only mentions', async () => {
      expect(await stage.seen(await stage.chatter(asker, 'お昼に行きませんか'))).toEqual([]);
    });

    test('a repeated delivery of a message changes nothing', async () => {
      const thread = await stage.mention(asker, '認証できません', undefined);
      await stage.retry();
      await stage.retry();
      expect(await stage.seen(thread)).toHaveLength(1);
    });

    test('a repeated delivery of a click changes nothing', async () => {
      const thread = await stage.mention(asker, '認証できません', undefined);
      const first = last(await stage.seen(thread));
      await stage.click(thread, asker, first, own);
      await stage.retry();
      expect(await stage.seen(thread)).toHaveLength(2);
    });

    test('an answered message loses its buttons and shows the answer', async () => {
      const thread = await stage.mention(asker, '認証できません', undefined);
      const first = last(await stage.seen(thread));
      await stage.click(thread, asker, first, own);
      const [answered, next] = await stage.seen(thread);
      expect(answered?.buttons).toEqual([]);
      expect(answered?.lines.join('\n')).toContain(own);
      expect(next?.buttons.length).toBeGreaterThan(3);
    });

    test('two simultaneous clicks on a button count once', async () => {
      const thread = await stage.mention(asker, '認証できません', undefined);
      const first = last(await stage.seen(thread));
      await Promise.all([stage.click(thread, asker, first, own), stage.click(thread, asker, first, own)]);
      const twice = await stage.seen(thread);
      const alone = await stage.mention(asker, '認証できません', undefined);
      const again = last(await stage.seen(alone));
      await stage.click(alone, asker, again, own);
      const question = last(await stage.seen(alone)).lines.at(-1);
      expect(twice.filter(({ lines }) => lines.includes(question ?? '')).length).toBeGreaterThan(0);
      expect(twice.filter(({ buttons }) => buttons.length > 0)).toHaveLength(1);
      expect(twice.length).toBeLessThanOrEqual(3);
    });

    test('a click on an answered message asks the present question again and changes nothing', async () => {
      const thread = await stage.mention(asker, '認証できません', undefined);
      const first = last(await stage.seen(thread));
      await stage.click(thread, asker, first, own);
      const present = last(await stage.seen(thread));
      await stage.click(thread, asker, first, work);
      const asked = last(await stage.seen(thread));
      expect(asked.buttons).toEqual(present.buttons);
      expect(asked.lines.at(-1)).toBe(present.lines.at(-1));
    });

    test('a click on help is answered, and the same question stays open', async () => {
      const thread = await stage.mention(asker, '認証できません', undefined);
      const first = last(await stage.seen(thread));
      await stage.click(thread, asker, first, help);
      expect(last(await stage.seen(thread)).buttons).toEqual(first.buttons);
    });

    for (const kind of noises)
      test(`a message that needs no answer is ignored: ${kind}`, async () => {
        const thread = await stage.mention(asker, '認証できません', undefined);
        await stage.noise(thread, kind);
        expect(await stage.seen(thread)).toHaveLength(1);
      });

    test('a person other than the asker is answered only when they mention the bot', async () => {
      const thread = await stage.mention(asker, '認証できません', undefined);
      await stage.say(thread, other, 'そういえば会議は3時からです', false);
      expect(await stage.seen(thread)).toHaveLength(1);
      await stage.say(thread, other, '会社のPCだそうです', true);
      expect(await stage.seen(thread)).toHaveLength(2);
    });

    test('the asker is answered without a mention', async () => {
      const thread = await stage.mention(asker, '認証できません', undefined);
      await stage.say(thread, asker, '会社のPCです', false);
      expect(await stage.seen(thread)).toHaveLength(2);
    });

    test('two tenants with the same ids have two conversations', async () => {
      const here = await stage.mention(asker, '認証できません', undefined);
      const there = await stage.mention(abroad, '認証できません', here);
      const first = last(await stage.seen(here));
      await stage.click(here, asker, first, work);
      expect(await stage.seen(here)).toHaveLength(2);
      const untouched = await stage.seen(there);
      expect(untouched).toHaveLength(1);
      expect(last(untouched).buttons).toEqual(first.buttons);
    });

    test('a picture is acknowledged, and the same question stays open', async () => {
      const thread = await stage.mention(asker, '認証できません', undefined);
      const first = last(await stage.seen(thread));
      await stage.upload(thread, asker, 'これです');
      const seen = await stage.seen(thread);
      expect(seen).toHaveLength(2);
      expect(last(seen).lines.join('\n')).toContain(words.text('says:file'));
      expect(last(seen).buttons).toEqual(first.buttons);
    });

    test('a picture is acknowledged, and the words beside it are answered', async () => {
      const thread = await stage.mention(asker, '認証できません', undefined);
      await stage.upload(thread, asker, '会社のPCです');
      const [first, second] = await stage.seen(thread);
      expect(second?.lines.join('\n')).toContain(words.text('says:file'));
      expect(second?.lines.at(-1)).not.toBe(first?.lines.at(-1));
    });

    test('a text filled into the form appears in the message to copy', async () => {
      const thread = await stage.mention(asker, '会社のPCです。担当者に相談したいです', undefined);
      const form = last(await stage.seen(thread));
      expect(form.fields.length).toBeGreaterThan(1);
      const [field] = form.fields;
      await stage.fill(thread, asker, form, { [field ?? '']: '青い画面に「接続できません」' });
      const seen = await stage.seen(thread);
      expect(last(seen).lines.join('\n')).toContain('青い画面に「接続できません」');
      expect(seen.at(-2)?.fields).toEqual([]);
    });

    for (const [kind, title] of [
      ['busy', 'asks to wait'],
      ['broken', 'fails'],
      ['cut', 'takes the message and then cuts the connection'],
    ] as const)
      test(`every reply arrives once when the channel ${title}`, async () => {
        stage.fault(kind, 1);
        const thread = await stage.mention(asker, '認証できません', undefined);
        const first = last(await stage.seen(thread));
        stage.fault(kind, 1);
        await stage.click(thread, asker, first, own);
        const seen = await stage.seen(thread);
        expect(new Set(seen.map(({ lines }) => lines.at(-1))).size).toBeGreaterThan(1);
        expect(seen.length).toBeGreaterThanOrEqual(2);
        expect(seen.length).toBeLessThanOrEqual(2 + (kind === 'cut' ? 2 * doubles : 0));
        expect(seen.some(({ buttons }) => buttons.length === 0)).toBe(true);
      });

    test('hostile requests get the status that the channel expects, and the next message is answered', async () => {
      for (const { title, expected, send } of stage.hostile) expect([title, await send()]).toEqual([title, expected]);
      expect(await stage.seen(await stage.direct(asker, 'こんにちは'))).toHaveLength(1);
    });
  });

  test(`the ${channel} adapter starts while the channel is down and answers once it is up`, async () => {
    const stage = await begin('down');
    try {
      await stage.up();
      expect(await stage.seen(await stage.direct(asker, 'こんにちは'))).toHaveLength(1);
    } finally {
      await stage.stop();
    }
  });
}
