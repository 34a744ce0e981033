import { desktop, windowAt } from './desktop.ts';
import { licence } from './dialogues.ts';
import type { Draw, Scene } from './screen.ts';
import { escaped, guid } from './screen.ts';

/** What a command printed, and what is true of it. */
interface Printed {
  readonly command: string;
  readonly lines: readonly string[];
  readonly code: string | null;
  readonly organisation: boolean;
  readonly secrets: readonly string[];
}

const host: Readonly<Record<Scene['language'], readonly string[]>> = {
  ja: [
    'Microsoft (R) Windows Script Host Version 5.812',
    'Copyright (C) Microsoft Corporation. All rights reserved.',
    '',
  ],
  en: [
    'Microsoft (R) Windows Script Host Version 5.812',
    'Copyright (C) Microsoft Corporation. All rights reserved.',
    '',
  ],
};

/** Returns what `cscript slmgr.vbs /ato` prints on a failure. */
function activate(scene: Scene): Printed {
  const { language, code, chance } = scene;
  const id = guid(chance);
  const ja = language === 'ja';
  return {
    command: 'cscript //nologo C:\\Windows\\System32\\slmgr.vbs /ato',
    lines: ja
      ? [
          `Windows(R), Professional edition (${id}) をライセンス認証しています...`,
          `エラー: ${code} Windows(R) を実行しているコンピューターで、`,
          `'slui.exe 0x2a ${code}' を実行してエラー テキストを表示してください。`,
        ]
      : [
          `Activating Windows(R), Professional edition (${id}) ...`,
          `Error: ${code} On a computer running Microsoft Windows non-core edition, run`,
          `'slui.exe 0x2a ${code}' to display the error text.`,
        ],
    code,
    organisation: false,
    secrets: [],
  };
}

/** Returns what `cscript slmgr.vbs /dlv` prints. */
function dump(scene: Scene): Printed {
  const organisation = scene.chance.happens(0.5);
  const lines = licence(scene, organisation);
  const text = lines.join('\n');
  const key = /(?:キー|Key): (\w{5})$/m.exec(text)?.[1];
  return {
    command: 'cscript C:\\Windows\\System32\\slmgr.vbs /dlv',
    lines: [...host[scene.language], ...lines],
    code: /0xC004F0\w\w/.exec(text)?.[0] ?? null,
    organisation,
    secrets: key === undefined ? [] : [key],
  };
}

/** Returns what `cscript slmgr.vbs /dti` prints: the installation ID. */
function installation(scene: Scene): Printed {
  const id = scene.chance.text('0123456789', 63);
  return {
    command: 'cscript //nologo C:\\Windows\\System32\\slmgr.vbs /dti',
    lines:
      scene.language === 'ja'
        ? [`インストール ID: ${id}`, '', '製品のライセンス認証を電話で行います。']
        : [
            `Installation ID: ${id}`,
            '',
            'Product activation telephone numbers can be obtained by searching the phone.inf file.',
          ],
    code: null,
    organisation: false,
    secrets: [id],
  };
}

/** Returns the first part of what `dsregcmd /status` prints, which is English on every Windows. */
function joined(scene: Scene): Printed {
  const { chance, person } = scene;
  const organisation = chance.happens(0.6);
  const row = (name: string, value: string) => `${name.padStart(28)} : ${value}`;
  const head = (name: string) => [`+${'-'.repeat(70)}+`, `| ${name.padEnd(69)}|`, `+${'-'.repeat(70)}+`, ''];
  const user = [
    row('WorkplaceJoined', 'NO'),
    row('AzureAdPrt', organisation ? 'YES' : 'NO'),
    row('Executing Account Name', `AzureAD\\${person.mail}`),
  ];
  return {
    command: 'dsregcmd /status',
    lines: [
      ...head('Device State'),
      row('AzureAdJoined', organisation ? 'YES' : 'NO'),
      row('EnterpriseJoined', 'NO'),
      row('DomainJoined', 'NO'),
      row('DeviceId', guid(chance)),
      '',
      ...head('User State'),
      ...user,
    ],
    code: null,
    organisation,
    secrets: [person.mail],
  };
}

/** Draws a command prompt or PowerShell window with what `slmgr` or `dsregcmd` printed. */
export const terminal: Draw = (scene) => {
  const { chance } = scene;
  const { command, lines, code, organisation, secrets } = chance.pick([activate, activate, dump, installation, joined])(
    scene,
  );
  const [local = ''] = scene.person.mail.split(/[@.]/);
  const shell = chance.happens(0.3);
  const prompt = shell ? 'PS C:\\WINDOWS\\system32>' : 'C:\\Windows\\System32>';
  const head = shell
    ? ['Windows PowerShell', 'Copyright (C) Microsoft Corporation. All rights reserved.', '']
    : ['Microsoft Windows [Version 10.0.22631.4460]', '(c) Microsoft Corporation. All rights reserved.', ''];
  const home = shell || chance.happens(0.6) ? prompt : `C:\\Users\\${local}>`;
  const text = [...head, `${home}${command}`, ...lines, '', `${home}_`].join('\n');
  const mono =
    scene.language === 'ja' ? "'Noto Sans Mono CJK JP'" : chance.pick(["'DejaVu Sans Mono'", "'Liberation Mono'"]);
  const inner = `<div style="background:#0c0c0c;color:#ccc;font:15px/19px ${mono}, monospace;white-space:pre-wrap;word-break:break-all;padding:6px 8px;height:100%">${escaped(text)}</div>`;
  const title = shell
    ? 'Windows PowerShell'
    : scene.language === 'ja'
      ? '管理者: コマンド プロンプト'
      : 'Administrator: Command Prompt';
  return {
    page: 'terminal',
    html: desktop(
      scene,
      windowAt(
        { left: chance.whole(20, 120), top: chance.whole(16, 90), width: chance.whole(960, 1080), height: 520 },
        title,
        inner,
      ),
    ),
    code,
    organisation,
    sentences: [],
    secrets: home.includes(local) ? [...secrets, local] : secrets,
  };
};
