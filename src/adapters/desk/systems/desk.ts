import { LRUCache } from 'lru-cache';
import { wordsIn } from '../../../bot/i18n.ts';
import { running, singleFlight } from '../../../bot/lib/async.ts';
import { digest } from '../../../bot/lib/hash.ts';
import { RateLimitedError } from '../../../bot/lib/rates.ts';
import type { Desk, DeskNews, MessageRef, Receive, Sent, Ticket } from '../../../bot/ports.ts';
import { viewTicket } from '../../../bot/view/ticket.ts';
import type { DeskService, DeskSetup, DeskSurroundings } from '../kind.ts';
import { doubtsOf } from '../recalled.ts';
import { ticketReferences } from '../references.ts';
import { newsText, type TicketText, ticketText } from '../text.ts';
import { checkSystem } from './check.ts';
import { hookOf } from './hook.ts';
import { markOf, signed } from './mark.ts';
import { noteWriter, uploadWithin } from './note.ts';
import { attempted, NotDoneError, unknown } from './outcome.ts';
import type { System } from './system.ts';

/** Milliseconds after the start of an attempt until which it may begin to write. A process that stood still for longer sends nothing: its lease may be another's. */
const patience = 3_200;
/** The same of a note, whose files are uploaded before it. */
const notePatience = uploadWithin + 200;
/** Maximum length of a subject: the shortest limit of the four systems is that of ServiceNow, 160. */
const longestSubject = 150;

/** Returns a desk in a ticket system, and, if `answers` is true, the route of its webhook, by which answers come back. */
export function systemDesk(
  setup: DeskSetup,
  system: System,
  answers: boolean,
  { log, vault }: DeskSurroundings,
): DeskService {
  const { id, language, zone } = setup;
  const references = ticketReferences(vault, id);
  const words = wordsIn(language).letters;
  const once = singleFlight<Sent>();
  const under = running();
  const write = noteWriter(system, words);
  const tried = new LRUCache<string, number>({ max: 10_000 });
  let receive: Receive | undefined;

  const howToAnswer = !answers
    ? []
    : system.answers === 'public'
      ? ['', words.text('desk:systems.answer')]
      : ['', words.text('desk:systems.answer-marked', { mark: words.text('desk:systems.mark') })];

  /** Returns the name under which the vault keeps what a ticket was told last: the facts, and how the case stands, each as a digest. */
  const toldKey = (ticket: string) => `desk:${id}:told:${digest(ticket)}`;
  const newsOf = (ticket: Ticket) => {
    const { lines, state } = viewTicket(ticket, language, id, zone);
    const label = words.text('desk:lines.facts');
    const facts = lines.find((line) => line.label === label)?.value ?? '';
    const ended = ticket.handling.state === 'solved' || ticket.handling.state === 'returned';
    return { label, facts, state: ended ? state : '' };
  };
  const signOf = ({ facts, state }: ReturnType<typeof newsOf>) => `${digest(facts)} ${digest(state)}`;

  async function keep(opened: string, key: string, ticket: Ticket): Promise<string> {
    await references.keep(opened, key, ticket);
    await vault.set(toldKey(opened), signOf({ ...newsOf(ticket), state: '' }), ticket.person);
    return opened;
  }

  async function open(key: string, ticket: Ticket, inTime: () => void): Promise<string> {
    const known = await references.openedUnder(key);
    if (known !== undefined) return known;
    const { subject, body } = ticketText(ticket, setup);
    return keep(
      await create(key, { subject, body: [system.escape(body), ...howToAnswer].join('\n') }, inTime),
      key,
      ticket,
    );
  }

  function create(key: string, { subject, body }: TicketText, inTime: () => void): Promise<string> {
    const line = subject.replace(/\s+/g, ' ').slice(0, longestSubject).toWellFormed();
    inTime();
    tried.set(key, Date.now());
    return system.create(markOf(key), line, body);
  }

  /** Tells news in a ticket of its own, unless an earlier attempt opened it. */
  async function announce(key: string, news: DeskNews, inTime: () => void): Promise<string> {
    const known = await system.find(markOf(key));
    if (known !== undefined) return known;
    if (isTooEarly(tried.get(key) ?? 0)) throw notIndexed();
    const { subject, body } = newsText(news, setup);
    return create(key, { subject, body: system.escape(body) }, inTime);
  }

  /** Returns true if a ticket that was tried at a time may not be found yet. */
  const isTooEarly = (at: number): boolean => Date.now() - at < system.indexedAfter;
  const notIndexed = () => unknown(`${system.name} may not find the newest tickets yet`, 'NOT_INDEXED_YET');

  /** Shows what is new since the ticket was told last, in one comment. */
  async function tellNews(opened: MessageRef, ticket: Ticket, inTime: () => void): Promise<string> {
    const news = newsOf(ticket);
    const sign = signOf(news);
    const [facts = '', state = ''] = ((await vault.get(toldKey(opened))) ?? '').split(' ');
    const lines = [
      ...(news.facts !== '' && digest(news.facts) !== facts
        ? [`${news.label}${words.text('handover:colon')}${news.facts}`]
        : []),
      ...(news.state !== '' && digest(news.state) !== state ? [news.state] : []),
    ];
    const mark = markOf(`${opened} ${sign}`);
    if (lines.length > 0 && !(await system.commented(opened, mark))) {
      inTime();
      await system.comment(opened, signed(system.escape(lines.join('\n')), mark), false, []);
    }
    // Also what has not changed, so that it stays as long as the case.
    await vault.set(toldKey(opened), sign, ticket.person);
    return opened;
  }

  async function find(key: string, ticket: Ticket, since: number, under: MessageRef | null) {
    if (under !== null) return (await system.commented(under, markOf(key))) ? under : undefined;
    const known = (await references.openedUnder(key)) ?? (await system.find(markOf(key)));
    if (known !== undefined) return (await keep(known, key, ticket)) as MessageRef;
    if (isTooEarly(Math.max(since, tried.get(key) ?? 0))) throw notIndexed();
    return undefined;
  }

  const desk: Desk = {
    id,
    name: setup.name,
    takes: setup.takes,
    serves: setup.serves,
    hours: setup.hours,
    zone: setup.zone,
    escalatesTo: setup.escalatesTo,
    people: id,
    searchable: true,
    limitOf: async () => ({ name: `desk ${id}`, perSecond: system.perSecond, burst: 5 }),
    open: (key, ticket) => {
      const inTime = begun(patience);
      return once(key, () => attempted(() => open(key, ticket, inTime)));
    },
    note: (key, opened, ticket, note) => {
      const inTime = begun(notePatience);
      return once(key, () =>
        attempted(async () => {
          await references.renew(opened, ticket);
          await write(key, opened, ticket, note, inTime);
          return opened;
        }),
      );
    },
    show: (opened, ticket) => {
      const inTime = begun(patience);
      return attempted(async () => {
        await references.renew(opened, ticket);
        return tellNews(opened, ticket, inTime);
      });
    },
    find: async (key, ticket, since, under) => {
      try {
        return await find(key, ticket, since, under);
      } catch (error) {
        if (error instanceof NotDoneError && error.sent.outcome === 'later' && error.sent.reason === 'rate limit')
          throw new RateLimitedError(error.sent.after, error);
        throw error;
      }
    },
    // Answers bring no files from here.
    fetch: async () => ({ outcome: 'none', why: 'not allowed' }),
    // Tickets of a system are its own records: the operator deletes them there.
    erase: async () => false,
    tell: (key, news) => {
      const inTime = begun(patience);
      return once(key, () => attempted(() => announce(key, news, inTime)));
    },
    start: async (given) => {
      receive = given;
    },
    stop: async () => {
      receive = undefined;
      await under.rest();
    },
  };
  const hook = hookOf(setup, system, references, doubtsOf(vault, id), log, () => receive);
  const route = {
    ...hook,
    handle: (...request: Parameters<typeof hook.handle>) => under.track(hook.handle(...request)),
  };
  return { desk, routes: answers ? [route] : [], check: () => checkSystem(system) };
}

/** Begins an attempt. Returns a function that throws an Error if it is too late to write. */
function begun(within: number): () => void {
  const latest = performance.now() + within;
  return () => {
    if (performance.now() > latest) throw new Error('The process stood still before the call');
  };
}
