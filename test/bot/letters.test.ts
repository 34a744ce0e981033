import { describe, expect, test } from 'vitest';
import { type Conversation, openConversation, placeOf } from '../../src/bot/conversation/conversation.ts';
import { advance } from '../../src/bot/conversation/step.ts';
import { type TextKey, wordsIn } from '../../src/bot/i18n.ts';
import { writtenLanguages } from '../../src/bot/languages.ts';
import type { Language } from '../../src/bot/types.ts';
import { compose } from '../../src/bot/view/handover.ts';
import type { Event, Keep } from '../../src/flows/context.ts';
import { type Recipient, recipients } from '../../src/flows/events.ts';
import type { Facts } from '../../src/flows/facts.ts';
import { begin } from '../../src/flows/kit.ts';
import { addresseeOf, recipientOf, recipientsFor } from '../../src/flows/recipient.ts';
import { start, step } from '../../src/flows/session.ts';

const contextOf = (keep: Partial<Keep>) => begin({ input: keep });
const letter = (language: Language, keep: Partial<Keep>) => compose(contextOf(keep), wordsIn(language)).text;
const own = { origin: 'personal' } as const;
const gone = { origin: 'organization', employment: 'left' } as const;
/** Facts that the memory holds once it has their slot. */
const later = (facts: Readonly<Record<string, string>>): Facts => facts as Facts;

type Key<K> = K extends `handover:${infer Rest}` ? Rest : never;
/** A case: the recipient, what is known, the sentences that the letter has, and some that it has not. */
type Case = readonly [Recipient, Partial<Keep>, readonly Key<TextKey>[], readonly Key<TextKey>[]];
const cases: readonly Case[] = [
  [
    'it-admin',
    { facts: { ...gone, ownership: 'borrowed', edition: 'enterprise' } },
    ['it-admin.opening', 'told.employment.left', 'told.ownership.borrowed', 'asks.return'],
    ['told.vpn.off'],
  ],
  [
    'it-admin',
    { facts: { origin: 'organization', license: 'subscription', vpn: 'off' }, finished: ['O1', 'O2'] },
    ['told.license.subscription', 'told.vpn.off', 'asks.subscription'],
    ['asks.return', 'told.employment.left'],
  ],
  [
    'microsoft',
    {
      facts: { ...own, firmware: 'changed', errorCodes: ['0xC004F211'] },
      finished: ['P3', 'P4'],
      recipient: 'microsoft',
    },
    ['microsoft.opening', 'told.origin.personal', 'told.firmware.changed', 'asks.hardware'],
    ['told.hardware.changed', 'asks.moving'],
  ],
  [
    'microsoft',
    { facts: { ...own, license: 'moving', key: 'held' } },
    ['told.license.moving', 'told.key.held', 'asks.moving'],
    ['asks.hardware', 'told.firmware.changed'],
  ],
  [
    'seller',
    { facts: { origin: 'used', sale: 'license' }, finished: ['U1'] },
    ['seller.opening', 'told.sale.license'],
    ['told.ownership.given'],
  ],
  ['seller', { facts: { origin: 'used', recent: 'update' } }, ['told.recent.update'], ['told.sale.none']],
  [
    'maker',
    { facts: { ...own, hardware: 'changed', part: 'maker-board' }, finished: ['P3'] },
    ['maker.opening', 'told.part.maker-board'],
    ['told.hardware.changed'],
  ],
  [
    'maker',
    { facts: { ...own, firmware: 'battery' }, recipient: 'maker' },
    ['told.firmware.battery'],
    ['told.part.maker-board'],
  ],
  ['specialist', { facts: { drive: 'noisy', reader: 'helper' } }, ['specialist.opening', 'told.reader.helper'], []],
  ['specialist', { facts: { data: 'lost', recent: 'reinstall' } }, ['told.recent.reinstall'], ['told.reader.helper']],
  [
    'repairer',
    { facts: { ...own, hardware: 'changed', part: 'other' }, recipient: 'repairer' },
    ['repairer.opening', 'told.part.other', 'asks.hardware'],
    ['told.part.maker-board'],
  ],
  [
    'repairer',
    { facts: { ...own, firmware: 'changed' }, recipient: 'repairer' },
    ['told.firmware.changed', 'asks.hardware'],
    ['told.hardware.changed'],
  ],
  [
    'employer',
    { facts: { origin: 'used', employment: 'left', ownership: 'given', message: 'org-server' }, finished: ['U1'] },
    ['employer.opening', 'told.employment.left', 'told.ownership.given', 'employer.closing'],
    ['seller.opening', 'seller.closing'],
  ],
  [
    'employer',
    { facts: { origin: 'used', provenance: 'employer', sale: 'none' } },
    ['employer.opening', 'told.sale.none'],
    ['told.employment.left'],
  ],
  ['bank', { facts: { ...own, scam: 'paid' } }, ['bank.opening', 'told.scam.paid', 'bank.closing'], []],
  ['bank', { facts: { ...own, scam: 'installed' }, recipient: 'bank' }, ['told.scam.installed'], ['told.scam.paid']],
  ['police', { facts: { ...own, scam: 'paid' }, recipient: 'police' }, ['police.opening', 'told.scam.paid'], []],
  [
    'police',
    { facts: { ...own, scam: 'told' }, recipient: 'police' },
    ['told.scam.told', 'police.closing'],
    ['told.scam.paid'],
  ],
  [
    'administrator',
    { facts: { origin: 'organization', reader: 'administrator', firmware: 'changed' } },
    ['administrator.opening', 'told.firmware.changed', 'administrator.closing'],
    ['it-admin.opening', 'it-admin.closing'],
  ],
  [
    'administrator',
    { facts: { reader: 'administrator', license: 'subscription' } },
    ['told.license.subscription'],
    ['told.firmware.changed'],
  ],
];

test('there are two cases for each recipient', () => {
  expect(recipients.map((one) => cases.filter(([to]) => to === one).length)).toEqual(recipients.map(() => 2));
});

describe.each(writtenLanguages)('the letters in $language', ({ language }) => {
  const words = wordsIn(language);
  const said = (key: Key<TextKey>) => words.text(`handover:${key}` as TextKey);

  test.each(cases)('the letter to %s tells %j and nothing else', (to, keep, has, lacks) => {
    const text = letter(language, keep);
    expect(compose(contextOf(keep), words).to).toBe(to);
    expect(has.filter((key) => !text.includes(said(key)))).toEqual([]);
    expect(lacks.filter((key) => text.includes(said(key)))).toEqual([]);
  });

  test.each(cases)('the letter to %s has no gap, no empty line too many and no name of a text: %j', (_, keep) => {
    const text = letter(language, keep);
    expect(text).not.toMatch(/\{\{|undefined|handover|[：:]$|^・$/m);
    expect(text).not.toMatch(/\n{3}|\n$/);
    expect(text.split('\n').length).toBeLessThan(30);
  });

  test('a letter without any fact announces no details', () => {
    expect(letter(language, { facts: {}, recipient: 'bank' })).not.toContain(said('details'));
    expect(letter(language, { facts: own, recipient: 'microsoft' })).toContain(said('details'));
  });

  test('only the letters to the bank and the police tell that money or data were given', () => {
    const telling = recipients.filter((recipient) =>
      letter(language, { facts: { ...own, scam: 'paid' }, recipient }).includes(said('told.scam.paid')),
    );
    expect(telling).toEqual(['bank', 'police']);
  });

  test('an edition that was told stands in each letter about the licence', () => {
    const about = recipients.filter((one) => !['specialist', 'bank', 'police'].includes(one));
    const lacking = about.filter(
      (recipient) =>
        !letter(language, { facts: { ...own, edition: 'pro' }, recipient }).includes(words.text('facts:edition.pro')),
    );
    expect(lacking).toEqual([]);
  });

  test('what was tried is told with its result, and what was skipped is not told', () => {
    const text = letter(language, { facts: own, finished: ['P1', 'P2'], skipped: ['P2'] });
    expect(text).toContain(words.text('handover:tried', { lists: words.text('lists:P1.title') }));
    expect(text).not.toContain(words.text('lists:P2.title'));
  });

  test('a letter does not claim that Windows is not activated where the screen says that it is', () => {
    const text = letter(language, { facts: { ...own, message: 'digital-license' }, finished: ['P1'] });
    expect(text).toContain(said('activated.opening'));
    expect(text).not.toContain(said('microsoft.opening'));
    expect(text).toContain(words.text('handover:steps-done', { lists: words.text('lists:P1.title') }));
  });

  test('a case that is not about Windows 11 is named by what it is about', () => {
    const text = letter(language, { facts: { ...own, ...later({ subject: 'windows-10' }) } });
    expect(text).toContain('Windows 10');
    expect(text).not.toContain('Windows 11');
  });

  test('an administrator of subscriptions gets the checks of a subscription, others those of KMS and MAK', () => {
    const checks = (license?: 'subscription') =>
      letter(language, { facts: { reader: 'administrator', ...(license && { license }) } });
    expect(checks('subscription')).not.toContain('1688');
    expect(checks()).toContain('1688');
    expect(checks()).toContain('_vlmcs._tcp');
  });
});

test('an administrator who names the IT desk gets the checklist, and a leaver who names the giver writes to the employer', () => {
  const named = (facts: Facts, to: Recipient) => {
    const asking: readonly Event[] = [{ type: 'human' }, { type: 'other-recipient' }, { type: 'address', to }];
    return addresseeOf(asking.reduce((at, event) => step(at, event).snapshot, start({ facts }).snapshot).context);
  };
  expect(named({ reader: 'administrator' }, 'it-admin')).toBe('administrator');
  expect(named({ reader: 'administrator' }, 'maker')).toBe('maker');
  expect(named({ origin: 'used', employment: 'left' }, 'seller')).toBe('employer');
  expect(named({ origin: 'used' }, 'seller')).toBe('seller');
});

test('a scam that cost money belongs to the bank, unless the drive may be failing', () => {
  expect(recipientOf({ ...own, scam: 'paid' }, [])).toBe('bank');
  expect(recipientOf({ ...own, scam: 'paid', drive: 'failing' }, [])).toBe('specialist');
});

test('nobody is sent to an IT desk that does not exist, and no administrator to themselves', () => {
  expect(recipientOf({ origin: 'organization', reader: 'no-it' }, [])).toBe('microsoft');
  expect(recipientsFor({ origin: 'organization', reader: 'no-it' }, [])).not.toContain('it-admin');
  expect(recipientsFor({ origin: 'organization', reader: 'administrator' }, [])).not.toContain('it-admin');
});

test('the recipients that are offered are at most five, the one that the case belongs to among them', () => {
  const known: readonly Facts[] = cases.map(([, { facts = {} }]) => facts);
  const wrong = known.filter((facts) => {
    const offered = recipientsFor(facts, []);
    const belongs = recipientOf(facts, []);
    return offered.length > 5 || (belongs !== undefined && !offered.includes(belongs));
  });
  expect(wrong).toEqual([]);
});

const at = (language: Language, ...texts: readonly string[]): Conversation =>
  texts.reduce((talk, text) => advance(talk, { type: 'text', text }), openConversation(language));
const written = (talk: Conversation) =>
  compose(advance(talk, { type: 'choice', to: 'form', choice: 'skip' }).snapshot.context, wordsIn(talk.language));
const opened = {
  ja: at('ja', '自分で買ったPCで0xC004F213が出ます', '担当者に相談'),
  en: at('en', 'my own PC, bought new, says 0xC004F213', 'write it for me'),
};

test.each<[keyof typeof opened, string, Facts]>([
  ['ja', '10月に修理に出して、BIOSを更新してもらいました', { firmware: 'changed' }],
  ['ja', '購入記録はアマゾンの注文履歴にあります', {}],
  ['ja', '画面には「サブスクリプションが有効ではありません」と出ています', {}],
  ['en', 'Dell replaced the motherboard in September', { hardware: 'changed' }],
  ['en', 'The receipt is in my Amazon orders', {}],
])('a sentence in %s at the form stands in the letter, and its facts are learned: %s', (language, text, facts) => {
  const told = advance(opened[language], { type: 'text', text });
  expect(told.lead).toContainEqual({ say: 'entered' });
  expect(told.snapshot.context.facts).toMatchObject(facts);
  expect(written(told).text).toContain(text);
});

test('what is told of a scam at the form stands in the letters to the bank and the police, and in no other', () => {
  const text = 'ギフトカードで5万円払いました';
  const told = at('ja', '連絡文を作って', '銀行に送ります', text).snapshot.context;
  const telling = recipients.filter((recipient) => compose({ ...told, recipient }, wordsIn('ja')).text.includes(text));
  expect(telling).toEqual(['bank', 'police']);
  const elsewhere = advance(opened.ja, { type: 'text', text });
  expect(elsewhere.lead).not.toContainEqual({ say: 'entered' });
  expect(placeOf(elsewhere.snapshot)).toBe('advice.scam-paid');
  expect(addresseeOf(elsewhere.snapshot.context)).toBe('bank');
  expect(compose({ ...elsewhere.snapshot.context, recipient: 'microsoft' }, wordsIn('ja')).text).not.toContain(text);
});

test('several sentences at the form all stand in the letter', () => {
  const told = ['修理は10月にヨドバシでしました', 'レシートはなくしました'].reduce(
    (talk, text) => advance(talk, { type: 'text', text }),
    opened.ja,
  );
  expect(written(told).text).toContain('修理は10月にヨドバシでしました / レシートはなくしました');
});

test.each<[keyof typeof opened, string]>([
  ['ja', 'どこに送ればいいですか'],
  ['ja', 'やっぱりやめます'],
  ['ja', 'お願いします'],
  ['ja', 'Windows 11 Homeです'],
  ['ja', '会社のPCです'],
  ['en', 'where do I send it?'],
  ['en', 'never mind'],
  ['en', 'Windows 11 Home'],
])('a question, a command or a bare fact in %s at the form is not quoted in the letter: %s', (language, text) => {
  expect(advance(opened[language], { type: 'text', text }).snapshot.context.details).toEqual({});
});

test('a product key in a sentence at the form is not kept', () => {
  const told = advance(opened.ja, {
    type: 'text',
    text: 'キーは VK7JG-NPHTM-C97JM-9MPGT-3V66T です、10月に買いました',
  });
  expect(JSON.stringify(told.snapshot.context.details)).not.toContain('VK7JG');
  expect(told.lead).toContainEqual({ say: 'secret-removed' });
});

test('a product key that is spread over sentences at the form is not kept', () => {
  const told = ['キー VK7JG', 'C97JM です', '9MPGT です', '3V66T です'].reduce(
    (talk, text) => advance(talk, { type: 'text', text }),
    opened.ja,
  );
  expect(JSON.stringify(told.snapshot.context.details)).not.toMatch(/VK7JG|C97JM|9MPGT/);
});

test('what the form tells of what happened before is learned, and the recipient stays', () => {
  const values = { recent: '昨日BIOSを更新してから、会社のPCのように表示されます' };
  const { context } = advance(opened.ja, { type: 'form', to: 'form', values, files: [] }).snapshot;
  expect(context.facts).toMatchObject({ firmware: 'changed' });
  expect(addresseeOf(context)).toBe(addresseeOf(opened.ja.snapshot.context));
});

test.each<[keyof typeof opened, string, Recipient]>([
  ['ja', '買ったお店に送る文を書いて', 'seller'],
  ['en', 'write to Microsoft for me', 'microsoft'],
  ['ja', '修理してくれた店への文を作って', 'repairer'],
])('whoever is named at the form in %s is written to instead: %s', (language, text, to) => {
  const next = advance(opened[language], { type: 'text', text });
  expect(addresseeOf(next.snapshot.context)).toBe(to);
  expect(placeOf(next.snapshot)).toBe('form');
});

test('whoever asks at the form for the text to be written gets it, unless the wish may name somebody', () => {
  const placeAfter = (text: string) => placeOf(advance(opened.en, { type: 'text', text }).snapshot);
  expect(placeAfter('write it')).toBe('closed.escalated');
  expect(placeAfter('write a letter to the people there')).toBe('form');
});

test.each<[keyof typeof opened, string, Recipient]>([
  ['ja', 'メーカーに送る文を作って', 'maker'],
  ['ja', '銀行に送る文を書いて', 'bank'],
  ['ja', 'メーカーに連絡したい', 'maker'],
  ['ja', '修理した店に送る文がほしい', 'repairer'],
  ['en', 'write a letter to the repair shop', 'repairer'],
  ['en', 'write a letter to my bank', 'bank'],
])('whoever is named in %s is written to: %s', (language, text, to) => {
  expect(addresseeOf(at(language, text).snapshot.context)).toBe(to);
});

test.each<readonly [Facts, 'kms' | 'hosts']>([
  [{ errorCodes: ['0x80072EE2', '0xC004F074'] }, 'kms'],
  [{ message: 'org-server' }, 'kms'],
  [{ errorCodes: ['0xC004F074'], license: 'subscription' }, 'hosts'],
  [{ errorCodes: ['0xC004C020'] }, 'hosts'],
  [{}, 'hosts'],
])('the letter to the IT desk about %j asks to check the %s alone', (facts, line) => {
  for (const { language } of writtenLanguages) {
    const words = wordsIn(language);
    const text = letter(language, { facts: { origin: 'organization', ...facts } });
    const asked = (['kms', 'hosts'] as const).filter((one) => text.includes(words.text(`handover:lines.${one}`)));
    expect(asked).toEqual([line]);
    expect([text.includes('go.microsoft.com'), text.includes('_vlmcs._tcp')]).toEqual([
      line === 'hosts',
      line === 'kms',
    ]);
  }
});
