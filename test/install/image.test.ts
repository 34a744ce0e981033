import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileVariable, isSecret } from '../../src/adapters/config/secrets.ts';
import { variables } from '../../src/adapters/config/settings.ts';
import { readImage, root } from './dockerfile.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
/** A file without its comments. */
const effective = (file: string) =>
  read(file)
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .join('\n');
const image = readImage();
const { scripts } = JSON.parse(read('package.json')) as { scripts: { start: string } };
const command = scripts.start.replace(/^exec /, '');
const files = ['Dockerfile', 'compose.yaml', 'docs/operations/ninsho-navi.service', 'docs/operations/README.md'];
const settings = Object.entries(variables).flatMap(([name, schema]) =>
  isSecret(name, schema) ? [name, fileVariable(name)] : [name],
);

describe('the Dockerfile', () => {
  test('starts what npm start starts, with node as the process that gets the signals', () => {
    expect(image.command.join(' ')).toBe(command);
    expect(image.final.map(({ word }) => word)).not.toContain('ENTRYPOINT');
  });

  test('fills the compile cache with the options and as the user of the start, which may read it', () => {
    const warm = image.build.findLast(({ word }) => word === 'RUN')?.rest ?? '';
    expect(warm).toContain(command.replace('main.ts', 'warm-up.ts'));
    expect(warm).toContain(`NODE_COMPILE_CACHE=${image.environment['NODE_COMPILE_CACHE']}`);
    expect(warm).toContain('chmod -R a+rX .cache');
    expect(image.build.findLast(({ word }) => word === 'USER')?.rest).toBe(image.user);
  });

  test('copies only what exists and what .dockerignore lets through', () => {
    const copied = image.build
      .filter(({ word }) => word === 'COPY')
      .flatMap(({ rest }) => rest.split(/\s+/).slice(0, -1));
    expect(copied.length).toBeGreaterThan(4);
    expect(copied.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    const [first, ...rest] = effective('.dockerignore').trim().split('\n');
    const through = rest.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    expect([first, through.toSorted()]).toEqual(['*', copied.toSorted()]);
  });

  test('installs no development packages, runs no script of a package, and leaves Node’s own packages out', () => {
    const [install = ''] = image.build.filter(({ word }) => word === 'RUN').map(({ rest }) => rest);
    expect(install).toMatch(/^npm ci --omit=dev --ignore-scripts /);
    expect(install).toContain('node_modules/node-linux-*');
  });

  test('runs as a user by number, without rights, and takes the install from root', () => {
    expect(Number(image.user)).toBeGreaterThan(0);
    const copies = image.final.filter(({ word }) => word === 'COPY').map(({ rest }) => rest);
    expect(copies).toEqual([expect.stringMatching(/^--from=build --chown=0:0 /)]);
  });

  test('asks by node itself whether the bot is alive', () => {
    expect(image.healthCheck[0]).toBe('node');
    expect(image.healthCheck.join(' ')).toContain('/healthz');
  });
});

test.each(files)('%s names only settings that exist, and of files only those of secrets', (file) => {
  const named = read(file).match(
    /\b(?:(?:SLACK|TEAMS)_[A-Z_]+|Microsoft[A-Z]\w+|(?<!NODE_)[A-Z]+_(?:URL|DIR|FILE|SECONDS|DAYS|HOURS|LEVEL)(?:_FILE)?)\b/g,
  );
  const others = ['POSTGRES_PASSWORD_FILE', 'PASSWORD_FILE'];
  expect((named ?? []).filter((name) => !settings.includes(name) && !others.includes(name))).toEqual([]);
});

test('the packages of one architecture exist for the other', () => {
  interface Locked {
    readonly dev?: boolean;
    readonly os?: readonly string[] | string;
    readonly cpu?: readonly string[] | string;
  }
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
  const ofX64 = Object.entries(packages).filter(
    ([, { dev, os = [], cpu = [] }]) => dev !== true && os.includes('linux') && cpu.includes('x64'),
  );
  expect(ofX64.length).toBeGreaterThan(0);
  expect(ofX64.map(([name]) => name.replaceAll('x64', 'arm64')).filter((name) => !(name in packages))).toEqual([]);
});

describe('compose.yaml', () => {
  const text = effective('compose.yaml');
  const names = (block: string) => [...block.matchAll(/^ {2}([\w-]+):/gm)].map(([, name = '']) => name);
  const after = (heading: string) =>
    text.slice(text.search(new RegExp(`^${heading}:`, 'm'))).split(/\n(?=\S)/)[0] ?? '';

  test('runs two processes of the bot, a database and a proxy', () => {
    expect(names(after('services')).toSorted()).toEqual(['bot-1', 'bot-2', 'database', 'proxy']);
    expect(text).toContain('UPSTREAMS: bot-1:3978 bot-2:3978');
  });

  test('declares every secret that it hands over, and hands over every one that it declares', () => {
    const used = [...text.matchAll(/\/run\/secrets\/(\w+)/g)].map(([, name = '']) => name);
    const given = [...text.matchAll(/^ +secrets: \[(.+)\]/gm)].flatMap(([, list = '']) => list.split(', '));
    const declared = names(after('secrets'));
    expect(used.toSorted()).toEqual(declared.toSorted());
    expect(given.toSorted()).toEqual(declared.toSorted());
  });

  test('keeps the bot from writing and from rights, within limits, and gives it time to stop', () => {
    const bot = after('x-bot');
    for (const line of [
      'read_only: true',
      'cap_drop: [ALL]',
      'no-new-privileges',
      'mem_limit:',
      'cpus:',
      'pids_limit:',
    ])
      expect(bot, line).toContain(line);
    const drain = Number(/DRAIN_SECONDS: "(\d+)"/.exec(bot)?.[1]);
    expect(Number(/stop_grace_period: (\d+)s/.exec(bot)?.[1])).toBeGreaterThan(drain + 10);
    expect(bot).not.toContain('ports:');
  });

  test('lets nobody outside reach the database', () => {
    const database = text.slice(text.indexOf('\n  database:'), text.indexOf('\n  proxy:'));
    expect(database).toContain('networks: [inside]');
    expect(database).not.toContain('ports:');
    expect(after('networks')).toContain('inside: { internal: true }');
  });
});

test('the unit of systemd starts what npm start starts, hardened, within limits, with time to stop', () => {
  const unit = effective('docs/operations/ninsho-navi.service');
  expect(unit).toContain(`ExecStart=/usr/bin/${command}\n`);
  for (const line of ['ProtectSystem=strict', 'NoNewPrivileges=yes', 'MemoryMax=', 'DynamicUser=yes', 'PrivateTmp=yes'])
    expect(unit, line).toContain(`\n${line}`);
  expect(Number(/TimeoutStopSec=(\d+)/.exec(unit)?.[1])).toBeGreaterThan(3 + 10);
  const handed = [...unit.matchAll(/LoadCredential=(\w+):/g)].map(([, name]) => name);
  expect([...unit.matchAll(/_FILE=%d\/(\w+)/g)].map(([, name]) => name)).toEqual(handed);
});

describe('the proxies', () => {
  const nginx = effective('docs/operations/nginx.conf');
  const caddy = effective('docs/operations/Caddyfile');

  test('pass on what Slack, Teams, the desks and the browsers of operators call, and nothing else', () => {
    const blocks = [...nginx.matchAll(/location (?:= )?(\S+) \{([^}]*)\}/g)].map(([, path, block = '']) => [
      path,
      block.includes('proxy_pass'),
    ]);
    expect(blocks).toEqual([
      ['/slack/', true],
      ['/api/messages', true],
      ['/desks/', true],
      ['/insight', true],
      ['/', false],
    ]);
    expect(caddy).toContain('@bot path /slack/* /api/messages /desks/* /insight /insight/*\n');
    expect(caddy.match(/reverse_proxy \{/g)).toHaveLength(1);
    expect(caddy).toMatch(/handle @bot \{\s+reverse_proxy/);
    expect(nginx + caddy).not.toContain('/metrics');
  });

  test('refuse what is larger than the bot reads, and nothing that it would read', () => {
    const limits = [...nginx.matchAll(/client_max_body_size (\d+)([km]);/g)].map(
      ([, size, unit]) => Number(size) * (unit === 'k' ? 1 : 1_024),
    );
    const same = [...caddy.matchAll(/max_size (\d+)([KM])iB/g)].map(
      ([, size, unit]) => Number(size) * (unit === 'K' ? 1 : 1_024),
    );
    const most = (file: string, name: string) =>
      [...read(`src/adapters/${file}`).matchAll(new RegExp(`^const ${name} = ([\\d_ *]+);`, 'gm'))].map(
        ([, sum = '']) =>
          sum
            .replaceAll('_', '')
            .split('*')
            .map(Number)
            .reduce((product, one) => product * one, 1 / 1_024),
      );
    const readable = [
      most('slack/receive/receiver.ts', 'largest'),
      most('teams/receive/route.ts', 'most'),
      [Math.max(...most('desk/mail-inbound.ts', 'most'), ...most('desk/systems/hook.ts', 'longest'))],
      most('insight/index.ts', 'mostOfForm'),
    ].flat();
    expect(limits).toEqual(readable);
    expect(same).toEqual(readable);
  });

  test('keep a connection for a shorter time than the bot', () => {
    const kept = Number(/keepAliveTimeout: (\d+)_000/.exec(read('src/adapters/http/server.ts'))?.[1]);
    expect(Number(/keepalive_timeout (\d+)s/.exec(nginx)?.[1])).toBeLessThan(kept);
    expect(Number(/keepalive (\d+)s/.exec(caddy)?.[1])).toBeLessThan(kept);
  });
});
