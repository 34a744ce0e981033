import type { ServerResponse } from 'node:http';

/** A file that somebody sent, as the bot is told of it. */
export interface TestFile {
  readonly bytes: Uint8Array;
  readonly mimetype: string;
  /** True where Slack shows the page to sign in, whoever asks. */
  readonly page?: boolean;
  /** What else Slack says of it, or instead. */
  readonly more?: object;
}

/** The files that people sent in a fake Slack. */
export interface FakeFiles {
  /** Adds a file; returns what a message says of it. */
  add(file: TestFile): Readonly<Record<string, unknown>> & { readonly id: string };
  /** Answers files.info; undefined for a file of which nothing is known here. */
  info(id: string): object | undefined;
  /** Answers the download of a file; `token`: what the caller showed. Returns false for any other path. */
  serve(path: string, token: string | undefined, response: ServerResponse): boolean;
  /** The paths that were downloaded. */
  readonly downloads: readonly string[];
}

/** Returns the files of a fake Slack at an address. */
export function fakeFiles(address: () => string): FakeFiles {
  const files = new Map<string, TestFile>();
  const downloads: string[] = [];
  const described = (id: string, { bytes, mimetype, more }: TestFile) => ({
    id,
    name: '佐藤の画面.png',
    title: '佐藤の画面',
    mimetype,
    size: bytes.length,
    mode: 'hosted',
    is_external: false,
    url_private: `${address()}/files-pri/T1-${id}/x`,
    url_private_download: `${address()}/files-pri/T1-${id}/download/x`,
    ...more,
  });
  return {
    downloads,
    add: (file) => {
      const id = `F0TEST${String(files.size).padStart(4, '0')}`;
      files.set(id, file);
      return described(id, file);
    },
    info: (id) => {
      const file = files.get(id);
      return file && { ok: true, file: described(id, file), comments: [], paging: { count: 0 } };
    },
    serve: (path, token, response) => {
      const file = files.get(/^files-pri\/T1-(F\w+)\/download/.exec(path)?.[1] ?? '');
      if (file === undefined) return false;
      downloads.push(path);
      // Whoever may not read it gets the page to sign in.
      if (token === undefined || file.page === true)
        response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in');
      else response.writeHead(200, { 'content-type': file.mimetype }).end(file.bytes);
      return true;
    },
  };
}
