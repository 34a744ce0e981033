import { z } from 'zod';
import type { ModelAnswer } from '../../bot/proposals.ts';
import type { ModelSettings } from './config.ts';
import { answerFormat, type ChatMessage, proposalSchema } from './prompt.ts';

/** Maximum size of a response in bytes. */
const most = 64 * 1024;

const response = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/** What came of one request, and its HTTP status; 0 if there was no response. */
export type CallResult = ModelAnswer & { readonly status: number };

/** Asks the model once: `fits` with the schema of the answer, which not every server knows. Ends at the timeout, reads no more than 64 KiB, follows no redirect. Never rejects. */
export async function callModel(
  { url, name, key, timeout }: ModelSettings,
  messages: readonly ChatMessage[],
  fits: boolean,
): Promise<CallResult> {
  const body = {
    model: name,
    messages,
    temperature: 0,
    max_tokens: 400,
    ...(fits && { response_format: answerFormat }),
  };
  let status = 0;
  try {
    const answer = await fetch(new URL('chat/completions', url), {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(Math.round(timeout)),
      headers: {
        'content-type': 'application/json',
        ...(key !== undefined && { authorization: `Bearer ${key}`, 'api-key': key }),
      },
      body: JSON.stringify(body),
    });
    ({ status } = answer);
    if (!answer.ok) {
      await answer.body?.cancel();
      return { outcome: 'failed', status };
    }
    const text = await textOf(answer);
    return text === undefined ? { outcome: 'broken', status } : { ...proposedIn(text), status };
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError';
    return { outcome: isLate ? 'timeout' : 'failed', status };
  }
}

/** Reads a body; undefined if it is too long. */
async function textOf({ body }: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Returns what a response proposes. Some models put their JSON into a fence of Markdown. */
export function proposedIn(text: string): ModelAnswer {
  try {
    const { choices } = response.parse(JSON.parse(text));
    const content = choices[0]?.message.content.trim().replace(/^```(?:json)?\s*|\s*```$/g, '') ?? '';
    return { outcome: 'answered', proposed: proposalSchema.parse(JSON.parse(content)).labels };
  } catch {
    return { outcome: 'broken' };
  }
}
