import { LRUCache } from 'lru-cache';
import { wordsIn } from '../../../bot/i18n.ts';
import { readPerson } from '../../../bot/keys.ts';
import { singleFlight } from '../../../bot/lib/async.ts';
import { digest } from '../../../bot/lib/hash.ts';
import { unlimited } from '../../../bot/lib/rates.ts';
import type { Desk, DeskNews, MessageRef, Sent, Ticket, TicketNote } from '../../../bot/ports.ts';
import type { Vault } from '../../../bot/storage.ts';
import { newsHead } from '../../../bot/view/notice-words.ts';
import { type Attempted, confirmed } from '../../desk/confirmed.ts';
import { ticketReferences } from '../../desk/references.ts';
import { noteHead } from '../../desk/text.ts';
import type { TeamsConfig } from '../config.ts';
import type { TeamsDesk } from '../desks.ts';
import { teamsId } from '../keys.ts';
import { attempt, outcomeOf, statusOf } from '../send/attempt.ts';
import type { Connector, Draft } from '../send/connector.ts';
import { limitOf } from '../send/limits.ts';
import { picturesDraft, picturesOf } from '../send/pictures.ts';
import { draftOf } from '../send/send.ts';
import { newsCard } from './news.ts';
import { rootOf } from './place.ts';
import { noteCard, summaryOf, ticketCard } from './ticket.ts';
import { toldIn } from './told.ts';

/** Returns the desk in a channel of Teams (one thread per case) or in a group chat. Teams cannot be asked what arrived: what it confirmed is kept in the database, so a ticket or a note is posted again only if its confirmation was lost, and news also if another process told them. */
export function deskOf(
  connector: Connector,
  desk: TeamsDesk,
  { identity, postsPerSecond }: TeamsConfig,
  vault: Vault,
): Desk {
  const { serviceUrl, conversation } = desk;
  const posted = confirmed(ticketReferences(vault, desk.id));
  const shownAt = toldIn(vault);
  const told = new LRUCache<string, MessageRef>({ max: 1_000 });
  const once = singleFlight<Sent>();
  const bot = { id: identity.kind === 'local' ? 'bot' : `28:${identity.app}`, name: '' };
  /** Returns where a ticket is: its thread of the channel, or the group chat. */
  const placeOf = (message: MessageRef): string =>
    conversation.endsWith('@thread.tacv2') ? `${conversation};messageid=${message}` : conversation;
  const tenant = identity.kind === 'local' ? {} : { tenantId: identity.tenant };

  const publish = (ticket: Ticket): Promise<string> =>
    begin(draftOf(ticketCard(ticket, desk), summaryOf(ticket, desk)));

  /** Begins a thread of a channel, or adds to a group chat, which has none. */
  async function begin(draft: Draft): Promise<string> {
    if (!conversation.endsWith('@thread.tacv2')) return connector.send(serviceUrl, conversation, draft);
    const thread = { isGroup: true, bot, ...tenant, channelData: { channel: { id: conversation } }, activity: draft };
    const { activity } = await connector.begin(serviceUrl, thread as Parameters<Connector['begin']>[1]);
    return activity;
  }

  /** Tells news, with the name of who made them, as far as Teams gives it. */
  async function announce(news: DeskNews): Promise<string> {
    const person = news.kind === 'posted' ? news.notice.postedBy : news.kind === 'ended' ? news.by : null;
    const member = person === null ? undefined : readPerson(person);
    const name =
      member?.home === teamsId ? await connector.nameOf(serviceUrl, conversation, member.user).catch(() => '') : '';
    return begin(draftOf(newsCard(news, name, desk.language), newsHead(news, desk.language)));
  }

  /** Adds a card in the thread of a ticket, or below it in a group chat, which has no threads. */
  async function append(message: MessageRef, ticket: Ticket, note: TicketNote): Promise<string> {
    const summary = noteHead(note, wordsIn(desk.language).letters);
    return connector.send(serviceUrl, placeOf(message), draftOf(noteCard(note, ticket, desk), summary));
  }

  /** Posts the pictures of a note before it, once, as far as Teams shows them. Resolves to the note with what was posted, or to the result of an attempt that failed. */
  async function withPictures(
    key: string,
    message: MessageRef,
    ticket: Ticket,
    note: Extract<TicketNote, { readonly kind: 'file' }>,
  ): Promise<Extract<TicketNote, { readonly kind: 'file' }> | Exclude<Sent, { outcome: 'done' }>> {
    const pictures = picturesOf(note.files);
    const without = { ...note, files: [], missing: note.missing + note.files.length };
    if (pictures.length === 0) return without;
    const place = placeOf(message);
    const sent = await posted.send(digest(key, 'pictures'), ticket, () =>
      attempted(() => connector.send(serviceUrl, place, picturesDraft(pictures, ''))),
    );
    if (sent.outcome === 'later') return sent;
    if (sent.outcome === 'never') return without;
    await shownAt.keep(ticket.from.conversation, ticket.person, { conversation: place, id: sent.message });
    return { ...note, files: pictures, missing: note.missing + note.files.length - pictures.length };
  }

  /** Replaces the card of a ticket. One that was deleted needs no edit. */
  async function edit(message: MessageRef, ticket: Ticket): Promise<Sent> {
    try {
      await connector.update(
        serviceUrl,
        placeOf(message),
        message,
        draftOf(ticketCard(ticket, desk), summaryOf(ticket, desk)),
      );
      return { outcome: 'done', message };
    } catch (error) {
      return statusOf(error) === 404 ? { outcome: 'done', message } : outcomeOf(error);
    }
  }

  async function attempted(send: () => Promise<string>): Promise<Attempted> {
    const sent = await attempt(send);
    return sent.outcome === 'done' ? { outcome: 'taken', id: sent.message } : sent;
  }

  async function tellOnce(key: string, news: DeskNews): Promise<Sent> {
    const known = told.get(key);
    if (known !== undefined) return { outcome: 'done', message: known };
    const sent = await once(key, () => attempt(() => announce(news)));
    if (sent.outcome === 'done') told.set(key, sent.message);
    return sent;
  }

  return {
    id: desk.id,
    name: desk.name,
    takes: desk.takes,
    hours: desk.hours,
    zone: desk.zone,
    escalatesTo: desk.escalatesTo,
    serves: desk.serves,
    people: teamsId,
    searchable: false,
    limitOf: async (_from, call) =>
      call === 'find' ? unlimited : limitOf({ postsPerSecond }, call === 'show' ? 'update' : 'send', conversation),
    open: (key, ticket) => posted.send(key, ticket, () => attempted(() => publish(ticket))),
    note: async (key, message, ticket, note) => {
      const filed = note.kind === 'file' ? await withPictures(key, message, ticket, note) : note;
      if ('outcome' in filed) return filed;
      return posted.send(key, ticket, () => attempted(() => append(message, ticket, filed)));
    },
    show: edit,
    find: posted.find,
    // Answers bring no files from here.
    fetch: async () => ({ outcome: 'none', why: 'not allowed' }),
    erase: async (opened, notes, of) => {
      const told = (await shownAt.all(of)).filter((one) => rootOf(one.conversation) === conversation);
      const own = [...notes, opened].map((id) => ({ conversation: placeOf(opened), id }));
      const errors: unknown[] = [];
      for (const { conversation: place, id } of [...told, ...own])
        await connector.remove(serviceUrl, place, id).catch((error: unknown) => errors.push(error));
      if (errors.length > 0) throw errors[0];
      return true;
    },
    start: async () => {},
    stop: async () => {},
    tell: tellOnce,
  };
}
