import type { Driver, Seen, Stage, Thread, Who } from '../conformance/driver.ts';
import { nextTs } from './deliver.ts';
import { fakeSlack } from './fake-slack.ts';
import { hostileTo } from './hostile.ts';
import { installed, installIn } from './install.ts';
import { clickOf, type OpenForm, openedIn, submissionOf } from './interactions.ts';
import { noiseOf } from './noise.ts';
import { rig } from './rig.ts';
import { type Drawn, type Shown, shownIn } from './screen.ts';
import { channels, workspaces } from './workspace.ts';

const teams: Readonly<Record<Who['tenant'], keyof typeof workspaces>> = { one: 'T0ONE00001', two: 'T0TWO00002' };
const users: Readonly<Record<Who['person'], string>> = { asker: 'U000000001', other: 'U0OTHER001' };
/** The Slack adapter under the conformance suite: two workspaces, installed by OAuth. */
export const slackDriver: Driver = { channel: 'slack', doubles: 0, begin };

async function begin(state: 'up' | 'down'): Promise<Stage> {
  const fake = await fakeSlack();
  fake.down(state === 'down');
  const bot = await rig({ installed }, fake);
  await installIn(bot.vault);
  const shown = new Map<Seen, Shown>();
  const forms = new Map<Seen, OpenForm>();
  const idOf = ({ id, tenant }: Thread): string => `slack:${teams[tenant]}:${id}`;
  const parts = ({ id }: Thread) => {
    const [channel = '', ts = ''] = id.split(':');
    return { channel, ts };
  };
  const ok = async (answer: Promise<Response>): Promise<void> => {
    const { status } = await answer;
    if (status !== 200) throw new Error(`Answered ${status}`);
  };
  const message = (who: Who, thread: Thread, text: string, more: object = {}) => {
    const { channel, ts: root } = parts(thread);
    const ts = nextTs();
    const kind = channel.startsWith('D') ? 'im' : 'channel';
    return {
      type: 'message',
      channel,
      channel_type: kind,
      user: users[who.person],
      text,
      ts,
      event_ts: ts,
      ...(root !== '' && { thread_ts: root }),
      ...more,
    };
  };
  const mention = (tenant: Who['tenant'], text: string) => `<@${workspaces[teams[tenant]].bot}> ${text}`;

  async function press(thread: Thread, who: Who, on: string, button: Drawn): Promise<void> {
    const { channel, ts } = parts(thread);
    const team = teams[thread.tenant];
    const trigger = await fake.trigger(team, users.asker);
    await ok(bot.interact(clickOf({ team, user: users[who.person], channel, thread: ts, on, trigger }, button)));
  }

  return {
    async mention(who, text, at) {
      const ts = at === undefined ? nextTs() : parts(at).ts;
      const thread = { id: `${channels.general}:${ts}`, tenant: who.tenant };
      const event = { ...message(who, thread, mention(who.tenant, text)), ts, thread_ts: undefined };
      // Slack delivers a mention twice, as two events with ids of their own.
      await Promise.all([
        ok(bot.event(teams[who.tenant], event)),
        ok(bot.event(teams[who.tenant], { ...event, type: 'app_mention', channel_type: undefined })),
      ]);
      return thread;
    },
    async direct(who, text) {
      const team = teams[who.tenant];
      const channel = await fake.direct(team, users.asker);
      const ts = nextTs();
      const thread = { id: `${channel}:${ts}`, tenant: who.tenant };
      await ok(bot.event(team, { ...message(who, thread, text), ts, thread_ts: undefined }));
      return thread;
    },
    say: (thread, who, text, mentioned) =>
      ok(bot.event(teams[thread.tenant], message(who, thread, mentioned ? mention(thread.tenant, text) : text))),
    async chatter(who, text) {
      const ts = nextTs();
      const thread = { id: `${channels.general}:${ts}`, tenant: who.tenant };
      await ok(bot.event(teams[who.tenant], { ...message(who, thread, text), ts, thread_ts: undefined }));
      return thread;
    },
    async click(thread, who, seen, label) {
      const button = shown.get(seen)?.buttons.find((one) => one.label === label);
      if (button === undefined) throw new Error(`No button ${label}`);
      await press(thread, who, seen.id, button);
    },
    async fill(thread, who, seen, values) {
      const form = forms.get(seen);
      if (form === undefined) throw new Error('No form');
      await ok(bot.interact(submissionOf(teams[thread.tenant], users[who.person], form, values)));
    },
    upload: (thread, who, text) =>
      ok(
        bot.event(
          teams[thread.tenant],
          message(who, thread, text, { subtype: 'file_share', files: [{ id: 'F1', mimetype: 'image/png' }] }),
        ),
      ),
    async noise(thread, kind) {
      const plain = message({ tenant: thread.tenant, person: 'asker' }, thread, '会社のPCです');
      await ok(bot.event(teams[thread.tenant], noiseOf(kind, plain, workspaces[teams[thread.tenant]].bot)));
    },
    retry: () => ok(bot.again()),
    hostile: hostileTo(bot),
    fault: (kind, times) => fake.fault(kind, times, 'chat.postMessage'),
    up: async () => fake.down(false),
    async seen(thread) {
      await bot.idle(idOf(thread));
      const { channel, ts } = parts(thread);
      const held = await fake.held(teams[thread.tenant], channel, ts);
      const all: Seen[] = [];
      for (const { ts: id, blocks } of held) {
        const drawn = shownIn(blocks);
        if (drawn.form !== undefined) await press(thread, { tenant: thread.tenant, person: 'asker' }, id, drawn.form);
        const form = drawn.form && openedIn(fake);
        const seen: Seen = {
          id,
          lines: drawn.lines,
          buttons: drawn.buttons.map(({ label }) => label),
          fields: Object.keys(form?.labels ?? {}),
        };
        shown.set(seen, drawn);
        if (form !== undefined) forms.set(seen, form);
        all.push(seen);
      }
      return all;
    },
    stop: () => bot.stop(),
  };
}
