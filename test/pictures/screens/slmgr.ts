import type { Scene, Screen } from './screen.ts';
import { guid } from './screen.ts';
import { sentenceOf } from './sentences.ts';

/** What a command says line by line, and what is true of it. */
export interface Printed extends Omit<Screen, 'page' | 'html'> {
  readonly lines: readonly string[];
}

const plain = { code: null, organisation: false, sentences: [], secrets: [] } as const;

/** Returns what `slmgr /ato` says on a failure: for an organisation's codes that no server was reached, else where to look the code up. */
export function failure({ language, code, chance }: Scene): Printed {
  const ja = language === 'ja';
  if (sentenceOf(code, 0).organisation && chance.happens(0.7)) {
    const sentence = ja
      ? 'キー マネージメント サービス (KMS) に接続できませんでした。'
      : 'No Key Management Service (KMS) could be contacted.';
    const lines = ja
      ? [
          `エラー: ${code} ソフトウェア ライセンス サービスで、コンピューターのライセンス認証ができなかったことが報告されました。`,
          `${sentence}詳細については、アプリケーション イベント ログを参照してください。`,
        ]
      : [
          `Error: ${code} The Software Licensing Service reported that the computer could not be activated.`,
          `${sentence} Please see the Application Event Log for additional information.`,
        ];
    return { ...plain, lines, code, organisation: true, sentences: [sentence] };
  }
  const lines = ja
    ? [
        `エラー: ${code} Microsoft Windows の非コア エディションを実行しているコンピューターで、`,
        `'slui.exe 0x2a ${code}' を実行してエラー テキストを表示してください。`,
      ]
    : [
        `Error: ${code} On a computer running Microsoft Windows non-core edition,`,
        `run 'slui.exe 0x2a ${code}' to display the error text.`,
      ];
  return { ...plain, lines, code };
}

/** Returns what `slmgr /dlv` says of a licence that is not activated, an organisation's or one's own. */
export function licence(scene: Scene): Printed {
  const { chance, language } = scene;
  const organisation = chance.happens(0.5);
  const channel = organisation ? 'VOLUME_KMSCLIENT' : chance.pick(['RETAIL', 'OEM_DM']);
  const edition = organisation ? 'Enterprise' : 'Professional';
  const code = organisation ? '0xC004F056' : '0xC004F034';
  const part = chance.text('BCDFGHJKMPQRTVWXY2346789', 5);
  const pid = `03612-0${chance.whole(3000, 4900)}-000-000000-03-1041-22631.0000-${chance.whole(100, 360)}2026`;
  const machine = `kms${chance.whole(1, 9)}.corp.example.com:1688`;
  const names =
    language === 'ja'
      ? [
          'ソフトウェア ライセンス サービスのバージョン',
          '名前',
          '説明',
          'ライセンス認証 ID',
          '拡張 PID',
          '部分的なプロダクト キー',
          'ライセンスの状態: 通知',
          '通知の理由',
          'DNS からの KMS コンピューター名',
          '残りの Windows rearm カウント',
        ]
      : [
          'Software licensing service version',
          'Name',
          'Description',
          'Activation ID',
          'Extended PID',
          'Partial Product Key',
          'License Status: Notification',
          'Notification Reason',
          'KMS machine name from DNS',
          'Remaining Windows rearm count',
        ];
  const [version, name, description, activation, extended, key, status, reason, host, rearm] = names;
  const lines = [
    `${version}: 10.0.22621.2506`,
    '',
    `${name}: Windows(R), ${edition} edition`,
    `${description}: Windows(R) Operating System, ${channel} channel`,
    `${activation}: ${guid(chance)}`,
    `${extended}: ${pid}`,
    `${key}: ${part}`,
    `${status}`,
    `${reason}: ${code}${language === 'ja' ? '。' : '.'}`,
    ...(organisation && chance.happens(0.6) ? [`${host}: ${machine}`] : []),
    `${rearm}: 1001`,
  ];
  return { ...plain, lines, code, organisation, secrets: [part] };
}

/** Returns what `slmgr /dti` says: the installation ID. */
export function installation({ chance, language }: Scene): Printed {
  const id = chance.text('0123456789', 63);
  const lines =
    language === 'ja'
      ? [`インストール ID: ${id}`, '', '製品のライセンス認証の電話番号は、phone.inf ファイルで確認できます。']
      : [
          `Installation ID: ${id}`,
          '',
          'Product activation telephone numbers can be obtained by searching the phone.inf file.',
        ];
  return { ...plain, lines, secrets: [id] };
}
