import { describe, expect, test } from 'vitest';
import { alone, type ConversationId, type PersonId } from '../../src/bot/ports.ts';
import { countsOf, jobsIn } from './counts.ts';
import { reading, send, sent } from './picture-reader.ts';
import { bob, conversation, deliver, makeStage, pass, type Stage } from './stage.ts';

const second = 1_000;
const minute = 60 * second;
const page = 'Windows はライセンス認証されていません\nエラー コード: 0xC004F074';
const view = (stage: Stage) => stage.last().outgoing.view;
const facts = (stage: Stage) => stage.last().outgoing.facts;
const leads = (stage: Stage) => stage.messages.map(({ outgoing }) => outgoing.view.lead.join(''));
const buttons = (stage: Stage) => view(stage).choices.map(({ label }) => label);

describe('a picture', () => {
  test('becomes a question that one press answers, and nothing of it is taken before', async () => {
    const { stage, process } = await reading();
    await send(stage, process, [`${page}\nWindows 11 Pro`]);
    expect(leads(stage)[0]).toContain('画像を読み取っています');
    expect(view(stage).text).toBe('画像から「エラーコード 0xC004F074、Pro版」と読み取りました。画面と合っていますか？');
    expect(view(stage).notes.join()).toContain('会社や学校のライセンス認証サーバー');
    expect(buttons(stage).slice(0, 2)).toEqual(['はい', '違います']);
    expect(facts(stage)).toEqual({});
    await deliver(process, () => stage.press('reading-0'));
    expect(facts(stage)).toEqual({ edition: 'pro', errorCodes: ['0xC004F074'] });
    expect(stage.messages.at(-2)?.answer).toBe('はい');
  });

  test('is confirmed by a typed yes as well', async () => {
    const { stage, process } = await reading();
    await send(stage, process, [page]);
    await deliver(process, () => stage.text('はい、それです'));
    expect(facts(stage)).toEqual({ errorCodes: ['0xC004F074'] });
  });

  test.each([
    'はい、違います',
    'はい？',
    'はい？違うと思います',
    'うん、でもコードは違います',
    '合っていません',
    '0xC004F074ではないです',
    '0xC004F074 は違います',
    'はい、終わりました',
    'はい、コードだけ',
    'ありがとう',
    'わからない',
    'yeah, no',
    'yes?',
    'yes, done',
    'not 0xC004F074',
  ])('has nothing of it taken by 「%s」', async (text) => {
    const { stage, process } = await reading();
    await send(stage, process, [`${page}\nWindows 11 Pro`]);
    await deliver(process, () => stage.text(text));
    expect(facts(stage)).toEqual({});
  });

  test.each(['合っています', 'その通りです', 'はい、お願いします', "Yes, that's right", 'correct'])(
    'is confirmed by 「%s」',
    async (text) => {
      const { stage, process } = await reading();
      await send(stage, process, [page]);
      await deliver(process, () => stage.text(text));
      expect(facts(stage)).toEqual({ errorCodes: ['0xC004F074'] });
    },
  );

  test.each(['これです', 'はい', 'はい、これです'])(
    'is not confirmed by an edit of the message that was sent with it: %s',
    async (text) => {
      const { stage, process } = await reading();
      await send(stage, process, [page], 'これ');
      const of = 'delivery-1';
      await deliver(process, () => stage.incoming({ type: 'edit', text, of }));
      expect(facts(stage)).toEqual({});
      expect(view(stage).text).toContain('0xC004F074');
    },
  );

  test('is still asked about after an edit of that message that tells something', async () => {
    const { stage, process } = await reading();
    await send(stage, process, [page], 'これ');
    const of = 'delivery-1';
    await deliver(process, () => stage.incoming({ type: 'edit', text: 'これです。会社のPCです', of }));
    expect(facts(stage)).toEqual({ origin: 'organization' });
    expect(view(stage).text).toContain('0xC004F074');
  });

  test.each(['はい、', 'はい？', 'うん。違います。'])('is answered in time by 「%s」 again and again', async (text) => {
    const { stage, process } = await reading();
    await send(stage, process, [page]);
    const began = performance.now();
    await deliver(process, () => stage.text(text.repeat(8_000)));
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(facts(stage)).toEqual({});
  });

  test('does not take away the form that was filled in while it was read', async () => {
    const { stage, process } = await reading();
    await deliver(
      process,
      () => stage.text('会社のPCで0xC004C003が出ます'),
      () => stage.press('human'),
    );
    const to = view(stage).id;
    await send(stage, process, [page]);
    expect(view(stage).text).toContain('0xC004F074');
    await deliver(process, () => stage.incoming({ type: 'form', to, values: { urgency: '至急' }, files: [] }));
    expect(view(stage).id).toBe('closed.escalated');
    expect(facts(stage)).toMatchObject({ errorCodes: ['0xC004C003'] });
  });

  test('is not confirmed by a yes that says something else of it, which is taken instead', async () => {
    const { stage, process } = await reading();
    await send(stage, process, [`${page}\nWindows 11 Pro`]);
    await deliver(process, () => stage.text('はい、でも版はHomeです'));
    expect(facts(stage)).toEqual({ edition: 'home' });
    await deliver(process, () => stage.text('はい、コードは0xC004C003です'));
    expect(facts(stage)).toEqual({ edition: 'home', errorCodes: ['0xC004C003'] });
    expect(view(stage).text).not.toContain('0xC004F074');
  });

  test('has the words beside it understood first', async () => {
    const { stage, process } = await reading();
    await send(stage, process, [page], '会社のPCです');
    expect(stage.messages[0]?.outgoing.facts).toEqual({ origin: 'organization' });
    expect(leads(stage)[0]).toBe(
      '画像を読み取っています。終わったら、ここでお知らせします。会社・学校のPCなのですね。',
    );
    expect(view(stage).text).toContain('0xC004F074');
  });

  test('is asked about again when the person tells something else instead, and not any more once it is denied', async () => {
    const { stage, process } = await reading();
    await send(stage, process, [page]);
    await deliver(process, () => stage.text('会社のPCです'));
    expect(facts(stage)).toEqual({ origin: 'organization' });
    expect(view(stage).text).toContain('画像から「エラーコード 0xC004F074」');
    await deliver(process, () => stage.press('none-of-these'));
    expect(view(stage).lead.join()).toContain('文字で教えてください');
    await send(stage, process, [page]);
    expect(view(stage).id).toBe('question.screen');
    expect(view(stage).lead.join()).toContain('うまく読み取れませんでした');
    await deliver(process, () => stage.text('0xC004F074でした'));
    expect(facts(stage).errorCodes).toEqual(['0xC004F074']);
  });

  test('that was not answered is asked about once more when it is sent again', async () => {
    const { stage, process } = await reading();
    await send(stage, process, [page]);
    await deliver(process, () => stage.text('ヘルプ'));
    expect(view(stage).id).toBe('question.origin');
    await send(stage, process, [page]);
    expect(view(stage).text).toContain('0xC004F074');
  });

  test('is denied with the right code in one message', async () => {
    const { stage, process } = await reading();
    await send(stage, process, [page]);
    await deliver(process, () => stage.text('違います、0xC004C003です'));
    expect(facts(stage).errorCodes).toEqual(['0xC004C003']);
    expect(view(stage).lead.join()).not.toContain('文字で教えて');
  });

  test('asks nothing that is known, and asks about what contradicts it', async () => {
    const { stage, process } = await reading();
    await deliver(process, () => stage.text('Windows 11 Homeで0xC004F074が出ます'));
    expect(facts(stage)).toMatchObject({ edition: 'home', errorCodes: ['0xC004F074'] });
    await send(stage, process, [page]);
    expect(view(stage).lead.join()).toContain('うかがった内容と同じです');
    await send(stage, process, [`${page}\nWindows 11 Pro`]);
    expect(view(stage).text).toBe('画像から「Pro版」と読み取りました。画面と合っていますか？');
    expect(facts(stage).edition).toBe('home');
  });

  test('with a code that is not surely read asks for that as text, beside what else it shows', async () => {
    const { stage, process } = await reading();
    await send(stage, process, ['エラー コード: 0xC0O4F?7\nライセンス認証\nWindows 11 Pro']);
    expect(view(stage).lead.join()).toContain('コードを、文字で教えてください');
    expect(view(stage).text).toBe('画像から「Pro版」と読み取りました。画面と合っていますか？');
    await deliver(process, () => stage.text('0xC004F074'));
    expect(facts(stage)).toEqual({ errorCodes: ['0xC004F074'] });
    expect(view(stage).text).toBe('画像から「Pro版」と読み取りました。画面と合っていますか？');
  });

  test('with two codes has a button for each', async () => {
    const { stage, process } = await reading();
    await send(stage, process, ['エラー コード: 0xC004F074\nエラー コード: 0xC004C003']);
    expect(buttons(stage).slice(0, 3)).toEqual(['0xC004F074', '0xC004C003', 'どれでもない']);
    await deliver(process, () => stage.press('reading-1'));
    expect(facts(stage).errorCodes).toEqual(['0xC004C003']);
  });

  test.each([
    ['Officeのこと', 'Microsoft Office\nライセンスのない製品', 'subject'],
    ['BitLockerのこと', 'BitLocker 回復\nこのドライブの回復キーを入力してください', 'subject'],
  ])('of another page is asked about: %s', async (label, text, slot) => {
    const { stage, process } = await reading();
    await send(stage, process, [text]);
    expect(view(stage).text).toContain(label);
    expect(facts(stage)).toEqual({});
    await deliver(process, () => stage.press('reading-0'));
    expect(facts(stage)).toHaveProperty(slot);
  });

  test('of a warning with a telephone number is met with calm words at once, and asked about', async () => {
    const { stage, process } = await reading();
    await send(stage, process, ['ウイルスに感染しました\n今すぐお電話ください 050-1234-5678\nエラー 0xC004F074']);
    expect(view(stage).lead.join()).toContain('電話しないで');
    expect(view(stage).text).toContain('電話や支払いを求める案内あり');
    expect(view(stage).text).not.toContain('0xC004F074');
    expect(facts(stage)).toEqual({});
    await deliver(process, () => stage.press('reading-0'));
    expect(view(stage).id).toBe('advice.scam-told');
  });

  test('with a product key is followed by the request to hide it next time', async () => {
    const { stage, process } = await reading();
    await send(stage, process, [`${page}\nVK7JG-NPHTM-C97JM-9MPGT-3V66T`]);
    expect(view(stage).lead.join()).toContain('また送るときは、そこを隠す');
    expect(view(stage).text).toContain('0xC004F074');
  });

  test('on which nothing is seen is answered with what to photograph and how', async () => {
    const { stage, process } = await reading();
    await send(stage, process, ['ねこ']);
    expect(view(stage).lead.join()).toContain('「設定」→「システム」→「ライセンス認証」');
    expect(view(stage).id).toBe('question.origin');
  });
});

describe('several pictures', () => {
  test('of one message make one question, to which each adds what it shows', async () => {
    const { stage, process } = await reading();
    await send(stage, process, [page, 'Windows 11 Pro\nライセンス認証', 'ねこ']);
    expect(view(stage).text).toBe('画像から「エラーコード 0xC004F074、Pro版」と読み取りました。画面と合っていますか？');
    await deliver(process, () => stage.press('reading-0'));
    expect(facts(stage)).toEqual({ edition: 'pro', errorCodes: ['0xC004F074'] });
  });

  test('make a question of their own each time: a press on the one before confirms nothing that joined it since', async () => {
    const { stage, process } = await reading();
    await send(stage, process, [page, 'Windows 11 Pro\nライセンス認証']);
    const [, first, second] = stage.messages.map(({ outgoing }) => outgoing.view);
    expect(first?.text).not.toContain('Pro版');
    await deliver(process, () => stage.incoming({ type: 'choice', to: first?.id ?? '', choice: 'reading-0' }));
    expect(facts(stage)).toEqual({});
    expect(view(stage).text).toBe(second?.text);
    await deliver(process, () => stage.press('reading-0'));
    expect(facts(stage)).toEqual({ edition: 'pro', errorCodes: ['0xC004F074'] });
  });

  test('are read up to four, and the rest is said to be left', async () => {
    const { stage, reader, process } = await reading();
    await send(
      stage,
      process,
      Array.from({ length: 6 }, (_, n) => `${page} ${n}`),
    );
    expect(reader.pictures).toHaveLength(4);
    expect(leads(stage)[0]).toContain('はじめの分から読み取ります');
  });

  test('of which nothing is seen are answered once', async () => {
    const { stage, process } = await reading();
    await send(stage, process, ['ねこ', 'いぬ', 'とり']);
    expect(stage.messages).toHaveLength(2);
  });

  test('of twenty people wait in line: each hears so at once, and they are read one at a time', async () => {
    const { stage, reader, process } = await reading();
    const release = reader.hold();
    for (let n = 0; n < 20; n += 1) {
      const place = `slack:T1/C1/${n + 1}.5` as ConversationId;
      const files = [sent(stage, page)];
      await process.bot.receive(
        stage.incoming(
          { type: 'file', text: '', files },
          { conversation: place, person: `slack:T1/p${n}` as PersonId },
        ),
      );
      // The reading of the first begins after its turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
    release();
    await process.bot.rest();
    const heard = leads(stage).filter((lead) => lead !== '');
    expect(heard.filter((lead) => lead.includes('画像を読み取っています'))).toHaveLength(1);
    expect(heard.filter((lead) => lead.includes('順番に読み取ります'))).toHaveLength(19);
    for (let rounds = 0; rounds < 20; rounds += 1) await pass(stage, process, second);
    expect(stage.messages.filter(({ outgoing }) => outgoing.view.id.startsWith('clarify.'))).toHaveLength(20);
    expect(reader.pictures).toHaveLength(20);
    expect(reader.together()).toBe(1);
    expect(jobsIn(process.tally)).toMatchObject({ reads: 20, dead: 0, retries: 0 });
    expect(countsOf(process.tally)['ninsho_files_read_total{kind=picture,result=read}']).toBe(20);
  });
});

describe('what happens while a picture is read', () => {
  test('a process that is killed loses nothing: another one reads it once the lease is over', async () => {
    const { stage, reader, process: killed } = await reading();
    reader.hold();
    await killed.bot.receive(stage.incoming({ type: 'file', text: '', files: [sent(stage, page)] }));
    await expect.poll(() => reader.pictures.length).toBe(1);
    await expect.poll(() => stage.messages.length).toBe(1);
    stage.pictures = (await reading()).reader;
    const other = stage.process();
    await pass(stage, other, minute);
    expect(stage.messages).toHaveLength(1);
    await pass(stage, other, minute);
    expect(view(stage).text).toContain('0xC004F074');
  });

  test('a process that shuts down leaves it to another one at once', async () => {
    const { stage, reader, process } = await reading();
    reader.hold();
    await process.bot.receive(stage.incoming({ type: 'file', text: '', files: [sent(stage, page)] }));
    await expect.poll(() => reader.pictures.length).toBe(1);
    await process.bot.stop();
    stage.pictures = (await reading()).reader;
    await pass(stage, stage.process(), 0);
    expect(stage.messages.map(({ outgoing }) => outgoing.view.id)).toEqual([
      'question.origin',
      expect.stringMatching(/^clarify\./),
    ]);
  });

  test.each([
    ['is handed over', 'human', 'skip'],
    ['is ended', 'cancel'],
    ['is begun anew', 'restart'],
  ])('a case that %s meanwhile is not asked about it', async (_, ...choices) => {
    const { stage, reader, process } = await reading();
    await deliver(process, () => stage.text('会社のPCです'));
    const release = reader.hold();
    await process.bot.receive(stage.incoming({ type: 'file', text: '', files: [sent(stage, page)] }));
    await expect.poll(() => reader.pictures.length).toBe(1);
    await expect.poll(() => stage.messages.length).toBe(2);
    for (const [n, choice] of choices.entries()) {
      await process.bot.receive(stage.press(choice));
      await expect.poll(() => stage.messages.length).toBe(3 + n);
    }
    const shown = stage.messages.length;
    release();
    await process.bot.rest();
    expect(stage.messages).toHaveLength(shown);
    expect((await stage.saved()).lanes).not.toHaveProperty('pictures');
  });

  test('a picture that is still to be read when the case is handed over goes to the desk behind the ticket, once', async () => {
    const { stage, reader, process } = await reading();
    await deliver(process, () => stage.text('会社のPCです'));
    const release = reader.hold();
    await process.bot.receive(stage.incoming({ type: 'file', text: '', files: [sent(stage, page)] }));
    await expect.poll(() => reader.pictures.length).toBe(1);
    await process.bot.receive(stage.press('human'));
    await expect.poll(() => view(stage).id).toBe('form');
    await process.bot.receive(stage.press('skip'));
    await expect.poll(() => stage.notes.length).toBe(1);
    release();
    await process.bot.rest();
    expect(stage.tickets.size).toBe(1);
    const file = { kind: 'file', text: '', files: [expect.anything()], missing: 0, inForm: false };
    expect(stage.notes.map(({ note }) => note)).toEqual([file]);
  });

  test('the replies to what the person writes do not wait for it', async () => {
    const { stage, reader, process } = await reading();
    const release = reader.hold();
    await process.bot.receive(stage.incoming({ type: 'file', text: '', files: [sent(stage, page)] }));
    await expect.poll(() => reader.pictures.length).toBe(1);
    await process.bot.receive(stage.text('会社のPCです'));
    await expect.poll(() => view(stage).id).toBe('question.screen');
    release();
    await process.bot.rest();
    expect(view(stage).text).toContain('0xC004F074');
  });

  test('its record is of a format that earlier versions leave alone', async () => {
    const { stage, reader, process } = await reading();
    const release = reader.hold();
    await process.bot.receive(stage.incoming({ type: 'file', text: '', files: [sent(stage, page)] }));
    await expect.poll(() => reader.pictures.length).toBe(1);
    const row = await stage.store.load(conversation);
    expect(row?.format).toBe(3);
    const later = {
      now: stage.clock + 10 * minute,
      until: stage.clock + 11 * minute,
      horizon: stage.clock + 20 * minute,
    };
    expect(await stage.store.claim({ channels: ['slack'], format: 2, limit: 10, ...later })).toEqual([]);
    release();
    await process.bot.rest();
    expect((await stage.store.load(conversation))?.format).toBe(1);
  });
});

describe('a picture that cannot be read', () => {
  test.each([
    ['heic', 'JPEGかスクリーンショットで送り直して'],
    ['too large', '切り取って、送り直して'],
    ['damaged', 'うまく読み取れませんでした'],
    ['failed', 'うまく読み取れませんでした'],
    ['not a picture', 'PNG・JPEG'],
  ])('%s: the person hears what to send instead', async (why, words) => {
    const { stage, process } = await reading();
    await send(stage, process, [`!${why}`]);
    expect(view(stage).lead.join()).toContain(words);
    expect(stage.messages).toHaveLength(2);
  });

  test('since one of its codes is unclear, is not said to be known', async () => {
    const { stage, process } = await reading();
    await deliver(process, () => stage.text('0xC004F074です'));
    await send(stage, process, ['エラー コード: 0xC004F074\nエラー コード: 0xC0M4K0Z4']);
    expect(view(stage).lead.join()).toContain('はっきり読み取れませんでした');
  });

  test('since the bot may not fetch it, is not asked for again', async () => {
    const { stage, process } = await reading();
    stage.faults.fetch.push({ outcome: 'none', why: 'not allowed' });
    await send(stage, process, [page]);
    expect(view(stage).lead.join()).toContain('文字で教えてください');
    expect(view(stage).lead.join()).not.toContain('もう一度送って');
  });

  test('since it is gone, is asked for once more', async () => {
    const { stage, process } = await reading();
    await deliver(process, () =>
      stage.incoming({ type: 'file', text: '', files: [{ ref: 'F9', kind: 'picture', size: null }] }),
    );
    expect(view(stage).lead.join()).toContain('もう一度送ってみてください');
    expect(jobsIn(process.tally)).toMatchObject({ reads: 1, dead: 0 });
    expect(countsOf(process.tally)['ninsho_files_read_total{kind=picture,result=unread}']).toBe(1);
  });

  test('since the channel asks to wait, is read after that', async () => {
    const { stage, process } = await reading();
    stage.faults.fetch.push({ outcome: 'later', after: 5 * second, reason: 'rate limit', why: 'ratelimited' });
    await send(stage, process, [page]);
    expect(stage.messages).toHaveLength(1);
    await pass(stage, process, 6 * second);
    expect(view(stage).text).toContain('0xC004F074');
  });

  test('since the channel is away for minutes, is asked for as text', async () => {
    const { stage, process } = await reading();
    const away = { outcome: 'later', after: 0, reason: 'outage', why: 'HTTP 503' } as const;
    stage.faults.fetch.push(...Array.from({ length: 30 }, () => away));
    await send(stage, process, [page]);
    for (let passed = 0; passed < 4 * minute; passed += 20 * second) await pass(stage, process, 20 * second);
    expect(stage.messages).toHaveLength(2);
    expect(view(stage).lead.join()).toContain('うまく読み取れませんでした');
    expect((await stage.saved()).lanes).not.toHaveProperty('pictures');
  });

  test('since the channel asks to wait for an hour, is asked for as text within minutes', async () => {
    const { stage, process } = await reading();
    const busy = { outcome: 'later', after: 60 * minute, reason: 'rate limit', why: 'ratelimited' } as const;
    stage.faults.fetch.push(busy, busy, busy);
    await send(stage, process, [page]);
    await pass(stage, process, 3 * minute + second);
    expect(stage.messages).toHaveLength(2);
    expect(view(stage).lead.join()).toContain('うまく読み取れませんでした');
  });

  test('since no reader is there, is answered with the request for the code, as before', async () => {
    const stage = await makeStage();
    const process = stage.process();
    await send(stage, process, [page], '会社のPCです');
    expect(stage.messages).toHaveLength(1);
    expect(view(stage).lead[0]).toContain('画像やファイルは読み取れません');
    expect(facts(stage)).toEqual({ origin: 'organization' });
    expect(stage.fetched).toEqual([]);
  });

  test('since it is a PDF, is to be sent as a picture', async () => {
    const { stage, reader, process } = await reading();
    await deliver(process, () =>
      stage.incoming({ type: 'file', text: '会社のPCです', files: [sent(stage, '%PDF', 'pdf')] }),
    );
    expect(view(stage).lead[0]).toContain('PNG・JPEG');
    expect(facts(stage)).toEqual({ origin: 'organization' });
    expect(reader.pictures).toEqual([]);
  });
});

describe('the output of a program', () => {
  const log = [
    '名前: Windows(R), Enterprise edition',
    '説明: Windows(R) Operating System, VOLUME_KMSCLIENT channel',
    'ライセンスの状態: 通知',
    '通知の理由: 0xC004F056',
  ].join('\n');

  test('that is attached is read and asked about, also where no pictures are read', async () => {
    const stage = await makeStage();
    const process = stage.process();
    await deliver(process, () => stage.incoming({ type: 'file', text: '', files: [sent(stage, log, 'text')] }));
    expect(leads(stage)[0]).toContain('ファイルを読み取っています');
    expect(view(stage).text).toMatch(/^送っていただいた内容から「.*Enterprise版.*」と読み取りました。/);
    expect(facts(stage)).toEqual({});
  });

  test('that is pasted is asked about in the same turn', async () => {
    const { stage, process } = await reading();
    await deliver(process, () => stage.text(log));
    expect(view(stage).text).toMatch(/^送っていただいた内容から「.*Enterprise版.*」と読み取りました。/);
    expect(facts(stage)).toEqual({});
    expect(stage.messages).toHaveLength(1);
    await deliver(process, () => stage.press('reading-0'));
    expect(facts(stage)).toMatchObject({ edition: 'enterprise' });
  });

  test('is asked about after the words that stand beside it were heard', async () => {
    const { stage, process } = await reading();
    await deliver(process, () => stage.text(`会社のPCです。助けてください\n${log}`));
    expect(facts(stage)).toEqual({ origin: 'organization' });
    expect(view(stage).lead.join()).toContain('会社・学校のPCなのですね');
    expect(view(stage).text).toMatch(/^送っていただいた内容から「.*Enterprise版.*」と読み取りました。/);
  });

  test.each([
    ['解決しました', 'closed.resolved'],
    ['担当者に代わってください', 'recipient'],
    ['画面の番号に電話して、お金を払ってしまいました', 'advice.scam-paid'],
  ])('does not keep back what its person says beside it: %s', async (text, id) => {
    const { stage, process } = await reading();
    await deliver(process, () => stage.text(`${text}\n${log}`));
    expect(view(stage).id).toBe(id);
  });
});

test('after a hand-over a picture goes to the desk and is not read', async () => {
  const { stage, reader, process } = await reading();
  await deliver(
    process,
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('human'),
    () => stage.press('skip'),
  );
  await send(stage, process, ['会社のPCです']);
  expect(stage.notes).toMatchObject([{ note: { kind: 'file' } }]);
  expect(reader.pictures).toEqual([]);
  expect(view(stage).id).toBe('closed.escalated');
});

test('a picture is not read once the person has the letter that they send themselves', async () => {
  const { stage, reader, process } = await reading({ desk: false });
  await deliver(
    process,
    () => stage.text('会社のPCで0xC004F074が出ます'),
    () => stage.press('human'),
    () => stage.press('skip'),
  );
  await send(stage, process, [page]);
  expect(reader.pictures).toEqual([]);
  expect(view(stage).lead.join()).toContain('画像やファイルは読み取れません');
});

test('after the end of a case a picture begins a new one, once it is confirmed', async () => {
  const { stage, process } = await reading();
  await deliver(
    process,
    () => stage.text('会社のPCです'),
    () => stage.press('cancel'),
  );
  await send(stage, process, [page]);
  expect(view(stage).text).toContain('0xC004F074');
  await deliver(process, () => stage.text('はい、それです'));
  expect(facts(stage)).toEqual({ errorCodes: ['0xC004F074'] });
});

test('in a thread with several people the picture belongs to the case of whoever sent it', async () => {
  const { stage, process } = await reading();
  await deliver(process, () => stage.text('会社のPCです'));
  await deliver(process, () =>
    stage.incoming(
      { type: 'file', text: '', files: [sent(stage, page)] },
      { person: bob, company: { ...alone, attended: true } },
    ),
  );
  expect((await stage.saved()).talk.flow.snapshot).toMatchObject({ context: { candidates: [] } });
  expect(view(stage).text).toContain('0xC004F074');
  expect(facts(stage)).toEqual({});
});
