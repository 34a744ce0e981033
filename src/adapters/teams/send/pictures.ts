import type { Attachment } from '../../../bot/ports.ts';
import type { Draft } from './connector.ts';

/** Maximum size of the pictures of one message together, in bytes, of the kinds that Teams shows: https://learn.microsoft.com/microsoftteams/platform/resources/bot-v3/bots-message-format#picture-messages. They do not count towards the size of the message. A picture that Teams refuses all the same is told of instead. */
const most = 1_000_000;
const shown = ['image/png', 'image/jpeg', 'image/gif'];

/** Returns the pictures that a message of Teams can show; bots send no other files without the consent of whoever gets them: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 */
export function picturesOf(files: readonly Attachment[]): readonly Attachment[] {
  let left = most;
  return files.filter(({ type, bytes }) => {
    const fits = shown.includes(type) && bytes.length <= left;
    if (fits) left -= bytes.length;
    return fits;
  });
}

/** Returns pictures as an activity, with words above them; empty: none. */
export const picturesDraft = (pictures: readonly Attachment[], words: string): Draft => ({
  type: 'message',
  ...(words !== '' && { text: words }),
  attachments: pictures.map(({ name, type, bytes }) => ({
    name,
    contentType: type,
    contentUrl: `data:${type};base64,${Buffer.from(bytes).toString('base64')}`,
  })),
});

/** Returns words as an activity. */
export const wordsDraft = (words: string): Draft => ({ type: 'message', text: words });
