import { singleFlight } from '../../../bot/lib/async.ts';
import type { Desk, DeskNews, MessageRef, Sent, Ticket, TicketNote } from '../../../bot/ports.ts';
import { slackId } from '../address.ts';
import type { SlackDesk } from '../desks.ts';
import { botFor, type Workspaces } from '../install/workspaces.ts';
import { attempt, look } from '../send/attempt.ts';
import { latest } from '../send/call.ts';
import type { FetchFile } from '../send/download.ts';
import { findInChannel, findInThread, metadataOf } from '../send/find.ts';
import type { Limits } from '../send/limits.ts';
import { plainly } from '../send/messages.ts';
import { taken } from '../send/outcome.ts';
import type { Show } from '../send/show.ts';
import type { Upload } from '../send/upload.ts';
import { deskTeam } from './channel.ts';
import { eraseThread } from './erase.ts';
import { newsMessage } from './news.ts';
import { noteMessage, ticketMessage } from './ticket.ts';

/** How files are shared in Slack, and fetched from it. */
interface Files {
  readonly upload: Upload;
  readonly fetchFile: FetchFile;
}

/** Returns a note whose files could not be attached. */
const withoutFiles = (note: TicketNote): TicketNote =>
  note.kind === 'file' ? { ...note, files: [], missing: note.missing + note.files.length } : note;

/** Creates a desk that posts its tickets in a channel of Slack, whichever adapter the person wrote in. */
export function deskIn(
  workspaces: Workspaces,
  show: Show,
  { upload, fetchFile }: Files,
  limits: Limits,
  desk: SlackDesk,
): Desk {
  const { channel } = desk;
  const once = singleFlight<Sent>();
  const bot = async () => botFor(workspaces, await deskTeam(workspaces, desk));
  const post = async (key: string, ticket: Ticket, by: number): Promise<Sent> => {
    const [team, { token }] = await Promise.all([deskTeam(workspaces, desk), bot()]);
    const message = ticketMessage(ticket, team, desk);
    return show.post(token, { channel, ...message, metadata: metadataOf(key), ...plainly }, by);
  };
  const add = async (key: string, opened: MessageRef, ticket: Ticket, note: TicketNote, by: number): Promise<Sent> => {
    const [team, installed] = await Promise.all([deskTeam(workspaces, desk), bot()]);
    const { token } = installed;
    const place = { channel, thread: opened };
    // First of all the files: a note that is there says that they are.
    const isFiled =
      note.kind === 'file' && note.files.length > 0
        ? await upload(workspaces.client(installed), place, { key, files: note.files, comment: '' }, by)
        : true;
    const message = noteMessage(isFiled ? note : withoutFiles(note), ticket, team, desk);
    const content = { channel, thread_ts: opened, ...message, metadata: metadataOf(key), ...plainly };
    return show.post(token, content, by);
  };
  const edit = async (opened: MessageRef, ticket: Ticket, by: number): Promise<Sent> => {
    const [team, { token }] = await Promise.all([deskTeam(workspaces, desk), bot()]);
    // A ticket that was deleted needs no edit.
    return (
      (await show.update(token, { channel, ts: opened, ...ticketMessage(ticket, team, desk) }, by)) ?? taken(opened)
    );
  };
  /** Posts news, unless an earlier attempt did. */
  const tell = async (key: string, news: DeskNews, by: number): Promise<Sent> => {
    const installed = await bot();
    const found = await look(() => findInChannel(workspaces.client(installed), channel, key, news.at));
    if (found !== undefined) return taken(found);
    return show.post(
      installed.token,
      { channel, ...newsMessage(news, desk.language), metadata: metadataOf(key), ...plainly },
      by,
    );
  };
  return {
    id: desk.id,
    name: desk.name,
    takes: desk.takes,
    hours: desk.hours,
    zone: desk.zone,
    escalatesTo: desk.escalatesTo,
    serves: desk.serves,
    people: slackId,
    searchable: true,
    limitOf: async (_from, call) => {
      const team = await deskTeam(workspaces, desk);
      if (call === 'show') return limits.settle(team);
      if (call === 'fetch') return limits.fetch(team);
      if (call !== 'find') return limits.post(team, channel);
      return limits.find(team, 'history');
    },
    find: async (key, _ticket, since, under) => {
      const client = workspaces.client(await bot());
      return look(() =>
        under === null
          ? findInChannel(client, channel, key, since)
          : findInThread(client, { channel, thread: under }, key, since),
      );
    },
    open: (key, ticket) => {
      const by = latest();
      return once(key, () => attempt(() => post(key, ticket, by)));
    },
    note: (key, opened, ticket, note) => {
      const by = latest();
      return once(key, () => attempt(() => add(key, opened, ticket, note, by)));
    },
    show: (opened, ticket) => {
      const by = latest();
      return attempt(() => edit(opened, ticket, by));
    },
    fetch: async ({ ref }, most) => fetchFile(await deskTeam(workspaces, desk), ref, most),
    erase: async (opened, notes) => {
      const installed = await bot();
      await eraseThread(workspaces.client(installed), installed, { channel, ticket: opened, notes });
      return true;
    },
    start: async () => {},
    stop: async () => {},
    tell: (key, news) => {
      const by = latest();
      return once(key, () => attempt(() => tell(key, news, by)));
    },
  };
}
