/** A broken file: its name, its text with 👉 before the place of the fault, and what is said of it. */
export type Broken = readonly [what: string, file: string, text: string, said: string];

const text = (key: string, words: string) => `{\n  👉"${key}": "${words}"\n}`;
const answer = (asked: string, says: string) =>
  `{\n  "vpn": {\n    "asked": { "ja": ${asked} },\n    "says": { "ja": ${says} }\n  }\n}`;
const steps = (count: number) => `[${Array.from({ length: count }, (_, n) => `"手順${n + 1}を見ます。"`).join(', ')}]`;

/** More than forty ways in which a words directory is broken. */
export const broken: readonly Broken[] = [
  ['an empty file', 'ja/says.json', '👉', 'ends too early'],
  ['no JSON', 'ja/says.json', '👉greeting: こんにちは', 'is no JSON'],
  [
    'a comma that is missing',
    'ja/says.json',
    '{\n  "greeting": "こんにちは。"\n  👉"thanks": "いえいえ。"\n}',
    'a comma',
  ],
  ['a comma too many', 'ja/says.json', '{\n  "greeting": "こんにちは。",\n👉}', 'is no JSON'],
  ['a bracket that is not closed', 'ja/says.json', '{\n  "greeting": "こんにちは。"\n👉', 'not closed'],
  ['a quotation mark that is not closed', 'ja/says.json', '{\n  👉"greeting": "こんにちは。\n}', 'is no JSON'],
  ['a comment', 'ja/says.json', '{\n  👉// greeting\n  "greeting": "こんにちは。"\n}', 'is no JSON'],
  ['a list as a file', 'ja/says.json', '👉["こんにちは。"]', 'must be an object'],
  ['a language that there is not', 'fr/says.json', '👉{ "greeting": "Bonjour." }', 'no language fr'],
  ['a file of texts that there is not', 'ja/sayings.json', '👉{ "greeting": "こんにちは。" }', 'no texts of this name'],
  ['a file outside of a language', 'says.json', '👉{ "greeting": "こんにちは。" }', 'no file of this name'],
  ['a text that there is not', 'ja/says.json', text('greetings', 'こんにちは。'), 'no text says:greetings'],
  ['a text that is a number', 'ja/says.json', '{\n  👉"greeting": 5\n}', 'must be a text'],
  ['a text that is null', 'ja/says.json', '{\n  👉"greeting": null\n}', 'must be a text'],
  ['a text in place of a list', 'ja/answers.json', '{\n  👉"cost": "無料です。"\n}', 'must be a list'],
  ['an empty text', 'ja/says.json', text('greeting', ''), 'is empty'],
  ['a blank at the end', 'ja/says.json', text('greeting', 'こんにちは。 '), 'begins or ends with a blank'],
  ['a line break in a text', 'ja/says.json', text('greeting', 'こんにちは。\\nお困りですか。'), 'line break'],
  ['two blanks in a row', 'en/says.json', text('greeting', 'Hello.  What happened?'), 'two blanks'],
  ['a quotation that is not closed', 'ja/says.json', text('greeting', '「こんにちは。'), 'quotation'],
  ['a mark of another language of pages', 'ja/says.json', text('greeting', '<b>こんにちは</b>'), '< or >'],
  [
    'an address without encryption',
    'ja/says.json',
    text('greeting', 'http://it.example.com を見てください。'),
    'https://',
  ],
  ['a product key', 'ja/says.json', text('greeting', 'VK7JG-NPHTM-C97JM-9MPGT-3V66Tを入れます。'), 'product key'],
  [
    'a placeholder that is missing',
    'ja/says.json',
    text('code-known', 'このコードの意味です。'),
    '{{code}}, {{meaning}} is missing',
  ],
  [
    'a placeholder that there is not',
    'ja/says.json',
    text('greeting', 'こんにちは、{{name}}さん。'),
    'no placeholder {{name}}',
  ],
  [
    'a placeholder that is misspelt',
    'ja/says.json',
    text('code-unknown', '{{cod}}は一覧にありません。'),
    '{{code}} is missing',
  ],
  ['a placeholder twice', 'ja/says.json', text('code-unknown', '{{code}}、{{code}}です。'), 'too often'],
  [
    'a button that is too long',
    'ja/choices.json',
    text('human', '担当の人に代わってもらって相談する'),
    'a button has at most',
  ],
  [
    'a headline that is too long',
    'ja/lists.json',
    `{\n  "O1": {\n    "headlines": [\n      "見る",\n      👉"${'とても長い見出しです'.repeat(4)}",\n      "控える"\n    ]\n  }\n}`,
    'a headline has at most 30',
  ],
  [
    'a step that is too long',
    'en/lists.json',
    `{\n  "O1": {\n    "steps": [\n      👉"${'word '.repeat(90).trim()}",\n      "Look.",\n      "Note."\n    ]\n  }\n}`,
    'a step has at most 80',
  ],
  ['a step left out', 'ja/lists.json', `{\n  "O1": {\n    👉"steps": ${steps(2)}\n  }\n}`, 'it must have 3'],
  [
    'a caution changed',
    'ja/notes.json',
    '{\n  "cautions": {\n    👉"no-cheap-keys": "安いキーでも大丈夫です。"\n  }\n}',
    'keeps people or their data from harm',
  ],
  [
    'an advice after a scam changed',
    'ja/situations.json',
    '{\n  "scam-told": {\n    👉"text": "電話してもかまいません。"\n  }\n}',
    'keeps people or their data from harm',
  ],
  [
    'the list that saves data changed',
    'ja/lists.json',
    `{\n  "U3": {\n    👉"steps": ${steps(3)}\n  }\n}`,
    'keeps people or their data from harm',
  ],
  [
    'a command that is recognised changed',
    'ja/desk.json',
    '{\n  "status": {\n    👉"command": "一覧"\n  }\n}',
    'also recognised',
  ],
  [
    'an answer of one’s own without words',
    'answers.json',
    '{\n  👉"vpn": { "asked": { "ja": ["VPNのつなぎ方"] } }\n}',
    'either "says"',
  ],
  [
    'an answer that the product does not have',
    'answers.json',
    '{\n  "vpn": {\n    "asked": { "ja": ["VPNのつなぎ方"] },\n    👉"topic": "vpn-how"\n  }\n}',
    'no answer of this id',
  ],
  [
    'a phrase with a bracket that is not closed',
    'answers.json',
    answer('[\n      "ヘルプデスク",\n      👉"VPN(の|への接続"\n    ]', '["説明です。"]'),
    'a bracket is not closed',
  ],
  [
    'a phrase that would be heard in anything',
    'answers.json',
    answer('[👉"[VPN]"]', '["説明です。"]'),
    'less than two characters',
  ],
  ['contacts without a desk', 'contacts.json', '👉{ "ja": {}, "en": {} }', 'desk'],
  [
    'a notice without an end',
    'notices.json',
    '{\n  👉"vpn": { "text": "VPNを入れ替えます。" }\n}',
    'a time with its offset',
  ],
  [
    'a notice for a PC that there is not',
    'notices.json',
    '{\n  "vpn": {\n    "text": "入れ替えます。",\n    👉"for": "school",\n    "until": "2026-12-10T18:00:00+09:00"\n  }\n}',
    'organization',
  ],
];
