import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const browsers = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** What the test needs beside this project. Throws an Error that says what is missing and how to get it. */
export function tools(): { readonly chromium: string; readonly playground: string } {
  const chromium = browsers.find((file) => file !== '' && existsSync(file));
  const playground = resolve('@microsoft/m365agentsplayground/cli.js');
  const missing = [
    ...(chromium === undefined
      ? [
          'Chromium is missing. On Debian: apt-get install -y chromium fonts-noto-cjk. Elsewhere: set CHROMIUM to its file.',
        ]
      : []),
    ...(playground === undefined
      ? ['The Agents Playground is missing: npm install (with development dependencies).']
      : []),
  ];
  if (chromium === undefined || playground === undefined) throw new Error(missing.join('\n'));
  return { chromium, playground };
}

function resolve(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return undefined;
  }
}
