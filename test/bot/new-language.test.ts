import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { AppManifestUtils, type TeamsManifestLatest } from '@microsoft/app-manifest';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { en } from '../../locales/en/index.ts';
import { ja } from '../../locales/ja/index.ts';
import type { LanguageEntry } from '../../locales/language.ts';
import { exampleContacts } from '../../src/adapters/contacts.ts';
import type { Language } from '../../src/bot/types.ts';
import { manifestRules } from '../slack/manifest-rules.ts';
import { noNotices } from '../store/no-notices.ts';

/** The mark of everything that is said in the third language. */
const mark = 'FR ';
const marked = <Node>(node: Node): Node =>
  (typeof node === 'string'
    ? `${mark}${node}`
    : Array.isArray(node)
      ? node.map(marked)
      : Object.fromEntries(Object.entries(node as object).map(([key, value]) => [key, marked(value)]))) as Node;

/** What the folder of a third language would hold: English with a mark on every text. */
const fr: LanguageEntry = {
  ...en,
  name: 'Français',
  button: 'french',
  locales: ['fr'],
  texts: marked(en.texts),
  wish: { names: ['French', 'フランス語'], requests: [[['en'], ['{{language}}'], ['', 'svp']]] },
  writing: { ...en.writing, signs: { scripts: [], words: ['je', 'mon', 'pas', 'ne'] } },
  helping: { words: ['aide'], unless: ['pas'] },
  erasure: { requests: [[['efface', 'supprime'], ['mes données']]] },
  picking: {
    places: { ...en.picking.places, 2: ['deux', 'deuxième'], last: ['dernier'] },
    picks: [[['', 'le'], ['{{place}}']]],
  },
  steps: {
    before: ['étape'],
    after: ['ème'],
    unless: [],
    opening: [],
    subject: [],
    lists: ['étapes'],
    earlier: ['anciennes'],
  },
  codes: { ...en.codes, about: ['erreur'], corrects: ['pardon'], twice: [] },
  spelling: {
    ...en.spelling,
    characters: { 0: ['zéro'], 4: ['quatre'], 7: ['sept'], X: ['ixe'], C: ['cé'], F: ['effe'] },
    between: ['tiret'],
  },
  blank: { phrases: [[['sans objet', 'rien']]] },
  deskWords: en.deskWords,
  afterword: en.afterword,
  urgency: en.urgency,
};
const third = 'fr' as Language;

const registry = new URL('../../locales/index.ts', import.meta.url).pathname;
// What is imported from here on is of a program in whose registry the third language has its line.
beforeAll(() => {
  vi.resetModules();
  vi.doMock(registry, () => ({ ja, en, fr }));
});
afterAll(() => {
  vi.doUnmock(registry);
  vi.resetModules();
});

describe('a third language, which is nothing but its entry in the registry,', () => {
  test('is that of the people whose locale begins with its tag, and of nobody else', async () => {
    const { languageFor, languages } = await import('../../src/bot/languages.ts');
    expect(languages).toEqual(['ja', 'en', 'fr']);
    expect(['fr', 'fr-CA', 'FR_fr'].map(languageFor)).toEqual(Array(3).fill(third));
    expect(['frr-DE', 'de-DE', ''].map(languageFor)).toEqual(Array(3).fill(undefined));
  });

  test.each([
    ['Français', 'fr'],
    ['speak French please', 'fr'],
    ['フランス語でお願いします', 'fr'],
    ['en français svp', 'fr'],
    ['en English', 'en'],
    ['en Japanese svp', 'ja'],
    ['French Windows', undefined],
  ])('is asked for by its names in every language, and asks for every other: %s', async (said, expected) => {
    const { languageAsked } = await import('../../src/bot/runtime/index.ts');
    expect(languageAsked(said)).toBe(expected);
  });

  test('has the contacts of its own in the contacts file, else the English ones', async () => {
    const { readContacts } = await import('../../src/adapters/contacts.ts');
    const contacts = readContacts(exampleContacts);
    expect(contacts[third]).toEqual(contacts.en);
    const folder = mkdtempSync(join(tmpdir(), 'ninsho-contacts-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const written = (given: object) => {
      writeFileSync(join(folder, 'contacts.json'), JSON.stringify(given));
      return join(folder, 'contacts.json');
    };
    const own = { ...contacts.en, desk: { name: 'le service informatique', address: '' } };
    expect(readContacts(written({ ...contacts, fr: own }))[third]).toEqual(own);
    expect(() => readContacts(written({ ja: contacts.ja, fr: own }))).toThrow(/cannot be used.*en/s);
  });
});

test('what is said in a third language is read by its entry alone', async () => {
  const { understand } = await import('../../src/bot/understanding/index.ts');
  const { asksForErasure, leavesBlank } = await import('../../src/bot/runtime/index.ts');
  const choices = ['a', 'b', 'c'].map((id) => ({ id, label: id }));
  const read = (text: string) => understand(text, { question: 'screen', at: 'question', choices });
  expect(['Le deuxième', 'le dernier'].map((text) => read(text).choice)).toEqual(['b', 'c']);
  expect(['étape 3', '3ème'].map((text) => read(text).step)).toEqual([3, 3]);
  expect(asksForErasure({ type: 'text', text: 'Efface mes données !' })).toBe(true);
  expect(['Sans objet', 'objet'].map(leavesBlank)).toEqual([true, false]);
  const spelled = 'zéro ixe cé zéro zéro quatre tiret effe zéro sept quatre';
  expect([spelled, 'erreur F074', '0xC004F034, pardon, 0xC004F074'].map((text) => read(text).facts.errorCodes)).toEqual(
    Array(3).fill(['0xC004F074']),
  );
});

test('a third language is followed by the signs of its entry, and shares its letters with another', async () => {
  const { languageWritten } = await import('../../src/bot/understanding/language-written.ts');
  const read = (text: string) => languageWritten(text, 'ja');
  expect(read('mon PC ne marche pas')).toBe(third);
  expect(read('my PC does not work')).toBe('en');
  expect(read('PCが動きません')).toBe('ja');
  expect(read('mein Computer geht nicht')).toBeUndefined();
});

describe('in the terminal a third language', () => {
  async function chat(language: Language | undefined, lines: readonly string[]): Promise<readonly string[]> {
    const { chat: run } = await import('../../src/adapters/terminal/chat.ts');
    const { readContacts } = await import('../../src/adapters/contacts.ts');
    const { sqlite } = await import('../../src/adapters/store/sqlite.ts');
    const { storeOf } = await import('../../src/adapters/store/store.ts');
    const { policy } = await import('../../src/bot/runtime/index.ts');
    const quiet = { info: () => {}, warn: () => {}, error: () => {} };
    const store = storeOf(await sqlite(':memory:'));
    const output = new PassThrough();
    const input = Readable.from(lines.map((line) => `${line}\n`));
    const look = { language, json: false, colour: false };
    await run(input, output, look, {
      store,
      notices: noNotices,
      contacts: readContacts(exampleContacts),
      policy,
      log: quiet,
    });
    output.end();
    await store.close();
    return (await text(output)).split('\n> ');
  }

  test('is offered by its own name, and spoken when it is asked for', async () => {
    const [opening, asked, back] = await chat(undefined, ['Français', '日本語で']);
    expect(opening).toMatch(/いつでも.*: .* \/ English \/ Français$/m);
    expect(asked).toContain(`${mark}I'll go on`);
    expect(asked).toContain(`${mark}How did you get this PC?`);
    expect(asked).toMatch(/ \/ 日本語 \/ English$/m);
    expect(back).toContain('日本語でご案内します。');
  });

  test('is spoken to whoever writes it, and another to whoever writes that, whatever --lang says', async () => {
    const [, french, english] = await chat('ja', ['mon PC, je ne sais pas', 'it is my own PC']);
    expect(french).toContain(mark);
    expect(english).not.toContain(mark);
    expect(english).toContain('your own PC');
  });

  test('is spoken from the start with --lang', async () => {
    expect((await chat(third, []))[0]).toContain(`${mark}How did you get this PC?`);
  });
});

describe('in Slack a third language', () => {
  const team = 'T0ONE00001';
  const user = 'U000000001';

  async function begun() {
    const { rig } = await import('../slack/rig.ts');
    const { nextTs } = await import('../slack/deliver.ts');
    const { shownIn } = await import('../slack/screen.ts');
    const { clickOf } = await import('../slack/interactions.ts');
    const bot = await rig();
    onTestFinished(() => bot.stop());
    bot.slack.locale('fr-CA');
    const channel = await bot.slack.direct(team, user);
    const thread = nextTs();
    const newest = async () => {
      await bot.idle(`slack:${team}:${channel}:${thread}`);
      const message = (await bot.slack.held(team, channel, thread)).at(-1);
      return { ts: message?.ts, ...shownIn(message?.blocks ?? []) };
    };
    const write = async (said: string, ts = nextTs()) => {
      const place = { channel, channel_type: 'im', user, ts, ...(ts !== thread && { thread_ts: thread }) };
      await bot.event(team, { type: 'message', text: said, ...place });
      return newest();
    };
    const press = async (label: string) => {
      const { ts: on, buttons } = await newest();
      const button = buttons.find((one) => one.label === label);
      if (button === undefined) throw new Error(`No button ${label} among ${buttons.map((one) => one.label)}`);
      await bot.interact(clickOf({ team, user, channel, thread, on }, button));
      return newest();
    };
    return { bot, write, press, opening: await write('hello', thread) };
  }

  test('is spoken to people whose locale is its own, and each other language has a button', async () => {
    const { press, opening } = await begun();
    expect(opening.lines.every((line) => line.replace(/^※ /, '').startsWith(mark))).toBe(true);
    const labels = ({ buttons }: typeof opening) => buttons.map(({ label }) => label);
    expect(labels(opening)).toEqual(expect.arrayContaining(['日本語', 'English', `${mark}Stop`]));
    const english = await press('English');
    expect(english.lines[0]).toBe("I'll go on in English.");
    expect(labels(english)).toEqual(expect.arrayContaining(['日本語', 'Français', 'Stop']));
    expect((await press('Français')).lines[0]).toMatch(mark);
  });

  test('has a button on the home tab, and what is chosen there holds', async () => {
    const { bot, write } = await begun();
    const home = () => JSON.stringify(bot.slack.calls.findLast(({ method }) => method === 'views.publish')?.body);
    await bot.event(team, { type: 'app_home_opened', user, channel: 'D0HOME0001', tab: 'home' });
    await expect.poll(home).toContain('home:french');
    expect(home()).toContain(`${mark}Ask for help`);
    expect((await write('speak English')).lines[0]).toBe("I'll go on in English.");
    await bot.event(team, { type: 'app_home_opened', user, channel: 'D0HOME0001', tab: 'home' });
    await expect.poll(home).not.toContain(mark);
    expect(home()).toContain('Français');
  });

  test('is named in the manifest', async () => {
    const { manifest } = await import('../../src/adapters/slack/install/manifest.ts');
    const made = manifest({ url: undefined, step: false, language: 'ja' });
    expect(made.display_information.long_description).toContain('日本語と英語とフランス語で答えます');
    expect(manifestRules.safeParse(made).error).toBeUndefined();
  });
});

describe('in Teams a third language', () => {
  test('is spoken to people whose locale is its own, and each other language has a button', async () => {
    const { startService } = await import('../teams/service.ts');
    const { startChat } = await import('../teams/chat.ts');
    const { dataOf, newestAt } = await import('../teams/looking.ts');
    const { activity, press, written } = await import('../teams/people.ts');
    const service = await startService();
    const bot = await startChat();
    onTestFinished(async () => {
      await bot.stop();
      await service.stop();
      expect(service.wrong).toEqual([]);
    });
    const place = { service: service.url, tenant: 'one', conversation: 'a:asker', kind: 'personal' } as const;
    const does = async (more: object) => {
      await bot.deliver(activity(place, 'asker', { locale: 'fr-FR', ...more }));
      return newestAt(bot, service, place);
    };
    const welcome = await does({ type: 'installationUpdate', action: 'add' });
    expect(welcome.card.buttons.map(({ title }) => title)).toEqual([`${mark}Start`, '日本語', 'English']);
    const english = await does(press(welcome.id, dataOf(welcome.card, 'English')));
    expect(english.card.lines).toContain("I'll go on in English.");
    expect((await does(written('Français'))).card.lines).toContain(`${mark}I'll go on in English.`);
    expect((await does(written(`${mark}Start`))).card.lines.every((line) => line.startsWith(mark))).toBe(true);
  });

  test('is in the app package: its file, its menu, and a command in every menu', async () => {
    const { appPackage } = await import('../../src/adapters/teams/install/build.ts');
    const web = 'https://example.com';
    const offer = {
      version: '1.0.0',
      language: 'ja' as const,
      rsc: false,
      developer: 'Ninsho Navi',
      website: web,
      privacy: web,
      terms: web,
    };
    const zip = await JSZip.loadAsync(appPackage({ app: '44444444-4444-4444-8444-444444444444', ...offer }));
    const read = async (file: string) => JSON.parse((await zip.file(file)?.async('string')) ?? '{}');
    const manifest = (await read('manifest.json')) as TeamsManifestLatest;
    expect(manifest.localizationInfo?.additionalLanguages).toContainEqual({ languageTag: 'fr', file: 'fr.json' });
    expect(JSON.stringify(manifest.bots)).toContain('フランス語に切り替えます');
    expect(await AppManifestUtils.validateAgainstSchema(manifest)).toEqual([]);
    const words = await read('fr.json');
    expect(words['name.short']).toBe(`${mark}Ninshō Navi`);
    expect(Object.values(words)).toEqual(expect.arrayContaining(['Français', `${mark}Go on in français`]));
  });
});
