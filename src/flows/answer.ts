import type { Topic } from './events.ts';
import type { Facts } from './facts.ts';
import { rescueOf } from './route.ts';

/** What the specialist is asked: while data is to be rescued, nobody means anything else. */
const ofSpecialist: Partial<Record<Topic, Topic>> = {
  cost: 'diagnosis-cost',
  'how-long': 'recovery-time',
  'phone-number': 'specialist-hours',
};

/** The answer that a question in passing gets as things stand. */
export const answerTo = (topic: Topic, facts: Facts): Topic =>
  (rescueOf(facts) === undefined ? undefined : ofSpecialist[topic]) ?? topic;
