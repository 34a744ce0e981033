import { renderMermaidSVG } from 'beautiful-mermaid';
import { agenda } from '../../src/flows/agenda.ts';
import type { Facts } from '../../src/flows/facts.ts';
import { machine } from '../../src/flows/machine.ts';
import { recipientOf } from '../../src/flows/recipient.ts';
import { mermaid } from './mermaid.ts';

/** One situation for each row of the decision table, with the row's name. */
const situations: readonly (readonly [row: string, facts: Facts])[] = [
  ['0a', { drive: 'failing' }],
  ['0a, data gone', { data: 'lost' }],
  ['0b', { origin: 'personal', data: 'risk' }],
  ['0c', { reinstall: 'wanted' }],
  ['0d', { protection: 'off' }],
  ['0h', { scam: 'told' }],
  ['0i', { malware: 'found' }],
  ['0j', { subject: 'bitlocker' }],
  ['1a', { origin: 'organization' }],
  ['1a, in the office', { origin: 'organization', place: 'office' }],
  ['1b', { message: 'org-server' }],
  ['1b, nobody knows', { message: 'org-server', origin: 'unknown' }],
  ['1c', { message: 'org-server', origin: 'personal' }],
  ['1d', { message: 'org-server', origin: 'used' }],
  ['1e', { origin: 'organization', employment: 'left' }],
  ['1f', { origin: 'used', employment: 'left', ownership: 'given' }],
  ['1g', { origin: 'personal', edition: 'enterprise' }],
  ['1h', { origin: 'organization', license: 'subscription' }],
  ['1i', { origin: 'organization', reader: 'administrator' }],
  ['1i, no IT desk', { origin: 'organization', reader: 'no-it' }],
  ['2a', { origin: 'personal' }],
  ['2b', { origin: 'personal', clock: 'wrong' }],
  ['2c', { origin: 'personal', recent: 'update' }],
  ['2d', { origin: 'personal', errorCodes: ['0xC004F050'] }],
  ['2e', { origin: 'personal', key: 'doubtful' }],
  ['2f', { origin: 'personal', hardware: 'changed' }],
  ['2g', { origin: 'personal', errorCodes: ['0xC004F213'] }],
  ['2h', { origin: 'personal', errorCodes: ['0xC004F210'] }],
  ['2i', { origin: 'personal', message: 'digital-license' }],
  ['2k', { origin: 'personal', firmware: 'changed' }],
  ['2k, a flat battery', { origin: 'personal', firmware: 'battery' }],
  ['2l', { origin: 'personal', errorCodes: ['0x800704CF'] }],
  ['2m', { origin: 'personal', license: 'moving' }],
  ['2n', { origin: 'personal', license: 'none' }],
  ['2o', { origin: 'personal', machine: 'virtual' }],
  ['2p', { origin: 'personal', license: 'old-key' }],
  ['3a', { origin: 'used' }],
  ['3a, a key came with it', { origin: 'used', sale: 'key', key: 'held' }],
  ['3b', { origin: 'used', message: 'digital-license', hardware: 'changed' }],
  ['3c', { origin: 'used', recent: 'update' }],
  ['3d', { origin: 'personal', account: 'work' }],
  ['4', { origin: 'unknown' }],
  ['4b', { subject: 'office' }],
  ['5', { origin: 'organization', place: 'remote', vpn: 'on' }],
];

const told = (facts: Facts) =>
  Object.entries(facts)
    .map(([slot, value]) => `${slot}: ${value}`)
    .join(', ');
const row = ([name, facts]: (typeof situations)[number]) =>
  `| ${name} | ${told(facts)} | ${agenda({ facts, finished: [], item: undefined }).join(' → ')} | ${recipientOf(facts, []) ?? 'asked'} |`;
const chart = (id: string) => `\`\`\`mermaid\n${mermaid(machine, id)}\`\`\``;

/** The page of `src/flows`, drawn from the machine. */
export const page = (): string => `# The conversation

This page is drawn from the machine by \`npm run diagram\`; a test fails when it is stale.

**What comes first** is decided by one function, \`agenda\` (\`agenda.ts\`): the questions and lists that are left, in order. The machine
(\`machine.ts\`) goes to the first of them, and comes back to \`next\` whenever something was answered or finished. So a
question whose answer is known is never asked, a correction leads elsewhere at once, and nothing is given twice.

In every state work: telling a fact, help, back, restart, cancel, a person, "it works", "say that again", a question in passing. They are
left out of the charts.

## By situation

Row: of the decision table. U3 saves data, O1-O3 are for an organisation's PC, P1-P4 for one's own, U1-U2 for a used one.

| row | what is known | what follows, in order | handed to |
| --- | --- | --- | --- |
${situations.map(row).join('\n')}

## The whole

![The whole conversation](flow.svg)

${chart('conversation')}

## Talk

${chart('conversation.talk')}

## One list

All lists are alike; this is P1.

${chart('P1')}

## Handover

${chart('handover')}
`;

/** The picture of the whole: titled, and without the renderer's web font, which would be fetched from outside. */
export const picture = (): string =>
  renderMermaidSVG(mermaid(machine, 'conversation'))
    .replace(/^ *@import .*\n/m, '')
    .replace(/>/, '><title>The conversation, from the first question to its ends</title>');
