import type { Draw } from './screen.ts';
import { guid } from './screen.ts';

/** Draws the page at the start that asks for the recovery key of BitLocker. */
export const bitlocker: Draw = (scene) => {
  const { chance, language } = scene;
  const ja = language === 'ja';
  const id = guid(chance).toUpperCase();
  const key = chance.happens(0.3) ? Array.from({ length: 8 }, () => chance.text('0123456789', 6)).join('-') : undefined;
  const [title, ask, numbers, where, press, more] = ja
    ? [
        'BitLocker 回復',
        'このドライブの回復キーを入力してください',
        '数字キーを使用して入力してください (回復キー ID: ',
        '回復キーを入手するには、別の PC またはモバイル デバイスで次の URL にアクセスしてください: aka.ms/myrecoverykey',
        'Enter キーを押して続行するか、Esc キーを押してその他の回復オプションを確認してください',
        '詳細情報: aka.ms/recoverykeyfaq',
      ]
    : [
        'BitLocker recovery',
        'Enter the recovery key for this drive',
        'Use the number keys or function keys F1-F10 (use F10 for 0). Recovery key ID: (',
        "Here's how to find your key: try your Microsoft account at aka.ms/myrecoverykey",
        'Press Enter to continue or Esc for more recovery options',
        'For more information go to: aka.ms/recoverykeyfaq',
      ];
  const html = `<div class="part" style="position:absolute;inset:0;background:#006dae;color:#fff;padding:70px 110px;font-size:17px;line-height:27px"><div style="font-size:40px;line-height:54px;margin-bottom:24px">${title}</div><div style="font-size:21px;margin-bottom:12px">${ask}</div><div class="mono" style="background:#fff;color:#000;padding:4px 10px;width:680px;height:36px">${key ?? ''}</div><p>${numbers}${id})</p><p>${where}</p><p>${more}</p><p style="position:absolute;bottom:50px">${press}</p></div>`;
  return {
    page: 'bitlocker',
    html,
    code: null,
    organisation: false,
    sentences: [ask],
    secrets: key === undefined ? [] : [key],
  };
};

/** Draws a blue screen (black since 24H2) with a stop code, which is no activation code. */
export const blueScreen: Draw = (scene) => {
  const { chance, language } = scene;
  const ja = language === 'ja';
  const stop = chance.pick([
    'CRITICAL_PROCESS_DIED',
    'MEMORY_MANAGEMENT',
    'DRIVER_IRQL_NOT_LESS_OR_EQUAL',
    'INACCESSIBLE_BOOT_DEVICE',
    '0xC000021A',
    'SYSTEM_SERVICE_EXCEPTION',
  ]);
  const done = chance.whole(0, 100);
  const text = ja
    ? [
        'デバイスに問題が発生したため、再起動する必要があります。エラー情報を収集しています。再起動できます。',
        `${done}% 完了`,
        'この問題と可能な解決方法の詳細については、https://www.windows.com/stopcode を参照してください',
        'サポート担当者に連絡する場合は、この情報を伝えてください:',
        `停止コード: ${stop}`,
      ]
    : [
        "Your device ran into a problem and needs to restart. We're just collecting some error info, and then we'll restart for you.",
        `${done}% complete`,
        'For more information about this issue and possible fixes, visit https://www.windows.com/stopcode',
        'If you call a support person, give them this info:',
        `Stop code: ${stop}`,
      ];
  const ground = chance.happens(0.6) ? '#0078d7' : '#000';
  const cells = Array.from(
    { length: 21 * 21 },
    () => `<u style="background:${chance.happens(0.5) ? '#fff' : ground}"></u>`,
  ).join('');
  const html = `<div class="part" style="position:absolute;inset:0;background:${ground};color:#fff;padding:70px 140px"><div style="font-size:110px;line-height:140px">:(</div><div style="font-size:25px;line-height:38px;width:800px">${text[0]}<br><br>${text[1]}</div><div style="display:flex;gap:18px;margin-top:30px;font-size:14px;line-height:22px"><div style="display:grid;grid-template-columns:repeat(21,5px);grid-auto-rows:5px;flex:none">${cells}</div><div>${text[2]}<br><br>${text[3]}<br>${text[4]}</div></div></div>`;
  return { page: 'blue screen', html, code: null, organisation: false, sentences: text.slice(0, 1), secrets: [] };
};
