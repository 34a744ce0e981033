import type { Topic } from './events.ts';
import type { Facts } from './facts.ts';
import { type Effect, has, type ListId, listIds } from './lists.ts';
import { mayBeOrganization, rescueOf } from './route.ts';

/** The answers that differ while data is to be rescued: they speak of the specialist, and of the PC, which is best left alone. */
const ofRescue: Partial<Record<Topic, Topic>> = {
  cost: 'diagnosis-cost',
  'how-long': 'recovery-time',
  'phone-number': 'specialist-hours',
  'may-reinstall': 'rescue-reset',
  'need-reinstall': 'rescue-reset',
  'reset-erases': 'rescue-reset',
  'power-off': 'rescue-now',
  'will-it-stop': 'rescue-now',
};
/** The questions about copies; while data is to be rescued, the answer says if copies may be made at all. */
const ofCopies: readonly Topic[] = ['copy-to', 'copy-what', 'backup', 'no-usb', 'may-copy'];

/** The answers that differ where the PC is, or may be, an organisation's: its administrator decides (G3, G4). */
const ofOrganization: Partial<Record<Topic, Topic>> = { 'buy-where': 'may-fix', 'may-pause': 'may-fix' };

/** The answers that differ where there are copies, or nothing to copy, on a PC that is not an organisation's. */
const ofSaved: Partial<Record<Topic, Topic>> = { 'may-reinstall': 'reset-saved' };

/** The effects that may do harm in a situation: after malware, protection stays on; a person whom a stranger led to call does not call. */
const barred: Partial<Record<Topic, readonly Effect[]>> = {
  malware: ['lowers-protection'],
  scam: ['lowers-protection', 'makes-call'],
};

/** Returns the lists that are no longer given once this topic has come up. */
export const barredBy = (topic: Topic): readonly ListId[] =>
  listIds.filter((id) => barred[topic]?.some((effect) => has(id, effect)));

/** Returns the topic whose answer fits a question in passing, as things stand. */
export function answerTo(topic: Topic, facts: Facts): Topic {
  const rescue = rescueOf(facts);
  if (rescue === undefined) return answerBy(topic, facts);
  if (ofCopies.includes(topic)) return rescue === 'lost' ? 'rescue-now' : 'may-copy';
  return ofRescue[topic] ?? answerBy(topic, facts);
}

function answerBy(topic: Topic, facts: Facts): Topic {
  if (mayBeOrganization(facts)) return ofOrganization[topic] ?? topic;
  const saved = facts.data === 'backed-up' || facts.data === 'none';
  return (saved ? ofSaved[topic] : undefined) ?? topic;
}
