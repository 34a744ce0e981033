import codes from '../../../src/flows/codes.json' with { type: 'json' };
import type { Truth } from '../truth.ts';

/** A sentence in each language of the screens. */
export type Sentence = Readonly<Record<Truth['language'], string>>;

/** What Windows says where an organisation's server is not reached (Learn: Azure VM activation; the Japanese one from the article). */
export const unreached: readonly Sentence[] = [
  {
    ja: '組織のライセンス認証サーバーに接続できないため、このデバイス上で Windows をライセンス認証できません。組織のネットワークに接続していることを確認し、もう一度実行してください。ライセンス認証の問題が続く場合は、組織のサポート担当者にお問い合わせください。',
    en: "We can't activate Windows on this device as we can't connect to your organization's activation server. Make sure you're connected to your organization's network and try again. If you continue having problems with activation, contact your organization's support person.",
  },
  {
    ja: '組織のライセンス認証サーバーに接続できないため、Windows をライセンス認証できません。',
    en: "We can't activate Windows on this device as we can't connect to your organization's activation server.",
  },
];

/** What Windows says where an organisation's service activated it. */
export const byOrganisation: readonly Sentence[] = [
  {
    ja: 'この Windows は組織のライセンス認証サービスを使用してライセンス認証されています',
    en: "Windows is activated using your organization's activation service",
  },
  {
    ja: 'Windows は、組織のライセンス認証サービスによってライセンス認証されています',
    en: "Windows is activated using your organization's activation service",
  },
];

/** What Windows says where all is well on a PC of one's own. */
export const activated: readonly Sentence[] = [
  {
    ja: 'Windows はデジタル ライセンスによってライセンス認証されています',
    en: 'Windows is activated with a digital license',
  },
  {
    ja: 'Windows は、Microsoft アカウントにリンクされたデジタル ライセンスによってライセンス認証されています',
    en: 'Windows is activated with a digital license linked to your Microsoft account',
  },
];

const general: Sentence = {
  ja: 'このデバイス上で Windows をライセンス認証できません。後でもう一度ライセンス認証を実行してください。それでもうまくいかない場合は、デバイスの製造元にお問い合わせください。',
  en: "We can't activate Windows on this device. Try activating again later. If that doesn't work, contact your device manufacturer.",
};

const key: Sentence = {
  ja: '入力したプロダクト キーは機能しませんでした。プロダクト キーを確認してもう一度実行するか、別のプロダクト キーを入力してください。',
  en: "The product key you entered didn't work. Check the product key and try again, or enter a different one.",
};

const servers: Sentence = {
  ja: '現在サーバーを利用できないため、このデバイス上で Windows をライセンス認証できません。数分待ってからもう一度実行してください。',
  en: "We can't activate Windows on this device because our servers aren't available right now. Wait a few minutes and try again.",
};

const network: Sentence = {
  ja: 'ライセンス認証サーバーに到達できません。インターネットに接続していることを確認し、もう一度実行してください。',
  en: "Can't reach the activation servers. Make sure you're connected to the internet and try again.",
};

const byCause: Readonly<Record<string, Sentence>> = { key, server: servers, network, clock: network };

const byCode: Readonly<Record<string, Sentence>> = {
  '0x80072EE7': {
    ja: 'ライセンス認証サーバーに接続できません。インターネット接続を確認して、もう一度実行してください。',
    en: "We can't connect to the activation server. Check your internet connection and try again.",
  },
  '0xC004C008': {
    ja: 'このプロダクト キーは既に別のデバイスで使用されているため、このデバイス上で Windows をライセンス認証できません。',
    en: "We can't activate Windows on this device because this product key has already been used on another device.",
  },
  '0xC004F211': {
    ja: 'デバイスのハードウェアが変更されたことが Windows によって報告されました。',
    en: 'Windows reported that the hardware of your device has changed.',
  },
  '0xC004F213': {
    ja: 'デバイスにプロダクト キーが見つからなかったことが Windows によって報告されました。',
    en: 'Windows reported that no product key was found on your device.',
  },
  '0x803F7001': {
    ja: '有効なデジタル ライセンスまたはプロダクト キーがないため、このデバイス上で Windows をライセンス認証できません。',
    en: "We can't activate Windows on this device as you don't have a valid digital license or product key.",
  },
};

const catalogue: Readonly<Record<string, { readonly cause: string; readonly scope: string }>> = codes;

/** The codes that are drawn: each of the catalogue, those that are met most often many times. */
export const drawnCodes: readonly string[] = [
  ...Object.keys(catalogue),
  ...[
    '0xC004F074',
    '0xC004F074',
    '0xC004F074',
    '0xC004F213',
    '0x803F7001',
    '0xC004C003',
    '0xC004F211',
    '0x80072EE7',
  ].flatMap((code) => Array<string>(36).fill(code)),
  ...['0xC004C008', '0xC004F034', '0xC004F050', '0x8007232B', '0xC004F012', '0x8007007B', '0xC004E016', '0xC004F210']
    .filter((code) => code in catalogue)
    .flatMap((code) => Array<string>(12).fill(code)),
];

/** Returns the sentence that Windows shows beside a code, and whether it speaks of an organisation. `spoken`: which wording, from 0. */
export function sentenceOf(
  code: string,
  spoken: number,
): { readonly sentence: Sentence; readonly organisation: boolean } {
  const { cause, scope } = catalogue[code] ?? { cause: 'other', scope: 'any' };
  const organisation = cause === 'organization' && scope === 'volume';
  const sentence = organisation ? unreached[spoken % unreached.length] : (byCode[code] ?? byCause[cause]);
  return { sentence: sentence ?? general, organisation };
}

/** The words before a code. */
export const codeIs: Sentence = { ja: 'エラー コード: ', en: 'Error code: ' };
