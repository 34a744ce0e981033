import type { Topic } from './events.ts';
import type { Facts } from './facts.ts';
import { mayBeOrganization, rescueOf } from './route.ts';

/** What the specialist is asked: while data is to be rescued, nobody means anything else. */
const ofSpecialist: Partial<Record<Topic, Topic>> = {
  cost: 'diagnosis-cost',
  'how-long': 'recovery-time',
  'phone-number': 'specialist-hours',
};

/** What is left to the administrator where the PC is, or may be, an organisation's (G3, G4). */
const ofOrganization: Partial<Record<Topic, Topic>> = { 'buy-where': 'may-fix', 'may-pause': 'may-fix' };

/** The answer that a question in passing gets as things stand. */
export const answerTo = (topic: Topic, facts: Facts): Topic =>
  (rescueOf(facts) === undefined ? undefined : ofSpecialist[topic]) ??
  (mayBeOrganization(facts) ? ofOrganization[topic] : undefined) ??
  topic;
