import { advance } from '../advance.ts';
import { placeOf } from '../talk.ts';
import type { Duty } from './duty.ts';
import { freezeTalk, thawTalk } from './freeze.ts';
import { goOn } from './live.ts';
import { keep, owePost } from './owe.ts';
import type { Saved } from './saved.ts';
import { subjectOf } from './subject.ts';

/** What time brings, as a pure function: follow-ups, and the close of a conversation that was left alone. Undefined: its time to be deleted has come. */
export function ring(saved: Saved, duty: Duty): Saved | undefined {
  const due = saved.alarms.filter(({ at }) => at <= duty.now);
  if (due.some(({ kind }) => kind === 'delete')) return undefined;
  const rest = { ...saved, alarms: saved.alarms.filter((alarm) => !due.includes(alarm)) };
  const rung = due.reduce<Saved>((before, alarm) => {
    if (alarm.kind === 'follow-up') return follow(before, alarm.subject, duty);
    return alarm.kind === 'close' ? close(before, duty) : before;
  }, rest);
  return keep(rung, duty);
}

function follow(saved: Saved, subject: string, { now }: Duty): Saved {
  if (saved.quiet || subjectOf(saved.talk.flow.place) !== subject) return saved;
  const asked = goOn(saved, { ...saved.talk, lead: [] });
  return owePost(
    { ...asked, followed: [...saved.followed, subject] },
    `follow-up ${subject} ${now}`,
    ['follow-up'],
    now,
  );
}

/** Closes without a word: nobody is written to after a month of silence. */
function close(saved: Saved, { now, terms }: Duty): Saved {
  const talk = thawTalk(saved.talk);
  const closed = advance(talk, { type: 'choice', to: placeOf(talk.snapshot), choice: 'cancel' });
  return { ...goOn(saved, freezeTalk(closed)), alarms: [{ kind: 'delete', at: now + terms.retention }] };
}
