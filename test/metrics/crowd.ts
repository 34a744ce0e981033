import { wordsIn } from '../../src/bot/i18n.ts';
import type { ConversationId, Incoming, PersonId } from '../../src/bot/ports.ts';
import type { ConversationRecord } from '../../src/bot/runtime/record.ts';
import { fromRow } from '../../src/bot/runtime/record.ts';
import type { Store } from '../../src/bot/storage.ts';
import type { Outgoing } from '../../src/bot/types.ts';
import { type Fault, makeStage, type Process, pass, type Stage, staff } from '../runtime/stage.ts';

const second = 1_000;

/** What people of the crowd write: told, asked, not understood, solved, handed over. */
const texts = [
  ...[
    '会社のPCで0xC004F074が出ます',
    '自分のPCで認証できません',
    '自分で買ったPCです',
    '中古で買いました',
    '会社のPCです',
  ],
  ...[
    'KMSってなに?',
    '直りました。認証できました',
    '直りません',
    '担当者に相談したい',
    'asdfghjk',
    'ぬるぽがっ',
    'わかりません',
  ],
  ...[
    '最初からやり直したい',
    'ありがとう',
    '0xC004C003です',
    'インターネットにつながりません',
    'やめます',
    'ライセンス認証のエラーです',
  ],
  ...['My company PC shows 0xC004F074', 'qwrtpsdfgh', 'It works now, solved', '会社のパソコンで困っています。急ぎです'],
];

/** What happened in a crowd of conversations, as the people, the channel and the desk saw it, by the names of the metrics. */
export interface Happened {
  readonly truth: ReadonlyMap<string, number>;
  /** Moves from the view that a person had to the one that they got, letters handed over, and answers: `question.origin → list.O1`, `handed`, `answered`. */
  readonly moves: ReadonlyMap<string, number>;
  readonly process: Process;
  readonly stage: Stage;
}

/** Has so many conversations, one after another, with a channel and a desk that fail now and then; the same ones each time. */
export async function crowd(store: Store, size: number, name = (n: number) => `C1/${n}.1`): Promise<Happened> {
  const truth = new Map<string, number>();
  const count = (what: string) => void truth.set(what, (truth.get(what) ?? 0) + 1);
  const moves = new Map<string, number>();
  const move = (what: string) => void moves.set(what, (moves.get(what) ?? 0) + 1);
  let seed = 7;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;

  const stage = await makeStage({ store });
  let broken = 0;
  const save: Store['save'] = (row) => {
    broken -= 1;
    return broken >= 0 ? Promise.reject(new Error('away')) : store.save(row);
  };
  const process = stage.process({ followUpAfter: 0, closeAfter: 1e13, keepOccurrences: 1e15 }, { ...store, save });
  fail(stage, random, count);

  for (let n = 0; n < size; n += 1) {
    const conversation = `slack:T1/${name(n)}` as ConversationId;
    const over = { conversation, person: `slack:T1/p${n}` as PersonId };
    const load = async () => {
      const row = await store.load(conversation);
      return row === undefined ? undefined : fromRow(row);
    };
    let last: Outgoing | undefined;
    let lists = new Set<string>();
    let delivery: Incoming | undefined;
    const turns = 3 + Math.floor(random() * 8);
    for (let turn = 0; turn < turns; turn += 1) {
      stage.clock += 3 * second;
      const choices = last?.view.choices.map(({ id }) => id) ?? [];
      const said = random();
      const incoming: Incoming =
        said < 0.04 && delivery !== undefined
          ? delivery
          : said < 0.08
            ? stage.text('なるほど', {
                ...over,
                person: 'slack:T1/stranger' as PersonId,
                addressed: false,
                opens: false,
              })
            : said < 0.14 && last?.outcome === 'escalated'
              ? byStaff(stage, conversation, pick(['desk', 'take', 'solve', 'return', 'pass']))
              : last?.view.form !== null && last !== undefined && said < 0.7
                ? stage.incoming({ type: 'form', to: last.view.id, values: {}, files: [] }, over)
                : said < 0.55 && choices.length > 0
                  ? stage.incoming({ type: 'choice', to: last?.view.id ?? '', choice: pick(choices) }, over)
                  : stage.text(pick(texts), over);
      delivery = incoming;
      const breaks = random() < 0.002;
      if (breaks) broken = 3;
      const before = await load();
      const notes = await owedNotes(stage, before);
      const shownBefore = stage.messages.length;
      const failed = await process.bot.receive(incoming).then(
        () => false,
        () => true,
      );
      broken = 0;
      const after = await load();
      const taken = after !== undefined && after.version > (before?.version ?? 0);
      const result = failed ? 'failed' : taken ? 'taken' : 'ignored';
      count(`ninsho_turns_total{channel=slack,input=${incoming.input.type},result=${result}}`);
      count('ninsho_turn_duration_seconds_count{channel=slack}');
      await process.bot.rest();
      await settle(stage, process, store, conversation);
      if (!taken || failed) continue;
      const isNew = before === undefined;
      const shown = stage.messages.slice(shownBefore).map(({ outgoing }) => outgoing);
      const now = stage.messages.at(-1)?.outgoing;
      if (now === undefined) continue;
      if (
        incoming.input.type === 'staff' &&
        incoming.input.act === 'solve' &&
        before?.handling.state !== 'solved' &&
        after.handling.state === 'solved'
      )
        count('ninsho_cases_ended_total{outcome=solved_by_desk}');
      const waited = before !== undefined && before.handed > 0 && before.handling.state !== 'answered';
      if (incoming.input.type === 'desk' && waited && after.handling.state === 'answered') move('answered');
      const noted = (await owedNotes(stage, after)) > notes;
      const silent = shown.length === 0 && noted;
      if (incoming.input.type === 'text')
        count(`ninsho_messages_total{result=${silent || tells(now, 'passed-on') ? 'passed_on' : heardAs(now)}}`);
      if (silent) continue;
      if (isNew || tells(now, 'new-case')) {
        count('ninsho_cases_begun_total{channel=slack}');
        last = undefined;
      }
      const [from, to] = [viewOf(last), viewOf(now)];
      if (from !== to) move(`${from} → ${to}`);
      if (now.outcome === 'escalated' && last?.outcome !== 'escalated') move('handed');
      if (last === undefined || tells(now, 'restarted')) lists = new Set();
      if (now.list !== null && !lists.has(now.list)) count(`ninsho_lists_given_total{list=${now.list}}`);
      if (now.list !== null) lists.add(now.list);
      if (now.outcome !== null && now.outcome !== last?.outcome)
        count(`ninsho_cases_ended_total{outcome=${now.outcome}}`);
      if (typeof last?.list === 'string' && (now.outcome === 'resolved' || isLeaving(after)))
        count(`ninsho_lists_solved_total{list=${last.list}}`);
      if (incoming.input.type === 'choice' && incoming.input.choice.startsWith('rate-'))
        count(`ninsho_ratings_total{rating=${incoming.input.choice.slice('rate-'.length)}}`);
      last = now;
    }
  }
  return { truth, moves, process, stage };
}

/** The view of a message, but for what it asks about; empty: none. */
const viewOf = (message: Outgoing | undefined): string => (message?.view.id ?? '').replace(/^clarify\..*/, 'clarify');

/** True where protection is put back before a case ends as solved. */
const isLeaving = ({ talk }: ConversationRecord): boolean =>
  JSON.stringify(talk.flow.snapshot).includes('"leaving":"resolved"');

const tells = ({ view }: Outgoing, say: 'new-case' | 'restarted' | 'passed-on'): boolean =>
  (['ja', 'en'] as const).some((language) => view.lead.includes(wordsIn(language).text(`says:${say}`)));

/** What a reply says of how a message was understood. */
function heardAs({ view }: Outgoing): string {
  if (view.id.startsWith('clarify')) return 'asked';
  const lost = ['rephrase', 'offer-human', 'press-only', 'going-on'] as const;
  const says = (['ja', 'en'] as const).flatMap((language) =>
    lost.map((say) => wordsIn(language).text(`says:${say}`, { sample: '' })),
  );
  return view.lead.some((line) => says.some((begin) => line.startsWith(begin))) ? 'not_understood' : 'accepted';
}

/** How many notes of the person's words a case has, at the desk or on the way. */
async function owedNotes(stage: Stage, record: ConversationRecord | undefined): Promise<number> {
  const waiting = Object.values(record?.lanes ?? {}).flatMap((lane) => lane?.jobs ?? []);
  return stage.notes.length + waiting.filter((job) => job.kind === 'note').length;
}

function byStaff(
  stage: Stage,
  conversation: ConversationId,
  act: 'desk' | 'take' | 'solve' | 'return' | 'pass',
): Incoming {
  const over = { conversation, person: staff, address: '', opens: false };
  if (act !== 'desk') return stage.incoming({ type: 'staff', act, by: '田中', seen: null }, over);
  return stage.incoming(
    { type: 'desk', text: '確認しました。', by: '田中', corrects: false, seen: null, attached: null },
    over,
  );
}

/** Goes on in time until a conversation owes nothing. */
async function settle(stage: Stage, process: Process, store: Store, conversation: ConversationId): Promise<void> {
  for (let rounds = 0; rounds < 60; rounds += 1) {
    const row = await store.load(conversation);
    if (row === undefined || row.workAt === null) return;
    await pass(stage, process, 30 * second);
  }
  throw new Error('Something is owed for ever');
}

/** Has calls fail at random, and counts what became of each. */
function fail(stage: Stage, random: () => number, count: (what: string) => void): void {
  const kinds = { post: 'post', replace: 'post', settle: 'settle', open: 'open', note: 'note', show: 'show' } as const;
  for (const [call, job] of Object.entries(kinds)) {
    const done = () => {
      count(`ninsho_deliveries_total{job=${job},outcome=done}`);
      count(`ninsho_delivery_duration_seconds_count{job=${job}}`);
    };
    const retried = (reason: string) => count(`ninsho_delivery_retries_total{job=${job},reason=${reason}}`);
    // Each call asks here what goes wrong with it.
    stage.faults[call as keyof typeof kinds].shift = (): Fault => {
      const drawn = random();
      // A reply that never arrives would leave nothing to read the truth from.
      if (drawn < 0.01 && job !== 'post') {
        count(`ninsho_deliveries_total{job=${job},outcome=given_up}`);
        return 'never';
      }
      if (drawn < 0.03 && call !== 'replace') {
        retried('outage');
        return 'throw';
      }
      if (drawn < 0.04 && call !== 'replace') {
        retried('outage');
        // It has arrived, as a look-up shows; an edit is made once more, and counts then.
        if (call !== 'settle' && call !== 'show') done();
        return 'cut';
      }
      if (drawn < 0.06) {
        retried('refusal');
        return { refused: 1_000 };
      }
      if (drawn < 0.08) {
        retried('rate_limit');
        return { later: 2_000 };
      }
      done();
      return 'none';
    };
  }
}
