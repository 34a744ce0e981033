/** A line of text on a picture, as it was read; `sure`: from 0 to 100. */
export interface TextLine {
  readonly text: string;
  readonly sure: number;
}

/** The reason why a picture is not read: it is no picture of a kind that is read, a HEIC picture (which is sent as JPEG instead), larger than what is read, damaged, or the reading took too long or ended. */
export type Unread = 'not a picture' | 'heic' | 'too large' | 'damaged' | 'failed';

/** The result of reading a picture: its lines, from top to bottom, or why there are none. */
export type PictureText =
  | { readonly outcome: 'read'; readonly lines: readonly TextLine[] }
  | { readonly outcome: 'unread'; readonly why: Unread };

/** The port of a reader of pictures. It keeps nothing: neither a picture nor its text ever touches a disk. */
export interface PictureReader {
  /** Reads the text on a picture, after those that were sent before. `waiting`: called once if others are read first. Never rejects. */
  read(picture: Uint8Array, waiting: () => void): Promise<PictureText>;
  /** Ends the reading under way and resolves when it has ended. */
  stop(): Promise<void>;
}
