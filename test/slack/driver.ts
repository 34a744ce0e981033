import type { Driver, Seen, Stage, Thread, Who } from '../conformance/driver.ts';
import { nextTs } from './deliver.ts';
import { fakeSlack } from './fake-slack.ts';
import { hostileTo } from './hostile.ts';
import { installed, installIn } from './install.ts';
import { rig } from './rig.ts';
import { type Drawn, type Shown, shownIn } from './screen.ts';
import { channels, type Team, workspaces } from './workspace.ts';

const teams: Readonly<Record<Who['tenant'], Team>> = { one: 'T0ONE00001', two: 'T0TWO00002' };
const users: Readonly<Record<Who['person'], string>> = { asker: 'U000000001', other: 'U0OTHER001' };
/** The Slack adapter under the conformance suite: two workspaces, installed by OAuth. */
export const slackDriver: Driver = { channel: 'slack', doubles: 0, begin };

async function begin(state: 'up' | 'down'): Promise<Stage> {
  const fake = await fakeSlack();
  fake.down(state === 'down');
  const bot = await rig({ installed }, fake);
  await installIn(bot.vault);
  const shown = new Map<Seen, Shown>();
  const modals = new Map<
    Seen,
    {
      readonly id: string;
      readonly labels: Readonly<Record<string, string>>;
      readonly metadata: string;
      readonly known: Readonly<Record<string, string>>;
    }
  >();
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

  async function press(thread: Thread, who: Who, at: string, { action }: Drawn): Promise<Response> {
    const { channel, ts } = parts(thread);
    const team = teams[thread.tenant];
    return bot.interact({
      type: 'block_actions',
      team: { id: team },
      user: { id: users[who.person], team_id: team },
      trigger_id: await fake.trigger(team, users.asker),
      container: { type: 'message', message_ts: at, channel_id: channel, thread_ts: ts },
      channel: { id: channel },
      actions: [{ ...action, action_ts: nextTs() }],
    });
  }

  async function openForm(thread: Thread, seen: Seen, button: Drawn): Promise<void> {
    await ok(press(thread, { tenant: thread.tenant, person: 'asker' }, seen.id, button));
    const opened = fake.calls.findLast(({ method }) => method === 'views.open');
    const view = JSON.parse(opened?.body['view'] ?? '{"blocks":[]}') as {
      private_metadata: string;
      blocks: { block_id: string; label: { text: string }; element: { initial_value?: string } }[];
    };
    modals.set(seen, {
      id: `V${nextTs()}`,
      metadata: view.private_metadata,
      labels: Object.fromEntries(view.blocks.map(({ block_id, label }) => [label.text, block_id])),
      known: Object.fromEntries(view.blocks.map(({ block_id, element }) => [block_id, element.initial_value ?? ''])),
    });
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
      await ok(press(thread, who, seen.id, button));
    },
    async fill(thread, who, seen, values) {
      const modal = modals.get(seen);
      if (modal === undefined) throw new Error('No form');
      const written = Object.fromEntries(
        Object.entries(values).map(([label, value]) => [modal.labels[label] ?? label, value]),
      );
      await ok(
        bot.interact({
          type: 'view_submission',
          team: { id: teams[thread.tenant] },
          user: { id: users[who.person] },
          view: {
            id: modal.id,
            type: 'modal',
            callback_id: 'form',
            private_metadata: modal.metadata,
            state: {
              values: Object.fromEntries(
                Object.entries({ ...modal.known, ...written }).map(([id, value]) => [
                  id,
                  { value: { type: 'plain_text_input', value: value === '' ? null : value } },
                ]),
              ),
            },
          },
        }),
      );
    },
    upload: (thread, who) =>
      ok(
        bot.event(
          teams[thread.tenant],
          message(who, thread, '', { subtype: 'file_share', files: [{ id: 'F1', mimetype: 'image/png' }] }),
        ),
      ),
    async noise(thread, kind) {
      const asker: Who = { tenant: thread.tenant, person: 'asker' };
      const { bot: self } = workspaces[teams[thread.tenant]];
      const plain = message(asker, thread, '会社のPCです');
      const event = {
        own: { ...plain, user: self, bot_id: 'B000000009' },
        'other-bot': {
          ...plain,
          user: 'U0ROBOT001',
          bot_id: 'B0OTHER001',
          text: mention(thread.tenant, '会社のPCです'),
        },
        edited: {
          type: 'message',
          subtype: 'message_changed',
          channel: plain.channel,
          channel_type: 'channel',
          hidden: true,
          ts: plain.ts,
          message: plain,
          previous_message: plain,
        },
        joined: { ...plain, subtype: 'channel_join' },
      }[kind];
      await ok(bot.event(teams[thread.tenant], event));
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
        const seen: Seen = { id, lines: drawn.lines, buttons: drawn.buttons.map(({ label }) => label), fields: [] };
        if (drawn.form !== undefined) await openForm(thread, seen, drawn.form);
        const full: Seen = { ...seen, fields: Object.keys(modals.get(seen)?.labels ?? {}) };
        shown.set(full, drawn);
        const modal = modals.get(seen);
        if (modal !== undefined) modals.set(full, modal);
        all.push(full);
      }
      return all;
    },
    stop: () => bot.stop(),
  };
}
