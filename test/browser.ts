import { existsSync } from 'node:fs';

const browsers = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Returns the file of a Chromium on this machine. Throws an Error that says how to get one. */
export function chromiumHere(): string {
  const found = browsers.find((file) => file !== '' && existsSync(file));
  if (found === undefined)
    throw new Error(
      'Chromium is missing. On Debian: apt-get install -y chromium fonts-noto-cjk. Elsewhere: set CHROMIUM to its file.',
    );
  return found;
}
