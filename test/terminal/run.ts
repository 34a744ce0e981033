import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../src/adapters/cli/chat.ts');

/** What a chat printed, and how it ended. */
export interface Chat {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

/** Runs the terminal chat as a process of its own with these lines on its standard input; what it keeps is in `folder`. */
export function runChatIn(folder: string, args: readonly string[], lines: readonly string[]): Promise<Chat> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, DATA_DIR: folder } });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject).on('close', (code) => resolve({ out, err, code }));
    child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  });
}

/** The same in a folder of its own, which is removed afterwards. */
export async function runChat(args: readonly string[], lines: readonly string[]): Promise<Chat> {
  const folder = mkdtempSync(join(tmpdir(), 'chat-'));
  try {
    return await runChatIn(folder, args, lines);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
