import { code, type Look, mark, plain, say } from '../look.ts';
import { productKey } from '../secrets.ts';
import * as words from '../sentences.ts';
import { desktop, pane, placed } from '../shell.ts';
import { licence } from './boxes.ts';

/** Draws a terminal with lines in it; the colours are those that people choose. */
function terminal(look: Look, lines: string): string {
  const { random } = look;
  const [back, ink] = look.dark
    ? random.pick([
        ['#0c0c0c', '#cccccc'],
        ['#012456', '#eeedf0'],
        ['#1e1e2e', '#cdd6f4'],
        ['#300a24', '#eeeeec'],
      ] as const)
    : random.pick([
        ['#ffffff', '#222222'],
        ['#fdf6e3', '#4b5c63'],
      ] as const);
  const admin = say(look, '管理者: ', 'Administrator: ');
  const body = `<div data-part="pane" style="background:${back};color:${ink};${look.mono};font-size:${random.pick([13, 14, 15, 16])}px;line-height:1.25;padding:8px 10px 16px;white-space:pre-wrap;word-break:break-all;height:100%">${lines}</div>`;
  const width = Math.min(look.width - 20, random.pick([860, 960, 1060]));
  return desktop(
    look,
    pane(look, {
      ...placed(look, width, 560),
      title: `${admin}${random.pick([say(look, 'コマンド プロンプト', 'Command Prompt'), 'Windows PowerShell'])}`,
      body,
      height: 560,
      main: true,
      style: '',
    }),
  );
}

const prompt = (look: Look) =>
  plain(look.random.pick(['C:\\Windows\\System32>', 'PS C:\\Windows\\system32> ', 'C:\\>']));
const banner = 'Microsoft Windows [Version 10.0.26100.4652]\n(c) Microsoft Corporation. All rights reserved.\n\n';

/** Draws `slmgr /dlv` by the console's script host. */
export const dlv = (kms: boolean) => (look: Look) =>
  terminal(
    look,
    `${banner}${prompt(look)}cscript //nologo slmgr.vbs /dlv\n${licence(look, kms)}\n${kms ? `${say(look, 'KMS コンピューターの IP アドレス', 'KMS machine IP address')}: ${say(look, '利用不可', 'not available')}\n` : ''}\n${prompt(look)}_`,
  );

/** Draws `slmgr /ipk` with a key and `/ato` that failed. */
export const ipk = (organisation: boolean) => (look: Look) => {
  const key = mark('secret', productKey(look.random));
  const sentence = organisation
    ? mark('sentence organisation', words.service.organisation[look.language])
    : mark('sentence', words.service.any[look.language]);
  const at = prompt(look);
  return terminal(
    look,
    `${banner}${at}cscript //nologo slmgr.vbs /ipk ${key}\n${say(look, 'プロダクト キー ', 'Installed product key ')}${say(look, 'を正常にインストールしました。', 'successfully.')}\n\n${at}cscript //nologo slmgr.vbs /ato\n${say(look, 'Windows(R), Professional edition をライセンス認証しています...', 'Activating Windows(R), Professional edition ...')}\n${say(look, 'エラー: ', 'Error: ')}${code(look)} ${sentence}\n\n${at}_`,
  );
};

/** Draws `dsregcmd /status` of a PC that an organisation has joined. */
export const joined = (look: Look) => {
  const { random, who } = look;
  const head = (name: string) =>
    `+----------------------------------------------------------------------+\n| ${name.padEnd(69)}|\n+----------------------------------------------------------------------+\n\n`;
  const line = (name: string, value: string) => `${name.padStart(26)} : ${value}\n`;
  const domain = random.pick(['CONTOSO', 'FABRIKAM', 'ADATUM']);
  const hex = (count: number) => Array.from({ length: count }, () => random.whole(0, 15).toString(16)).join('');
  return terminal(
    look,
    `${prompt(look)}dsregcmd /status\n\n${head('Device State')}<span data-is="organisation">${line('AzureAdJoined', 'YES').trimEnd()}</span>\n${line('EnterpriseJoined', 'NO')}${line('DomainJoined', random.pick(['YES', 'NO']))}${line('Device Name', `PC-${hex(6).toUpperCase()}`)}\n${head('Tenant Details')}${line('TenantName', domain)}${line('TenantId', `${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`)}\n${head('User State')}${line('NgcSet', 'NO')}${line('WorkplaceJoined', 'NO')}${line('WamDefaultSet', 'ERROR')}\n${'Executing Account Name'.padStart(26)} : ${domain}\\${mark('secret', who.account)}, ${mark('secret', who.mail)}\n`,
  );
};
