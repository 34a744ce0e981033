import { Agent } from 'node:http';
import { shownIn } from '../slack/screen.ts';
import { type Posted, tinySlack } from '../slack/tiny-slack.ts';
import { deliver, type Signed, sign, signClick } from './slack-event.ts';
import type { Worker } from './slack-worker.ts';

/** What an event cost the bot, in milliseconds of CPU, and how many it answered in a second. */
export interface Figures {
  readonly cpu: number;
  readonly rate: number;
}

/** People who write to a bot of the bench and press its buttons, each as soon as the last reply was posted. */
export interface Load {
  /** The bot's Slack, as `SLACK_API_URL`. */
  readonly slackUrl: string;
  /** Opens the conversations that go on and on; gives their threads. */
  open(url: string): Promise<readonly string[]>;
  /** One event, of those conversations in turn; nobody waits for its reply. */
  next(threads: readonly string[], n: number): Signed;
  /** 1,600 events in those conversations. */
  goOn(worker: Worker, threads: readonly string[]): Promise<Figures>;
  /** 250 new conversations of 12 events each, 50 at a time; a batch of a number is the same for every bot. */
  begin(worker: Worker, batch: number): Promise<Figures>;
  close(): Promise<void>;
}

const standing = 32;
const texts = ['会社のPCです', '使い方', '0xC004F074が出ます', 'わからない', '戻る', '自宅です'];
const fresh = 250;
const atOnce = 50;
const length = 12;
/** How people begin. */
const openings = [
  '会社のPCで0xC004F074が出ます',
  'ライセンス認証できません',
  '中古で買ったPCが認証できません',
  'マザーボードを交換したら認証が外れました',
  'ライセンス認証サーバーに到達できませんと出ます',
  '0xC004C008と出て困っています',
  '学校のパソコンです。急いでいます',
  'Windows 11をクリーンインストールしたら認証されない',
];
/** What they write where they do not press a button. */
const remarks = [
  '自宅です',
  'VPNはありません',
  'KMSってなに?',
  'まだだめです',
  'わからない',
  '戻る',
  '家電量販店で買いました',
  '0x803F7001も出ました',
  'やってみます',
  'Proです',
  'プロダクトキーは持っていません',
  'どうして必要なんですか',
];

/** Starts the fake Slack that all bots of the bench talk to. */
export async function startLoad(): Promise<Load> {
  const slack = await tinySlack(false);
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const waiting = new Map<string, (posted: Posted) => void>();
  slack.onPost((thread, posted) => {
    waiting.get(thread)?.(posted);
    waiting.delete(thread);
  });
  let clock = 0;
  const nextTs = () => {
    clock += 1;
    return `1700000000.${String(clock).padStart(6, '0')}`;
  };

  /** Delivers a conversation's next event; resolves to the reply. */
  async function turn(url: string, thread: string, event: Signed): Promise<Posted> {
    const posted = new Promise<Posted>((resolve) => waiting.set(thread, resolve));
    await deliver(agent, url, event);
    return posted;
  }

  /** A whole conversation: of three events after the first, two are clicks on any of the answers. */
  async function converse(url: string, any: (most: number) => number): Promise<void> {
    const thread = nextTs();
    let last = await turn(url, thread, sign(oneOf(openings, any) ?? '', thread, thread));
    for (let n = 1; n < length; n += 1) {
      const button = any(3) === 0 ? undefined : oneOf(shownIn(last.blocks()).answers, any);
      const event =
        button === undefined ? sign(oneOf(remarks, any) ?? '', nextTs(), thread) : signClick(button, last.ts, thread);
      last = await turn(url, thread, event);
    }
  }

  async function measured(worker: Worker, events: number, load: () => Promise<unknown>): Promise<Figures> {
    const [before, began] = [await worker.usage(), performance.now()];
    await load();
    const rate = events / ((performance.now() - began) / 1_000);
    return { cpu: ((await worker.usage()).cpu - before.cpu) / events, rate };
  }

  return {
    slackUrl: slack.url,
    open: async (url) => {
      const threads = Array.from({ length: standing }, nextTs);
      await Promise.all(threads.map((thread) => turn(url, thread, sign('認証できません', thread, thread))));
      return threads;
    },
    next: (threads, n) => sign(texts[n % texts.length] ?? '', nextTs(), threads[n % threads.length] ?? ''),
    goOn: (worker, threads) => {
      const each = 50;
      const say = async (thread: string) => {
        for (let n = 0; n < each; n += 1)
          await turn(worker.url, thread, sign(texts[n % texts.length] ?? '', nextTs(), thread));
      };
      return measured(worker, each * standing, () => Promise.all(threads.map(say)));
    },
    begin: (worker, batch) => {
      let begun = 0;
      const talk = async () => {
        while (begun < fresh) {
          begun += 1;
          await converse(worker.url, seeded(batch * fresh + begun));
        }
      };
      return measured(worker, fresh * length, () => Promise.all(Array.from({ length: atOnce }, talk)));
    },
    close: async () => {
      agent.destroy();
      await slack.close();
    },
  };
}

const oneOf = <T>(all: readonly T[], any: (most: number) => number): T | undefined => all[any(all.length)];

/** Numbers below a limit that look like chance, the same for the same seed: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function seeded(seed: number): (limit: number) => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
