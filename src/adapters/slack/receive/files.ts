import { z } from 'zod';
import { mostFiles, type SentFile } from '../../../bot/types.ts';

/** The schema of a file's id, by which Slack finds it again. */
export const fileId = z.string().regex(/^F[A-Z0-9]{2,31}$/);

/** The schema of a file in a message, with the fields that the bot reads: https://docs.slack.dev/reference/objects/file-object */
const file = z.object({
  id: fileId.catch(''),
  mimetype: z.string().nullish().catch(null),
  size: z.int().nonnegative().nullish().catch(null),
});

/** Parses the files of a message: by their ids only, since names are people's words. What cannot be read counts as a file that nobody can fetch. */
export const slackFiles = (files: readonly unknown[] | null | undefined): readonly SentFile[] =>
  (files ?? []).slice(0, mostFiles).map((one) => {
    const { id, mimetype, size } = file.safeParse(one).data ?? { id: '' };
    return { ref: id, kind: kindOf(mimetype ?? ''), size: size ?? null };
  });

function kindOf(type: string): SentFile['kind'] {
  if (/^image\/(?:png|jpe?g|gif|webp|hei[cf])$/.test(type)) return 'picture';
  if (type === 'application/pdf') return 'pdf';
  // A file of another workspace has no type before it is asked for, and may be a picture: https://docs.slack.dev/apis/slack-connect/#files
  if (type === '') return 'picture';
  return type.startsWith('text/') ? 'text' : 'other';
}
