import { spawn } from 'node:child_process';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../src/adapters/terminal/main.ts');

/** Runs the terminal chat as a process of its own with these lines on its standard input; resolves to what it printed. */
export function runChat(
  args: readonly string[],
  lines: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ out: string; err: string; code: number | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, ...env } });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject).on('close', (code) => resolve({ out, err, code }));
    child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  });
}
