import type { DeskKind } from './kind.ts';
import { mailKind } from './mail.ts';
import { webhookKind } from './webhook.ts';

/** The registry of the kinds of desks that are in no chat. */
export const deskKinds: readonly DeskKind[] = [mailKind, webhookKind];
