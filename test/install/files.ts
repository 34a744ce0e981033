import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the files below a folder, each with its size and the time of its last change. */
export const filesIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => {
      const { size, mtimeMs } = statSync(join(folder, file));
      return [file, `${size} ${mtimeMs}`];
    }),
  );

/** Returns how much disk a folder takes, in megabytes (10^6 bytes), in blocks as `du` counts. */
export const megabytes = (folder: string): number => {
  const blocks = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
    (file) => statSync(join(folder, file)).blocks,
  );
  return Math.round((blocks.reduce((sum, one) => sum + one, 0) * 512) / 1e6);
};
