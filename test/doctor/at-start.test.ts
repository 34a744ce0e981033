import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { lookAtStart } from '../../src/adapters/doctor/at-start.ts';
import { clockFindings } from '../../src/adapters/doctor/clock.ts';
import { type Check, type Finding, found, inTime } from '../../src/adapters/doctor/finding.ts';

let logged: string[];
beforeEach(() => {
  logged = [];
});
const log = {
  info: (_: object, what: string) => void logged.push(`info ${what}`),
  warn: (_: object, what: string) => void logged.push(`warn ${what}`),
  error: (_: object, what: string) => void logged.push(`error ${what}`),
};
const pauses = { first: 5, longest: 10 };
const part = (check: Check, trouble?: string) => ({ name: 'mail', check, trouble: () => trouble });

test('each problem that is found at the start is one line in the log', async () => {
  const findings = [...found('wrong', 'no such user'), ...found('warning', 'an old certificate')];
  lookAtStart([part(async () => findings)], log, pauses);
  await expect.poll(() => logged).toEqual(['error mail: no such user', 'warn mail: an old certificate']);
});

test('who is away is named once, asked again until they answer, and what they say then is logged', async () => {
  const answers: (readonly Finding[])[] = [
    found('away', 'not there'),
    found('away', 'not there'),
    found('wrong', 'no such user'),
  ];
  let asked = 0;
  const check = async () => {
    asked += 1;
    return answers[asked - 1] ?? [];
  };
  lookAtStart([part(check)], log, pauses);
  const lines = ['warn mail: not there; asking again', 'error mail: no such user', 'info mail: looked at'];
  await expect.poll(() => logged).toEqual(lines);
  await sleep(50);
  expect(asked).toBe(3);
});

test('a fault that a part watches and logs itself is not logged twice', async () => {
  const end = lookAtStart(
    [part(async () => [...found('wrong', 'refused'), ...found('wrong', 'other')], 'refused')],
    log,
  );
  await expect.poll(() => logged).toEqual(['error mail: other']);
  end();
});

test('a check that rejects or never ends says nothing, and the others are logged all the same', async () => {
  const never = part(() => new Promise(() => {}));
  const broken = part(() => Promise.reject(new Error('broken')));
  lookAtStart([never, broken, part(async () => found('wrong', 'no such user'))], log, pauses);
  await expect.poll(() => logged).toEqual(['error mail: no such user']);
});

test('once it is ended, nobody is asked again and nothing is logged', async () => {
  let asked = 0;
  const end = lookAtStart(
    [
      part(async () => {
        asked += 1;
        return found('away', 'not there');
      }),
    ],
    log,
    pauses,
  );
  await expect.poll(() => asked).toBeGreaterThan(2);
  end();
  await sleep(10);
  const [before, lines] = [asked, logged.length];
  await sleep(50);
  expect([asked, logged.length]).toEqual([before, lines]);
});

test('whoever does not answer within the timeout, or fails, is away', async () => {
  expect(await inTime('Slack', () => new Promise(() => {}), 20)).toEqual([
    { state: 'away', what: 'Slack did not answer within 0.02 s' },
  ]);
  const failed = await inTime('Slack', () =>
    Promise.reject(Object.assign(new Error('xoxb-1'), { code: 'ECONNRESET' })),
  );
  expect(failed).toEqual([{ state: 'away', what: 'Slack could not be asked (Error ECONNRESET)' }]);
});

test.each([
  [29_000, []],
  [-29_000, []],
  [31_000, ['warning 31 s ahead of']],
  [-300_000, ['wrong 300 s behind']],
  [Number.NaN, []],
])('a clock that is off by %d ms is judged', (off, expected) => {
  const said = clockFindings('Slack’s', 1_800_000_000_000, 1_800_000_000_000 + off);
  expect(said.map(({ state, what }) => `${state} ${/\d+ s (?:ahead of|behind)/.exec(what)?.[0]}`)).toEqual(expected);
});
