import { wordsIn } from '../../src/bot/i18n.ts';
import type { Language } from '../../src/bot/types.ts';
import type { Player } from '../conversations/play.ts';
import type { Screen } from '../conversations/screen.ts';
import type { Chat } from './chat.ts';
import { activity, idOf, type Place, pathOf, press, written } from './people.ts';
import { type Shown, shownIn } from './screen.ts';
import type { Service } from './service.ts';

let people = 0;

/** Somebody who has a conversation in Teams: activities go in over HTTP, and what is read was sent to the service. */
export function teamsPlayer(chat: Chat, service: Service, language: Language): Player {
  people += 1;
  const person = `person-${people}`;
  const place: Place = { service: service.url, tenant: 'one', conversation: `a:${person}`, kind: 'personal' };
  const locale = { locale: `${language}-XX` };
  let shown: Shown | undefined;
  let last = '';
  /** The message that was read last, as it stood then. */
  let read = '';

  async function send(more: object): Promise<Screen> {
    const { status } = await chat.deliver(activity(place, person, { ...locale, ...more }));
    if (status !== 200) throw new Error(`Answered ${status}`);
    await chat.idle(idOf(place));
    const held = service.held(pathOf(place));
    const newest = held.at(-1);
    const now = JSON.stringify([newest?.id, newest?.versions.at(-1)]);
    if (newest === undefined || now === read) throw new Error('The bot did not answer');
    if (held.slice(0, -1).some(({ versions }) => shownIn(versions.at(-1) ?? {}).buttons.length > 0))
      throw new Error('An earlier message still has buttons');
    read = now;
    last = newest.id;
    shown = shownIn(newest.versions.at(-1) ?? {});
    const { lines, fields, answers } = shown;
    return { lines, fields, buttons: answers.map(({ title }) => title) };
  }

  return {
    open: () => send(written(wordsIn(language).text('teams:commands.start.title'))),
    text: (text) => send(written(text)),
    press: (label) => {
      const button = shown?.buttons.find(({ title }) => title === label);
      if (button === undefined) throw new Error(`No button ${label} among ${shown?.buttons.map(({ title }) => title)}`);
      return send(press(last, button.data));
    },
    submit: (values) => {
      const button = shown?.buttons.find(({ data }) => 'form' in data);
      if (button === undefined) throw new Error('No form');
      return send(press(last, button.data, values));
    },
  };
}
