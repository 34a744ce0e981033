import { desktop, windowAt } from './desktop.ts';
import type { Draw, Scene } from './screen.ts';
import { escaped, guid } from './screen.ts';
import { failure, installation, licence, type Printed } from './slmgr.ts';

/** Returns the first and last parts of what `dsregcmd /status` prints, which is English on every Windows. */
function joined({ chance, person }: Scene): Printed {
  const organisation = chance.happens(0.6);
  const row = (name: string, value: string) => `${name.padStart(28)} : ${value}`;
  const head = (name: string) => [`+${'-'.repeat(70)}+`, `| ${name.padEnd(69)}|`, `+${'-'.repeat(70)}+`, ''];
  const answer = organisation ? 'YES' : 'NO';
  return {
    lines: [
      ...head('Device State'),
      row('AzureAdJoined', answer),
      row('EnterpriseJoined', 'NO'),
      row('DomainJoined', 'NO'),
      row('DeviceId', guid(chance)),
      '',
      ...head('User State'),
      row('WorkplaceJoined', 'NO'),
      row('AzureAdPrt', answer),
      row('Executing Account Name', `AzureAD\\${person.mail}`),
    ],
    code: null,
    organisation,
    sentences: [],
    secrets: [person.mail],
  };
}

const slmgr = 'cscript //nologo C:\\Windows\\System32\\slmgr.vbs';
const commands = [
  { command: `${slmgr} /ato`, print: failure },
  { command: `${slmgr} /ato`, print: failure },
  { command: `${slmgr} /dlv`, print: licence },
  { command: `${slmgr} /dti`, print: installation },
  { command: 'dsregcmd /status', print: joined },
] as const;

/** Draws a command prompt or PowerShell window with what `slmgr` or `dsregcmd` printed. */
export const terminal: Draw = (scene) => {
  const { chance, language } = scene;
  const { command, print } = chance.pick(commands);
  const { lines, ...told } = print(scene);
  const [local = ''] = scene.person.mail.split(/[@.]/);
  const shell = chance.happens(0.3);
  const head = shell
    ? ['Windows PowerShell', 'Copyright (C) Microsoft Corporation. All rights reserved.', '']
    : ['Microsoft Windows [Version 10.0.22631.4460]', '(c) Microsoft Corporation. All rights reserved.', ''];
  const own = !shell && chance.happens(0.4);
  const prompt = shell ? 'PS C:\\WINDOWS\\system32>' : own ? `C:\\Users\\${local}>` : 'C:\\Windows\\System32>';
  const text = [...head, `${prompt}${command}`, ...lines, '', `${prompt}_`].join('\n');
  const mono = language === 'ja' ? "'Noto Sans Mono CJK JP'" : chance.pick(["'DejaVu Sans Mono'", "'Liberation Mono'"]);
  const inner = `<style>.part .title { background: #1f1f1f; color: #eee; }</style><div style="background:#0c0c0c;color:#ccc;font:15px/19px ${mono}, monospace;white-space:pre-wrap;word-break:break-all;padding:6px 8px;height:100%">${escaped(text)}</div>`;
  const cmd = language === 'ja' ? '管理者: コマンド プロンプト' : 'Administrator: Command Prompt';
  const place = {
    left: chance.whole(20, 120),
    top: chance.whole(16, 90),
    width: chance.whole(960, 1080),
    height: chance.whole(420, 560),
  };
  return {
    ...told,
    page: 'terminal',
    html: desktop(scene, windowAt(place, shell ? 'Windows PowerShell' : cmd, inner)),
    secrets: own ? [...told.secrets, local] : told.secrets,
  };
};
