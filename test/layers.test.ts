import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const layers = ['locales', 'src/flows', 'src/bot', 'src/adapters'];
/** The packages that each layer may import; `adapters` may import any. */
const packages: Readonly<Record<string, readonly string[]>> = {
  'src/flows': ['xstate', 'zod'],
  'src/bot': ['xstate', 'zod', 'i18next', 'lru-cache', 'node:crypto', 'node:timers/promises', 'node:zlib'],
};
const sources = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.m?ts$/.test(file))
    .map((file) => join(folder, file));
/** What a file imports; a value or the end of a key that is called `from` is no import. */
const imports = (file: string) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?<![':])(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    ([, from = '']) => from,
  );

for (const [n, layer] of layers.entries())
  test(`${layer} imports only itself and the layers to its left`, () => {
    const wrong = sources(layer).flatMap((file) =>
      imports(file)
        .filter((from) => {
          if (!from.startsWith('.')) return layer !== 'src/adapters' && !packages[layer]?.includes(from);
          const to = relative(root, join(root, dirname(file), from));
          return !layers.slice(0, n + 1).some((allowed) => to.startsWith(`${allowed}/`));
        })
        .map((from) => `${file} imports ${from}`),
    );
    expect(wrong).toEqual([]);
  });

/** What adapters may know of the bot. */
const door =
  /^src\/bot\/(?:ports|storage|notices|pictures|proposals|keys|types|languages|i18n|helpdesk|desk\/hours|runtime\/index|(?:view|lib)\/[a-z-]+)\.ts$/;

test('adapters import of the bot only its ports, storage, notices, pictures, proposals, keys, types, languages, words, those of a helpdesk, office hours, views, library and runtime index', () => {
  const wrong = sources('src/adapters').flatMap((file) =>
    imports(file)
      .map((from) => relative(root, join(root, dirname(file), from)))
      .filter((to) => to.startsWith('src/bot/') && !door.test(to))
      .map((to) => `${file} imports ${to}`),
  );
  expect(wrong).toEqual([]);
});

const code = ['src/flows', 'src/bot', 'src/adapters'].flatMap(sources);

/** What may take a text for an id: what makes ids, and what reads the database. */
const makers = ['src/bot/keys.ts', 'src/adapters/store/store.ts'];

test('only the keys make ids of conversations and people, and only the database is taken at its word', () => {
  const made = code.filter((file) => /\bas (?:ConversationId|PersonId)\b/.test(readFileSync(join(root, file), 'utf8')));
  expect(made.toSorted()).toEqual(makers.toSorted());
});

test('no source file is longer than 300 lines', () => {
  const lengths = code.map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }));
  expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
});

test('no source file imports itself through other files', () => {
  const targets = new Map(
    code.map((file) => [
      file,
      imports(file)
        .filter((from) => from.startsWith('.'))
        .map((from) => relative(root, join(root, dirname(file), from))),
    ]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (path.includes(file) || done.has(file)) return;
    for (const target of targets.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of code) visit(file, []);
  expect(circles).toEqual([]);
});

/** Rooms of the channels, which may use the same names for the same thing. */
const parallel = /^src\/adapters\/(slack|teams|terminal)\//;

test('an exported name occurs once, except in the parallel rooms of the channels', () => {
  // The patterns go with the understanding from examples.
  const named = code.filter((file) => !file.startsWith('src/bot/understanding/'));
  const places = new Map<string, string[]>();
  for (const file of named)
    for (const [, name = ''] of readFileSync(join(root, file), 'utf8').matchAll(
      /^export (?:async )?(?:const|function|type|interface|class) (\w+)/gm,
    ))
      places.set(name, [...new Set([...(places.get(name) ?? []), file])]);
  const twice = [...places].filter(([, files]) => {
    const rooms = files.map((file) => parallel.exec(file)?.[1] ?? file);
    return files.length > 1 && (!files.every((file) => parallel.test(file)) || new Set(rooms).size < rooms.length);
  });
  expect(twice).toEqual([]);
});
