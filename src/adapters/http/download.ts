/** A download: its bytes with their media type; that there are more than asked for; or the status of an answer without any, a redirect among them, with the seconds after which it is to be tried again (NaN: it does not say). */
export type Download =
  | { readonly kind: 'bytes'; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'too large' }
  | { readonly kind: 'refused'; readonly status: number; readonly retryAfter: number };

/** Downloads what lies at an address, at most `most` bytes: reads no more than that, and follows no redirect, since that may lead anywhere. Rejects after `timeout` milliseconds, and when the connection fails or breaks. */
export async function download(
  url: string,
  headers: Readonly<Record<string, string>>,
  most: number,
  timeout: number,
): Promise<Download> {
  const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeout), headers });
  const { status } = response;
  const reader = response.body?.getReader();
  try {
    if (status !== 200)
      return { kind: 'refused', status, retryAfter: Number(response.headers.get('retry-after') ?? Number.NaN) };
    if (Number(response.headers.get('content-length') ?? 0) > most) return { kind: 'too large' };
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      size += part.value.length;
      if (size > most) return { kind: 'too large' };
      chunks.push(part.value);
    }
    return { kind: 'bytes', type: response.headers.get('content-type') ?? '', bytes: joined(chunks, size) };
  } finally {
    await reader?.cancel().catch(() => {});
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
