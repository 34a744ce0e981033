import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inBacklog, inHtml, inJournal, inWiki } from '../../src/adapters/desk/systems/escape.ts';
import { wordsIn } from '../../src/bot/i18n.ts';
import type { MessageRef } from '../../src/bot/ports.ts';
import { deskRig, fakes, ticketOf } from './systems/rig.ts';

const gap = /\u200b/g;
/** What Jira takes for an escape: a backslash that stands after no other. */
const wikiEscape = /(?<!\\)\\([-#*_+?^~|%{}[\]()!@])/g;

/** How each system shows a text that is escaped for it, and what is markup there. */
const systems = {
  jira: {
    escape: inWiki,
    markup: (sent: string) => sent.replace(wikiEscape, '').match(/\[[^\]]*\]|![^!]+!|\{[^}]*\}|\\\\/g),
    shown: (sent: string) => sent.replace(wikiEscape, '$1'),
  },
  servicenow: {
    escape: inJournal,
    markup: (sent: string) => sent.match(/\[\s*\/?\s*code\s*\]|@\[\w/gi),
    shown: (sent: string) => sent,
  },
  zendesk: {
    escape: inHtml,
    markup: (sent: string) => sent.match(/[<>"]|&(?!#\d+;)|\{[{%]/g),
    shown: (sent: string) => sent.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code)),
  },
  backlog: {
    escape: inBacklog,
    markup: (sent: string) =>
      sent.match(/\]\s?[([:]|\[\[|<[\w/!?]|#(?:image|thumbnail|attach)\(|&(?:color\(|\w+;)|\{\/?(?:code|quote)|```/g),
    shown: (sent: string) => sent,
  },
} as const;
const each = Object.entries(systems);

const hostile = [
  '[code]<a href="https://evil.example">社内ポータル</a>[/code]',
  '!https://evil.example/x.png! !https://evil.example/y.png|width=1!',
  '[VPN|https://evil.example] [~accountid:5b10] [^secret.txt] {color:white}見えない{color} {html}<b>{html}',
  '\\[VPN|https://evil.example] \\\\[VPN|https://evil.example]',
  '![x](https://evil.example/x.png) [VPN](https://evil.example) <img src=x onerror=alert(1)>',
  '[VPN]: https://evil.example',
  '[[VPN>https://evil.example]] #image(https://evil.example/x.png) &color(#fff) { 見えない } {code}x{/code}',
  'https://evil.example/#image(https://evil.example/x.png)',
  '{{ticket.requester.email}} {% if x %} {{{x}}} &#60;b&#62; @[佐藤]',
];

test.each(each)(
  '%s finds no markup in what a person wrote, and shows all of it',
  (_, { escape: inert, markup, shown }) => {
    for (const text of hostile) {
      expect(markup(inert(text)), text).toBeNull();
      expect(shown(inert(text)).replace(gap, '')).toBe(text);
    }
  },
);

test.each(each)('%s shows ordinary text as it is', (kind, { escape: inert, shown }) => {
  const text = [
    'お名前：佐藤（情報部）',
    '0xC004F074「このPCを認証できません」100%',
    'C:\\Windows\\System32\\slmgr.vbs /dlv - taro_sato@example.co.jp',
    'https://example.slack.com/archives/C1/p11?thread_ts=1.1&cid=C1#x',
  ].join('\n');
  expect(shown(inert(text))).toBe(text);
  if (kind !== 'zendesk') expect(inert(text)).toBe(text);
});

test.each(each)('%s finds no markup in any mixture of its signs', (_, { escape: inert, markup, shown }) => {
  const signs = ['[', ']', '(', ')', '!', '{', '}', '\\', '<', '>', '&', '#', '|', ':', '~', '%', '"', '`', '\n', ' '];
  const words = [
    'code',
    '/code',
    'image',
    'color',
    'quote',
    'https://e.example/a?b=1&c#d',
    'あ',
    '@',
    ';',
    '60',
    'br;',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...signs, ...words), { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      expect(markup(inert(text))).toBeNull();
      expect(shown(inert(text)).replace(gap, '')).toBe(text);
    }),
  );
});

test.each(fakes)('in %s a ticket, notes, facts and news are escaped, and titles are readable', async (kind, fakeOf) => {
  const rig = await deskRig(await fakeOf(), {}, 'en');
  const { markup } = systems[kind];
  const words = `${hostile.join('\n')}\n終わり`;
  const name = '[VPN|https://evil.example] {{ticket.id}}';
  const ticket = ticketOf({
    contact: { name, mail: '', chat: 'https://chat.example/?a=1&b=2#c', thread: '' },
    handover: { to: 'it-admin', text: words },
    urgency: '!https://evil.example/x.png!',
  });
  const opened = await rig.desk.open('k'.repeat(22), ticket);
  const ref = (opened as { message: MessageRef }).message;
  await rig.desk.note('n', ref, ticket, { kind: 'words', text: words });
  await rig.desk.show(ref, { ...ticket, handling: { state: 'returned', by: '[code]<b>', at: 1 } });
  const notice = { id: 'n1', desk: 'it', text: words, match: { origin: null, code: null, list: null } };
  const times = { postedAt: 0, postedBy: ticket.person, until: 1, zone: 'Asia/Tokyo' };
  await rig.desk.tell('t', { kind: 'posted', at: 0, notice: { ...notice, ...times } });

  const sent = rig.fake.server.asked.filter(({ method }) => method !== 'GET').map(({ body }) => textsIn(kind, body));
  expect(sent).toHaveLength(4);
  for (const text of sent) {
    // The mark, and the sign of an answer in Backlog, are the bot’s own.
    const others = text
      .replace(/\[(?:ninsho\w+|Answer)\]/g, '')
      .replaceAll('<br>', '\n')
      .replace(/^> /gm, '');
    expect(markup(others)).toBeNull();
  }
  expect(sent[1]).toContain('終わり');
  if (kind === 'backlog') expect(sent[0]).toContain(wordsIn('en').letters.text('desk:systems.mark'));
  if (kind !== 'zendesk') expect(sent[0]).toContain('https://chat.example/?a=1&b=2#c');
  const [held] = rig.fake.tickets;
  expect(held?.subject.replace(gap, '')).toContain(name);
  if (kind === 'zendesk') expect(held?.subject).not.toContain('{{');
  await rig.stop();
});

/** Returns the texts of a write but for its title, as they were sent. */
function textsIn(kind: keyof typeof systems, body: string): string {
  if (kind === 'backlog') {
    const form = new URLSearchParams(body);
    return form.get('description') ?? form.get('content') ?? '';
  }
  const { requestFieldValues, ticket, description, work_notes, body: comment } = JSON.parse(body);
  return requestFieldValues?.description ?? ticket?.comment.html_body ?? description ?? work_notes ?? comment;
}
