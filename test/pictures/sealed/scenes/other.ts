import { type Look, mark, say } from '../look.ts';
import { desktop, pane, placed } from '../shell.ts';

const window = (look: Look, title: string, width: number, body: string) =>
  desktop(
    look,
    pane(look, {
      ...placed(look, width, 480),
      title,
      body: `<div data-part="pane" style="padding:16px 24px 22px;min-height:300px">${body}</div>`,
      height: 'auto',
      main: true,
      style: '',
    }),
  );

/** The scenes that have nothing to do with activation, of which nothing may be read. */
export const others: readonly ((look: Look) => string)[] = [
  (look) =>
    window(
      look,
      say(look, '経費_11月.xlsx - Excel', 'Orders.xlsx - Excel'),
      820,
      Array.from(
        { length: 12 },
        (_, n) =>
          `<div style="display:flex">${[n + 1, say(look, look.random.pick(['交通費', '文具', '会議費', '切手']), look.random.pick(['Paper', 'Toner', 'Desk lamp', 'Stamps'])), `A-${look.random.whole(10000, 99999)}`, (look.random.whole(5, 400) * 50).toLocaleString('en')].map((cell) => `<span style="width:150px;border:1px solid #8884;padding:3px 8px">${cell}</span>`).join('')}</div>`,
      ).join(''),
    ),
  (look) =>
    window(
      look,
      say(look, 'プリンターのエラー', 'Printer error'),
      500,
      `<h2 style="font-size:18px">${say(look, '用紙が詰まっています', 'Paper jam')}</h2><p>${say(look, '背面カバーを開け、用紙を取り除いてください。サポート番号: 1300', 'Open the rear cover and remove the paper. Support code: 1300')}</p><span class="btn">${say(look, '印刷中止', 'Cancel printing')}</span>`,
    ),
  (look) =>
    window(
      look,
      say(look, '受信トレイ', 'Inbox'),
      780,
      `<h2 style="font-size:19px">${say(look, '忘年会の日程について', 'Lunch on Friday?')}</h2><p class="faint">${mark('secret', look.who.name)} &lt;${mark('secret', look.who.mail)}&gt;</p><p>${say(look, 'お疲れさまです。忘年会の候補日は12月11日と18日です。ご都合のよい日を今週中にお知らせください。会費は4,500円の予定です。', 'Hi all, the new place across the road has a table for eight at half past twelve. Let me know by Thursday whether you can make it.')}</p>`,
    ),
  (look) =>
    window(
      look,
      say(look, 'ネットワークとインターネット', 'Network & internet'),
      720,
      `<h2 style="font-size:22px">Wi-Fi</h2><div class="card">${say(look, '接続済み、セキュリティ保護あり', 'Connected, secured')}<div></div><span class="btn">${say(look, '切断', 'Disconnect')}</span></div><div class="card">aterm-${look.random.whole(100000, 999999)}-g</div><div class="card">Buffalo-A-${look.random.whole(1000, 9999)}</div>`,
    ),
  (look) =>
    window(
      look,
      say(look, '天気 - Microsoft Edge', 'Weather - Microsoft Edge'),
      860,
      `<h1 style="font-size:30px;font-weight:400">${say(look, '札幌市 -2° くもり', 'Leeds 6° light rain')}</h1><div style="display:flex;gap:14px">${Array.from({ length: 7 }, (_, n) => `<div class="card" style="display:block;text-align:center">${n + 8}${say(look, '日', '')}<br><b>${look.random.whole(0, 9)}°</b><br>${look.random.whole(0, 10) * 10}%</div>`).join('')}</div>`,
    ),
  (look) =>
    window(
      look,
      'Windows Update',
      760,
      `<h2 style="font-size:24px">${say(look, '最新の状態です', "You're up to date")}</h2><p class="faint">${say(look, '最終チェック日時: 今日、8:14', 'Last checked: Today, 8:14')}</p><div class="card">${say(look, '更新プログラムのチェック', 'Check for updates')}<div></div><span class="btn go">OK</span></div><div class="card">KB50${look.random.whole(60000, 79999)}</div>`,
    ),
  (look) =>
    window(
      look,
      say(look, '家計簿 - メモ帳', 'shopping list - Notepad'),
      600,
      `<div style="white-space:pre;font-size:15px">${say(look, '牛乳 2本\n卵\n電池 単三 4本\nごみ袋 45L\n病院 火曜 10:30', 'milk x2\neggs\nAA batteries\nbin bags\ndentist Tue 10:30')}</div>`,
    ),
  (look) =>
    window(
      look,
      say(look, '会議 | Microsoft Teams', 'Meeting | Microsoft Teams'),
      940,
      `<div style="display:grid;grid-template-columns:repeat(3,1fr);gap:8px">${Array.from({ length: 6 }, () => `<div style="height:150px;border-radius:8px;background:hsl(${look.random.whole(0, 359)} 25% 45%);color:#fff;padding:8px">${say(look, look.random.pick(['総務', '営業2課', '会議室A']), look.random.pick(['Front desk', 'Room 4', 'Sales']))}</div>`).join('')}</div>`,
    ),
];
