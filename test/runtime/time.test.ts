import { expect, test } from 'vitest';
import { asStaff, conversation, deliver, makeStage, pass, type Stage } from './stage.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const toVpnList = (stage: Stage) => [
  () => stage.text('会社のPCで0xC004F074が出ます。自宅で、VPNはつないでいません。データは大丈夫です'),
  () => stage.press('done'),
];
const asked = ({ messages }: Stage) => messages.filter(({ outgoing }) => outgoing.view.lead[0]?.includes('その後'));

test('a person who was sent to connect the VPN gets one follow-up, a day later', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, ...toVpnList(stage));
  while (stage.last().outgoing.list !== 'O2')
    await deliver(process, () => stage.press(stage.last().outgoing.view.choices[0]?.id ?? ''));
  await pass(stage, process, day - 1);
  expect(asked(stage)).toHaveLength(0);
  await pass(stage, process, 1);
  expect(asked(stage)).toHaveLength(1);
  expect(stage.last().outgoing.list).toBe('O2');
  await deliver(process, () => stage.press('help'));
  await pass(stage, process, 10 * day);
  expect(asked(stage)).toHaveLength(1);
  await deliver(process, () => stage.press('done'));
  expect(stage.last().outgoing.view.id).toBe('check.O2');
});

test('a person whose problem is solved gets no follow-up', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, ...toVpnList(stage));
  while (stage.last().outgoing.list !== 'O2')
    await deliver(process, () => stage.press(stage.last().outgoing.view.choices[0]?.id ?? ''));
  await deliver(process, () => stage.text('直りました'));
  await pass(stage, process, 3 * day);
  expect(asked(stage)).toHaveLength(0);
});

test('a person who waits for the desk gets one follow-up, and none where staff has taken over', async () => {
  for (const staff of [false, true]) {
    const stage = await makeStage();
    const process = stage.process();
    await deliver(
      process,
      () => stage.text('会社のPCです'),
      () => stage.press('human'),
      () => stage.press('skip'),
    );
    expect(stage.last().outgoing.outcome).toBe('escalated');
    if (staff)
      await deliver(process, () =>
        stage.text('担当の者です', { person: 'slack:T1/desk' as never, ...asStaff, addressed: false }),
      );
    await pass(stage, process, 2 * day);
    expect(asked(stage)).toHaveLength(staff ? 0 : 1);
  }
});

test('the time of the follow-up can be configured, and 0 switches the follow-up off', async () => {
  for (const [followUpAfter, count] of [
    [hour, 1],
    [0, 0],
  ] as const) {
    const stage = await makeStage();
    const process = stage.process({ followUpAfter });
    await deliver(
      process,
      () => stage.text('会社のPCです'),
      () => stage.press('human'),
      () => stage.press('skip'),
    );
    await pass(stage, process, 2 * hour);
    expect(asked(stage)).toHaveLength(count);
  }
});

test('a timer that is due at two processes at once causes one follow-up', async () => {
  const stage = await makeStage();
  const [one, two] = [stage.process(), stage.process()];
  await deliver(
    one,
    () => stage.text('会社のPCです'),
    () => stage.press('human'),
    () => stage.press('skip'),
  );
  stage.clock += day;
  await Promise.all([one.bot.sweep(), two.bot.sweep(), one.bot.sweep()]);
  await Promise.all([one.bot.rest(), two.bot.rest()]);
  expect(asked(stage)).toHaveLength(1);
});

test('an idle conversation is closed without a message after 30 days, and deleted 90 days later', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, () => stage.text('会社のPCです'));
  await pass(stage, process, 30 * day - 1);
  expect((await stage.saved()).talk.flow.place).toEqual({ kind: 'question', id: 'screen' });
  await pass(stage, process, 1);
  expect((await stage.saved()).talk.flow.place).toEqual({ kind: 'closed', outcome: 'cancelled' });
  expect(stage.messages).toHaveLength(1);
  await pass(stage, process, 90 * day - 1);
  expect(await stage.store.load(conversation)).toBeDefined();
  await pass(stage, process, 1);
  expect(await stage.store.load(conversation)).toBeUndefined();
});

test('every message or press puts off the closing, and a closed conversation can be taken up again', async () => {
  const stage = await makeStage();
  const process = stage.process();
  await deliver(process, () => stage.text('会社のPCです'));
  await pass(stage, process, 29 * day);
  await deliver(process, () => stage.press('help'));
  await pass(stage, process, 29 * day);
  expect((await stage.saved()).talk.flow.place.kind).toBe('question');
  await pass(stage, process, day);
  await deliver(process, () => stage.text('0xC004F074でした', { opens: false }));
  expect(stage.last().outgoing.facts).toEqual({ errorCodes: ['0xC004F074'] });
  await deliver(process, () => stage.press('last-case'));
  expect(stage.last().outgoing).toMatchObject({ facts: { origin: 'organization' }, view: { id: 'question.screen' } });
  await pass(stage, process, 100 * day);
  expect(await stage.store.load(conversation)).toBeDefined();
});

test('a conversation that is resolved is deleted after the retention time', async () => {
  const stage = await makeStage();
  const process = stage.process({ deleteAfter: 7 * day });
  await deliver(
    process,
    () => stage.text('会社のPCです'),
    () => stage.text('直りました'),
  );
  await pass(stage, process, 7 * day - 1);
  expect(await stage.store.load(conversation)).toBeDefined();
  await pass(stage, process, 1);
  expect(await stage.store.load(conversation)).toBeUndefined();
});

for (const [name, jump] of [
  ['back a year', -365 * day],
  ['back an hour', -hour],
  ['on an hour', hour],
] as const)
  test(`a clock that jumps ${name} leaves no reply unsent and sends none twice`, async () => {
    const stage = await makeStage();
    const [one, two] = [stage.process(), stage.process()];
    stage.faults.post.push('throw');
    await deliver(one, () => stage.text('会社のPCです'));
    stage.clock += jump;
    await pass(stage, two, 2 * minute);
    if (jump === -hour) await pass(stage, two, hour);
    expect(stage.messages).toHaveLength(1);
    // And while a process holds the lane:
    stage.faults.post.push('hang');
    const held = one.bot.receive(stage.text('0xC004F074'));
    stage.clock += jump;
    await held;
    await one.bot.rest();
    await pass(stage, two, 2 * minute);
    if (jump === -hour) await pass(stage, two, hour);
    expect(stage.messages.map(({ outgoing }) => outgoing.view.id)).toEqual(['question.screen', 'list.O1']);
  });
