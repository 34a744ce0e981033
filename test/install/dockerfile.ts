import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** One instruction of a Dockerfile: its word, and what stands behind it on its line and on those that continue it. */
export interface Instruction {
  readonly word: string;
  readonly rest: string;
}

/** The stages of a Dockerfile, each from its FROM on. */
export const stagesOf = (text: string): readonly (readonly Instruction[])[] => {
  const lines = text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replaceAll(/\\\n/g, ' ');
  const all = lines.split('\n').flatMap((line) => {
    const [, word = '', rest = ''] = /^([A-Z]+)\s+(.+)$/.exec(line.trim()) ?? [];
    return word === '' ? [] : [{ word, rest: rest.trim() }];
  });
  const stages: Instruction[][] = [];
  for (const one of all) {
    if (one.word === 'FROM') stages.push([]);
    stages.at(-1)?.push(one);
  }
  return stages;
};

/** Returns the command of an instruction in its exec form. Throws if it is none, since a shell would take the signals. */
export const execForm = (rest: string): readonly string[] => JSON.parse(rest.slice(rest.indexOf('[')));

/** What the Dockerfile says of building and starting the bot. */
export interface Image {
  readonly build: readonly Instruction[];
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly user: string;
  readonly command: readonly string[];
  readonly healthCheck: readonly string[];
  readonly final: readonly Instruction[];
}

/** Reads the Dockerfile of the repository. */
export function readImage(): Image {
  const [build = [], final = []] = stagesOf(readFileSync(join(root, 'Dockerfile'), 'utf8'));
  const last = (word: string) => final.findLast((one) => one.word === word)?.rest ?? '';
  return {
    build,
    final,
    environment: Object.fromEntries(
      final.filter(({ word }) => word === 'ENV').map(({ rest }) => rest.split('=', 2) as [string, string]),
    ),
    folder: last('WORKDIR'),
    user: last('USER'),
    command: execForm(last('CMD')),
    healthCheck: execForm(last('HEALTHCHECK')),
  };
}
