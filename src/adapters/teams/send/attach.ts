import { singleFlight } from '../../../bot/lib/async.ts';
import type { Adapter, Sent } from '../../../bot/ports.ts';
import { filesSentence } from '../../../bot/view/files.ts';
import { picturesDraft, picturesOf, wordsDraft } from './pictures.ts';
import type { Reach } from './reach.ts';

/** Creates the part of the adapter that shows a person the files of a desk: the pictures that Teams shows. Of all others it says how to get them; a link to them leads to where the person may not look. */
export function attachingOver(reach: Reach): Adapter['attach'] {
  const once = singleFlight<Sent>();
  return (to, key, files, missing) =>
    once(key, async () => {
      const pictures = picturesOf(files);
      const all = files.length + missing;
      if (pictures.length > 0) {
        const words = filesSentence(pictures.length, all - pictures.length, to.language);
        const sent = await reach(to, key, picturesDraft(pictures, words));
        // Teams may refuse a picture that it does not show.
        if (sent.outcome !== 'never') return sent;
      }
      return reach(to, key, wordsDraft(filesSentence(0, all, to.language)));
    });
}
