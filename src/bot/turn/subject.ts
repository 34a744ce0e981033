import type { Prompt } from '../../flows/context.ts';

/** What a person was sent off to do that takes time: the VPN list, waiting for a server, the desk's answer. Undefined: nothing. */
export function subjectOf(prompt: Prompt): string | undefined {
  switch (prompt.kind) {
    case 'list':
    case 'step':
    case 'stuck':
    case 'check':
      return prompt.id === 'O2' ? prompt.id : undefined;
    case 'advice':
      return prompt.id === 'wait' ? prompt.id : undefined;
    case 'closed':
      return prompt.outcome === 'escalated' ? prompt.outcome : undefined;
    default:
      return undefined;
  }
}
