import type { Alarm, Saved } from './saved.ts';
import { subjectOf } from './subject.ts';
import type { Terms } from './terms.ts';

/** The alarms of a conversation in which something happened just now. */
export function alarmsOf({ talk, followed, quiet }: Saved, now: number, terms: Terms): readonly Alarm[] {
  const { place } = talk.flow;
  const subject = subjectOf(place);
  const ask = subject !== undefined && terms.followUp > 0 && !quiet && !followed.includes(subject);
  const end: Alarm =
    place.kind === 'closed' ? { kind: 'delete', at: now + terms.retention } : { kind: 'close', at: now + terms.idle };
  return ask ? [{ kind: 'follow-up', subject, at: now + terms.followUp }, end] : [end];
}
