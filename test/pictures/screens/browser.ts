import { desktop, middle, windowAt } from './desktop.ts';
import type { Draw } from './screen.ts';
import { escaped } from './screen.ts';

/** Draws a page in a browser that claims to be Microsoft and urges to call a number. The numbers reach nobody. */
export const scam: Draw = (scene) => {
  const { chance, language } = scene;
  const ja = language === 'ja';
  const number = ja
    ? `050-${chance.text('0', 4)}-${chance.text('0123456789', 4)}`
    : `+1-888-555-01${chance.text('0123456789', 2)}`;
  const text = ja
    ? {
        title: 'Windows Defender セキュリティ センター',
        head: chance.pick([
          'Windows のライセンスの期限が切れました',
          'トロイの木馬スパイウェアに感染しています',
          'セキュリティ上の理由で、このPCへのアクセスはブロックされました',
        ]),
        body: 'コンピューターがウイルスに感染したことをお知らせします。個人情報が盗まれる可能性があります。コンピューターの電源を切らないでください。',
        call: `Windows サポートにすぐに電話してください: ${number}`,
        buttons: ['キャンセル', '今すぐスキャン'],
      }
    : {
        title: 'Windows Defender Security Center',
        head: chance.pick([
          'Your Windows license has expired',
          'Trojan spyware detected on this computer',
          'Access to this PC has been blocked for security reasons',
        ]),
        body: 'Your computer has alerted us that it has been infected with a virus. Your personal data is at risk. Do not turn off or restart your computer.',
        call: `Call Windows Support immediately: ${number}`,
        buttons: ['Cancel', 'Scan now'],
      };
  const fake = chance.happens(0.5)
    ? `<div style="margin-top:8px">${ja ? 'エラー' : 'Error'}: #DW6VB${chance.whole(10, 99)}</div>`
    : '';
  const card = `<div style="background:#fff;color:#111;margin:30px auto;width:640px;padding:22px 28px;box-shadow:0 4px 18px #0008"><div style="display:flex;gap:10px;align-items:center;font-weight:600"><span style="display:grid;grid-template:10px 10px/10px 10px;gap:2px"><u style="background:#f25022"></u><u style="background:#7fba00"></u><u style="background:#00a4ef"></u><u style="background:#ffb900"></u></span>Microsoft</div><div style="font-size:22px;line-height:30px;color:#c00;margin:14px 0">${escaped(text.head)}</div><div>${escaped(text.body)}</div>${fake}<div style="font-size:19px;line-height:28px;margin-top:14px;font-weight:600">${escaped(text.call)}</div><div style="text-align:right;margin-top:20px">${text.buttons.map((label) => `<button style="background:#0067b8;color:#fff;margin-left:8px">${label}</button>`).join('')}</div></div>`;
  const inner = `<div style="background:${chance.pick(['#0b57a4', '#b3140f', '#123a6b'])};padding:10px;height:100%">${card}</div>`;
  return {
    page: 'scam',
    html: desktop(scene, windowAt({ left: 40, top: 16, width: 1180, height: 600 }, text.title, inner)),
    code: null,
    organisation: false,
    sentences: [text.head, text.call],
    secrets: [],
  };
};

/** Draws Office asking to be activated. */
export const office: Draw = (scene) => {
  const { chance, language, person } = scene;
  const ja = language === 'ja';
  const app = chance.pick(['Word', 'Excel', 'PowerPoint']);
  const [bar, head, body, account, buttons] = ja
    ? [
        `文書 1 - ${app} (ライセンスのない製品)`,
        'ライセンスのない製品',
        'ほとんどの機能は無効になっています。Microsoft 365 のサブスクリプションを再度アクティブにするには、サインインしてください。',
        'サインインしているアカウント: ',
        ['サインイン', '後で'],
      ]
    : [
        `Document1 - ${app} (Unlicensed Product)`,
        'Unlicensed Product',
        'Most features have been turned off. To reactivate your Microsoft 365 subscription, please sign in.',
        'Signed in as: ',
        ['Sign in', 'Later'],
      ];
  const sheet = `<div style="background:${chance.pick(['#185abd', '#107c41', '#c43e1c'])};height:8px"></div><div style="background:#ffd9d0;color:#300;padding:8px 20px;margin:0">${escaped(head)}: ${escaped(body)}</div>
<div style="background:#fff;color:#222;margin:26px auto;width:520px;padding:24px 30px;border:1px solid #aaa"><div style="font-size:22px;line-height:30px">Microsoft Office</div><p>${escaped(body)}</p><p>${account}${person.mail}</p><div style="text-align:right">${(buttons as readonly string[]).map((label) => `<button style="background:#eee;color:#111;margin-left:8px">${label}</button>`).join('')}</div></div>`;
  return {
    page: 'office',
    html: desktop(scene, windowAt({ left: 60, top: 24, width: 1100, height: 520 }, bar as string, sheet)),
    code: null,
    organisation: false,
    sentences: [head as string, body as string],
    secrets: [person.mail],
  };
};

/** Draws what has nothing to do with activation: a printer's error, a chat, or no text at all. */
export const other: Draw = (scene) => {
  const { chance, language, person } = scene;
  const ja = language === 'ja';
  const none = { page: 'other', code: null, organisation: false, sentences: [], secrets: [] } as const;
  const kind = chance.pick(['printer', 'chat', 'landscape']);
  if (kind === 'printer') {
    const text = ja
      ? [
          'プリンター',
          '印刷できませんでした。プリンターの電源と接続を確認してください。(エラー 0x00000709)',
          '再試行',
          '閉じる',
        ]
      : [
          'Printer',
          "Couldn't print. Check that the printer is on and connected. (Error 0x00000709)",
          'Try again',
          'Close',
        ];
    const inner = `<div style="padding:18px 26px 22px">${text[1]}<div style="text-align:right;margin-top:26px"><button>${text[2]}</button> <button>${text[3]}</button></div></div>`;
    return { ...none, html: desktop(scene, windowAt(middle(scene, 460), text[0] ?? '', inner)) };
  }
  if (kind === 'chat') {
    const talk = ja
      ? [
          'お昼どうしますか？',
          '12時半にロビーでお願いします',
          '了解です！駅前の蕎麦屋にしましょう',
          '資料は共有フォルダーに置きました',
          'ありがとうございます。あとで見ます',
        ]
      : [
          'Lunch today?',
          'Half past twelve in the lobby, please',
          'Great, the noodle place by the station then',
          'I put the slides into the shared folder',
          'Thanks, will have a look later',
        ];
    const inner = talk.map(
      (line, at) =>
        `<div style="margin:10px 18px;text-align:${at % 2 ? 'right' : 'left'}"><div class="quiet">${at % 2 ? '' : escaped(person.name)} ${9 + at}:1${at}</div><span style="display:inline-block;background:${at % 2 ? '#5b5fc7' : 'var(--card)'};color:${at % 2 ? '#fff' : 'inherit'};border-radius:6px;padding:6px 12px">${line}</span></div>`,
    );
    return {
      ...none,
      secrets: [person.name],
      html: desktop(scene, windowAt(middle(scene, 620), 'Chat', inner.join(''))),
    };
  }
  const hills = Array.from(
    { length: 5 },
    (_, at) =>
      `<div style="position:absolute;left:${chance.whole(-20, 60)}%;bottom:${-30 + at * -4}%;width:${chance.whole(60, 100)}%;height:${chance.whole(60, 90)}%;border-radius:50%;background:hsl(${chance.whole(70, 160)} 45% ${22 + at * 7}%)"></div>`,
  );
  const html = `<div class="part" style="position:absolute;inset:0;overflow:hidden;background:linear-gradient(hsl(${chance.whole(190, 215)} 80% 60%),#fde8c4)"><div style="position:absolute;left:${chance.whole(10, 80)}%;top:12%;width:90px;height:90px;border-radius:50%;background:#fff3b0"></div>${hills.join('')}</div>`;
  return { ...none, html };
};
