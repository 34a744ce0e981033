import { type Facts, forget, implied } from '../../flows/facts.ts';
import { questions } from '../../flows/questions.ts';
import type { Asked } from './asked.ts';

const sources: readonly Facts[] = Object.values(questions.provenance.options);

/** Returns the facts with whose the PC then is: that it may be kept says so, and who provided it. A PC from an employer may be on loan or a gift: it is asked, unless somebody has left, who is asked just that next. */
export function withOrigin(facts: Facts, { question, origin }: Asked): Facts {
  const asked = question === 'provenance' || question === 'leaver';
  if (facts.origin !== undefined)
    return question === 'provenance' ? { ...sources.find((one) => one.origin === facts.origin), ...facts } : facts;
  const told = facts.ownership ?? facts.provenance;
  if (told === undefined || told === 'unknown' || (origin !== undefined && !asked)) return facts;
  const open = told === 'employer' && question !== 'provenance' && facts.employment !== 'left';
  return open ? forget(facts, ['provenance']) : { ...facts, origin: implied[told] };
}
