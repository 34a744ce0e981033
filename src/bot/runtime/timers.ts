import type { Prompt } from '../../flows/context.ts';
import { placeOf } from '../conversation/conversation.ts';
import { advance } from '../conversation/step.ts';
import type { Duty } from './deps.ts';
import { goOn } from './open-messages.ts';
import { keep, owePost } from './outbox.ts';
import type { Terms } from './policy.ts';
import type { Alarm, Saved } from './record.ts';
import { freezeTalk, thawTalk } from './snapshot.ts';

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

/** The alarms of a conversation in which something happened just now. */
export function alarmsOf({ talk, followed, quiet }: Saved, now: number, terms: Terms): readonly Alarm[] {
  const { place } = talk.flow;
  const subject = subjectOf(place);
  const ask = subject !== undefined && terms.followUp > 0 && !quiet && !followed.includes(subject);
  const end: Alarm =
    place.kind === 'closed' ? { kind: 'delete', at: now + terms.retention } : { kind: 'close', at: now + terms.idle };
  return ask ? [{ kind: 'follow-up', subject, at: now + terms.followUp }, end] : [end];
}

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
