import type { webApi } from '@slack/bolt';
import { languageOfButton } from '../../../bot/languages.ts';
import type { PersonId } from '../../../bot/ports.ts';
import { personOf } from '../address.ts';
import type { SlackContext } from '../context.ts';
import { showHome } from '../people/person.ts';
import type { ClickPayload } from './payloads.ts';
import { type Starts, started } from './starts.ts';

/** Returns the handler of the home tab's buttons, which resolves once a click is stored, and shows the tab anew. It rejects when the click cannot be stored in time, or when Slack permanently refuses the conversation. */
export function homeTaker(
  slack: SlackContext,
): (client: webApi.WebClient, team: string, payload: ClickPayload, what: string) => Promise<void> {
  const starting = new Map<PersonId, ReturnType<Starts['keep']>>();

  /** Begins one conversation at a time for a person: a double click has two trigger ids, so a second click joins the start in progress (debounce). */
  function start(team: string, { user, trigger_id }: ClickPayload): ReturnType<Starts['keep']> {
    const person = personOf(team, user.id);
    const under = starting.get(person);
    if (under !== undefined) return under;
    const input = { type: 'text', text: '' } as const;
    const kept = slack.starts.keep({
      id: `home:${trigger_id}`,
      team,
      user: user.id,
      channel: null,
      message: null,
      input,
    });
    const over = () => void starting.delete(person);
    starting.set(person, kept);
    void kept.then(({ begun }) => begun.then(over, over), over);
    return kept;
  }

  return async (client, team, payload, what) => {
    const { id: user } = payload.user;
    const show = async () => showHome(client, slack.conversations, team, user, await slack.languages.of(team, user));
    const wanted = languageOfButton(what);
    if (wanted !== undefined) await slack.languages.choose(team, user, wanted);
    if (what !== 'start') return slack.aside('The home tab', show());
    const kept = start(team, payload);
    slack.aside('The home tab', kept.then(({ begun }) => begun).then(show));
    await started(kept);
  };
}
