import { singleFlight } from '../../../bot/lib/async.ts';
import type { Adapter, Sent } from '../../../bot/ports.ts';
import { filesSentence } from '../../../bot/view/files.ts';
import { readAddress } from '../address.ts';
import { botFor, NotInstalled, type Workspaces } from '../install/workspaces.ts';
import { said } from '../render/render.ts';
import { attempt } from './attempt.ts';
import { latest } from './call.ts';
import { metadataOf } from './find.ts';
import { plainly } from './messages.ts';
import { taken } from './outcome.ts';
import type { Show } from './show.ts';
import type { Upload } from './upload.ts';

/** Creates the part of the adapter that shows a person the files of a desk, in their thread; where Slack takes none, it says so. */
export function attaching(workspaces: Workspaces, show: Show, upload: Upload): Adapter['attach'] {
  const once = singleFlight<Sent>();
  return ({ address, language }, key, files, missing) => {
    const by = latest();
    const { team, channel, thread } = readAddress(address);
    const deliver = async (): Promise<Sent> => {
      const bot = await botFor(workspaces, team);
      const place = { channel, thread };
      const comment = filesSentence(files.length, missing, language);
      // A shared file has no id of its message yet.
      if (files.length > 0 && (await upload(workspaces.client(bot), place, { key, files, comment }, by)))
        return taken('');
      const text = filesSentence(0, files.length + missing, language);
      const message = { text, blocks: [said(text)], metadata: metadataOf(key), ...plainly };
      return show.post(bot.token, { channel, thread_ts: thread, ...message }, by);
    };
    return once(key, () =>
      attempt(deliver).catch((error: unknown): Sent => {
        if (error instanceof Error && error.cause instanceof NotInstalled)
          return { outcome: 'never', why: error.cause.message };
        throw error;
      }),
    );
  };
}
