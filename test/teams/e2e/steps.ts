import { wordsIn } from '../../../src/bot/i18n.ts';
import type { Window } from './window.ts';

const say = wordsIn('ja').text;

/** One thing that a person does and what they then see; `picture`: the name of its picture in the README. */
export type Step = readonly [title: string, act: (window: Window) => Promise<void>, picture?: string];

const line = (key: 'lists:O1.headlines' | 'lists:O1.steps'): string => wordsIn('ja').lines(key)[0] ?? '';

const gone = async (window: Window, label: string, before: number) => {
  for (let tries = 0; (await window.count(label)) >= before; tries += 1) {
    if (tries > 50) throw new Error(`The button ${label} is still there`);
    await window.page.waitForTimeout(100);
  }
};

/** What the test does, in its order. */
export const steps: readonly Step[] = [
  ['the bot welcomes whoever installs it', (window) => window.see(wordsIn('en').text('teams:welcome.title'))],
  [
    'a word in Japanese makes it speak Japanese',
    async (window) => {
      await window.write('日本語');
      await window.see(say('questions:origin.text'));
    },
  ],
  [
    'a company PC: the card that is answered is replaced in place',
    async (window) => {
      await window.write('会社のPCで 0xC004F074 が出ます');
      await window.see(say('lists:O1.title'));
      await window.touch(line('lists:O1.headlines'));
      await window.see(line('lists:O1.steps'));
      const before = await window.count(say('choices:done'));
      await window.press(say('choices:done'));
      await window.see(`✓ ${say('choices:done')}`);
      await gone(window, say('choices:done'), before);
      await window.press(say('questions:place.options.remote'));
      await window.press(say('questions:vpn.options.off'));
      await window.see(say('lists:O2.title'));
    },
    'steps',
  ],
  [
    'a company PC: a product key does not leave the form',
    async (window) => {
      await window.press(say('choices:human'));
      await window.see(say('prompts:form.title'));
      await window.fill(say('handover:fields.edition.label'), 'Windows 11 Pro');
      await window.fill(say('handover:fields.message.label'), 'ABCDE-12345-FGHIJ-67890-KLMNO');
      await window.press(say('choices:submit'));
      await window.see(wordsIn('ja').text('teams:form.key', { most: '500' }));
    },
    'form',
  ],
  [
    'a company PC: the message for the IT desk can be copied',
    async (window) => {
      await window.fill(say('handover:fields.message.label'), '組織のライセンス認証サーバーに接続できません');
      await window.press(say('choices:submit'));
      await window.see('Windows 11 Pro');
      await window.press(say('teams:copy.open'));
      const copied = await window.page.locator('textarea').last().inputValue();
      if (!copied.includes('組織のライセンス認証サーバーに接続できません')) throw new Error(`Copied: ${copied}`);
    },
    'message',
  ],
  [
    'a PC of one’s own: to the end',
    async (window) => {
      await window.write('最初から');
      await window.press(say('questions:origin.options.personal'));
      await window.press(say('questions:screen.options.cannot-reach'));
      await window.press(say('questions:data.options.backed-up'));
      await window.see(say('lists:P1.title'));
      await window.press(say('choices:steps'));
      await window.see('（1/');
      await window.press(say('choices:all'));
      await window.press(say('choices:done'));
      await window.press(say('choices:solved'));
      await window.see(say('prompts:resolved.title'));
    },
  ],
  [
    'a used PC: to the end',
    async (window) => {
      await window.write('最初から');
      await window.press(say('questions:origin.options.used'));
      await window.press(say('questions:screen.options.watermark'));
      await window.press(say('questions:data.options.none'));
      await window.see(say('lists:U1.title'));
      await window.press(say('choices:done'));
      await window.press(say('questions:sale.options.key'));
      await window.press(say('questions:seller.options.answered'));
      await window.press(say('choices:done'));
      await window.press(say('choices:solved'));
      await window.see(say('prompts:resolved.title'));
    },
  ],
  [
    'in a group chat, whoever mentions it is answered',
    async (window) => {
      await window.open('Group Chat');
      await window.mention('日本語', 'Send Message');
      await window.see(say('questions:origin.text'));
      await window.press(say('questions:origin.options.organization'));
      await window.see(`✓ ${say('questions:origin.options.organization')}`);
    },
  ],
  [
    'in a channel, the answer comes in the thread',
    async (window) => {
      await window.open('My Team - General');
      await window.mention('日本語', 'Post');
      await window.see(say('questions:origin.text'));
    },
    'channel',
  ],
];
