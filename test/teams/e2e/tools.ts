import { createRequire } from 'node:module';
import { chromiumHere } from '../../browser.ts';

/** What the test needs beside this project. Throws an Error that says what is missing and how to get it. */
export function tools(): { readonly chromium: string; readonly playground: string } {
  const chromium = chromiumHere();
  const playground = resolve('@microsoft/m365agentsplayground/cli.js');
  if (playground === undefined)
    throw new Error('The Agents Playground is missing: npm install (with development dependencies).');
  return { chromium, playground };
}

function resolve(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return undefined;
  }
}
