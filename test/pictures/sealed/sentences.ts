/** A sentence as Windows shows it in both languages. */
export type Sentence = Readonly<Record<'ja' | 'en', string>>;

/** The sentences that say that an organisation's server is not reached. */
export const organisationUnreached: readonly Sentence[] = [
  {
    ja: '組織のライセンス認証サーバーに接続できないため、このデバイス上で Windows をライセンス認証できません。',
    en: "We can't activate Windows on this device as we can't connect to your organization's activation server.",
  },
  {
    ja: '組織のライセンス認証サーバーに接続できないため、Windows をライセンス認証できません。',
    en: "We can't activate Windows on this device because we can't connect to your organization's activation server.",
  },
];

/** What stands behind them. */
export const organisationAdvice: Sentence = {
  ja: '組織のネットワークに接続していることを確認してから、もう一度お試しください。ライセンス認証の問題が解決しない場合は、組織のサポート担当者に問い合わせてください。',
  en: "Make sure you're connected to your organization's network and try again. If you continue having problems with activation, contact your organization's support person.",
};

/** The sentences of a PC that its organisation has activated. */
export const organisationActivated: readonly Sentence[] = [
  {
    ja: 'この Windows は組織のライセンス認証サービスを使用してライセンス認証されています',
    en: "Windows is activated using your organization's activation service",
  },
  {
    ja: 'Windows は組織のライセンス認証サービスによってライセンス認証されています',
    en: "Windows is activated using your organization's activation service.",
  },
];

/** The line that says that an organisation manages settings. */
export const managed: Sentence = {
  ja: '一部の設定は組織によって管理されています',
  en: 'Some of these settings are managed by your organization.',
};

/** The line about a subscription that does not hold. */
export const subscriptionInvalid: Sentence = {
  ja: 'Windows Enterprise サブスクリプションが有効ではありません。',
  en: "Windows Enterprise subscription isn't valid.",
};

/** The sentences of other failures on the activation page, by the reason of the code. */
export const failures = {
  network: [
    { ja: 'ライセンス認証サーバーに到達できません。', en: "Can't reach the activation servers." },
    { ja: 'ライセンス認証サーバーに接続できません。', en: "Our servers aren't available right now." },
    {
      ja: '現在、ライセンス認証サーバーに到達できません。数分待ってからもう一度お試しください。',
      en: "We can't reach the Windows activation servers right now. Wait a few minutes and try again.",
    },
  ],
  'no key': [
    {
      ja: 'デバイスにプロダクト キーが見つからなかったことが Windows によって報告されました。',
      en: 'Windows reported that no product key was found on your device.',
    },
  ],
  hardware: [
    {
      ja: 'デバイスのハードウェアが変更されたことが Windows によって報告されました。',
      en: 'Windows reported that the hardware of your device has changed.',
    },
  ],
  any: [
    {
      ja: 'Windows をライセンス認証できません。後でもう一度お試しください。',
      en: "We can't activate Windows right now. Please try again later.",
    },
    { ja: 'このデバイスの Windows をライセンス認証できません。', en: "We can't activate Windows on this device." },
  ],
} as const satisfies Record<string, readonly Sentence[]>;

/** The sentences of a PC with a licence of its own that is activated. */
export const activated: readonly Sentence[] = [
  {
    ja: 'この Windows はデジタルライセンスでライセンス認証されています',
    en: 'Windows is activated with a digital license',
  },
  {
    ja: 'Windows は、Microsoft アカウントにリンクされたデジタル ライセンスによってライセンス認証されています',
    en: 'Windows is activated with a digital license linked to your Microsoft account',
  },
  { ja: 'Windows はライセンス認証されています', en: 'Windows is activated' },
];

/** The sentences of the licensing service, in boxes and terminals. */
export const service = {
  organisation: {
    ja: 'ソフトウェア ライセンス サービスで、コンピューターをライセンス認証できなかったことが報告されました。キー管理サービス (KMS) に接続できませんでした。詳細については、アプリケーション イベント ログを参照してください。',
    en: 'The Software Licensing Service reported that the computer could not be activated. No Key Management Service (KMS) could be contacted. Please see the Application Event Log for additional information.',
  },
  any: {
    ja: 'ソフトウェア ライセンス サービスで、コンピューターをライセンス認証できなかったことが報告されました。',
    en: 'The Software Licensing Service reported that the computer could not be activated.',
  },
} as const satisfies Record<string, Sentence>;
