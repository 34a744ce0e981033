import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Input } from '../../src/bot/types.ts';
import { reading, sent } from './picture-reader.ts';
import { ann, deliver, makeStage } from './stage.ts';
import { witness } from './witness.ts';

const keyLetters = 'BCDFGHJKMPQRTVWXY2346789';
const group = (letters: string, length: number) =>
  fc.array(fc.constantFrom(...letters), { minLength: length, maxLength: length }).map((chars) => chars.join(''));
const groups = (letters: string, count: number, length: number, gap: string) =>
  fc
    .array(group(letters, length), { minLength: count, maxLength: count })
    .map((parts) => ({ parts, text: parts.join(gap) }));

/** A product key, an installation id or a confirmation id, as people paste them. */
const secret = fc.oneof(
  groups(keyLetters, 5, 5, '-'),
  groups(keyLetters, 5, 5, ' '),
  groups('0123456789', 9, 7, '-'),
  groups('0123456789', 9, 7, ' '),
  groups('0123456789', 8, 6, '-'),
);
const around = fc.constantFrom(
  '',
  '会社のPCです。',
  'キーは ',
  'my key is ',
  '0xC004F074 ',
  '<b>',
  '、',
  'https://example.com/?k=',
);
const planted = fc
  .tuple(around, secret, around)
  .map(([before, { parts, text }, after]) => ({ parts, text: `${before}${text}${after}` }));

/** Every kind of input, with the secret in each field that something from outside fills. */
const inputs = (text: string): readonly Input[] => [
  { type: 'text', text },
  { type: 'text', text: text.repeat(200) },
  { type: 'choice', to: text, choice: 'personal' },
  { type: 'choice', to: 'question.origin', choice: text },
  { type: 'choice', to: text, choice: text },
  { type: 'form', to: text, values: { message: 'x' }, files: [] },
  { type: 'form', to: 'form', values: { [text]: text, message: text, edition: text, recent: text }, files: [] },
  { type: 'file', text, files: [] },
  { type: 'malformed' },
];

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The parts of a secret that a text still holds; not in its UUIDs, which hold any six digits by chance. */
const leaks = (text: string, parts: readonly string[]) => {
  const rest = text.replaceAll(uuid, '');
  return parts.filter((part) => rest.includes(part));
};

test('product keys, installation ids and confirmation ids reach neither the store nor the outbox nor the log', async () => {
  await fc.assert(
    fc.asyncProperty(planted, fc.boolean(), async ({ parts, text }, handedOver) => {
      const { store, written } = await witness();
      const stage = await makeStage({ store });
      const process = stage.process();
      const take = async (input: Input, id: string = crypto.randomUUID()) => {
        await process.bot.receive(stage.incoming(input, { id }));
        await process.bot.rest();
      };
      if (handedOver) {
        await take({ type: 'text', text: '会社のPCです。担当者に相談' });
        expect(stage.last().outgoing.view.id).toBe('form');
      }
      for (const input of inputs(text)) await take(input);
      await take({ type: 'text', text }, text);
      await take({ type: 'form', to: 'form', values: { message: text }, files: [] });
      await process.bot.receive({ ...stage.text(text), person: ann, opens: false, addressed: false });
      await process.bot.rest();
      expect(leaks(JSON.stringify(written), parts)).toEqual([]);
      expect(leaks(JSON.stringify(stage.messages), parts)).toEqual([]);
      expect(leaks(JSON.stringify([...stage.tickets.values()]), parts)).toEqual([]);
      expect(leaks(process.log.join('\n'), parts)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('the words of a person are neither stored nor logged', async () => {
  const { store, written } = await witness();
  const stage = await makeStage({ store });
  const process = stage.process();
  const words = ['ぴよぴよ太郎', 'zanzibar-4711'];
  for (const word of words) {
    await process.bot.receive(stage.text(`会社のPCで ${word} が`));
    await process.bot.rest();
    await process.bot.receive(stage.incoming({ type: 'choice', to: word, choice: word }));
    await process.bot.rest();
  }
  for (const word of words) {
    expect(JSON.stringify(written)).not.toContain(word);
    expect(process.log.join('\n')).not.toContain(word);
  }
});

test.each(['picture', 'text'] as const)(
  'nothing that stands on a %s is stored or logged but what is asked about',
  async (kind) => {
    const { store, written } = await witness();
    const { stage, process } = await reading({ store });
    const words = ['ぴよぴよ太郎', 'zanzibar-4711', 'taro@example.co.jp', 'VK7JG', '3V66T'];
    const text = [
      ...[
        'Windows はライセンス認証されていません',
        'エラー コード: 0xC004F074',
        '登録者: ぴよぴよ太郎 (taro@example.co.jp)',
      ],
      ...['zanzibar-4711', 'VK7JG-NPHTM-C97JM-9MPGT-3V66T'],
    ].join('\n');
    await deliver(
      process,
      () => stage.incoming({ type: 'file', text: '', files: [sent(stage, text, kind)] }),
      () => stage.press('reading-0'),
    );
    expect(stage.last().outgoing.facts.errorCodes).toEqual(['0xC004F074']);
    for (const word of words) {
      expect(JSON.stringify(written)).not.toContain(word);
      expect(JSON.stringify(stage.messages)).not.toContain(word);
      expect(process.log.join('\n')).not.toContain(word);
    }
  },
);

test('a text typed into the form is stored without product keys, and is never logged', async () => {
  const { store, written } = await witness();
  const stage = await makeStage({ store });
  const process = stage.process();
  for (const one of [
    () => stage.text('会社のPCです。担当者に相談'),
    () =>
      stage.incoming({
        type: 'form' as const,
        to: 'form',
        values: { message: 'つながりません ABCDE-FGHIJ-KLMNO-PQRST-UVWXY' },
        files: [],
      }),
  ]) {
    await process.bot.receive(one());
    await process.bot.rest();
  }
  expect(JSON.stringify(written)).toContain('つながりません');
  expect(JSON.stringify(written)).not.toContain('KLMNO');
  expect(process.log.join('\n')).not.toContain('つながりません');
});
