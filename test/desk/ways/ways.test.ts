import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { played } from './way.ts';
import { askers, desks, startWorld } from './world.ts';

// Each pair of a channel in which somebody asks and a desk that answers has a transcript, played through the whole program.

const pairs = askers.flatMap((from) => desks.map((to) => [from, to] as const));

test.concurrent.for(pairs)(
  'a case from %s comes to its end at a desk in %s as its transcript says',
  { timeout: 120_000 },
  async ([from, to], { expect }) => {
    const file = `${from}-to-${to}.chat`;
    const world = await startWorld(from, to);
    try {
      const went = await played(readFileSync(new URL(file, import.meta.url), 'utf8'), world.asker, world.staff);
      await expect(went).toMatchFileSnapshot(`./${file}`);
      expect(world.troubles).toEqual([]);
    } finally {
      await world.stop();
    }
  },
);
