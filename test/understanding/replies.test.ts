import { describe, expect, test } from 'vitest';
import { type Asked, understand } from '../../src/bot/understanding/index.ts';

const at = (place: Asked['at'], text: string) => understand(text, { question: undefined, at: place, choices: [] });

describe('a reply to whether protection is back on', () => {
  test.each([
    '切ってない',
    '無効にしてないです',
    '最初から切ってない',
    'オンのままです',
    'I never turned it off',
    'already on',
  ])('protection that was never lowered counts as done: %s', (text) => {
    expect(at('putback', text).intent).toBe('done');
  });

  test.each([
    'まだです',
    'まだ戻してない',
    'オフのまま',
    '戻し方教えて',
    'そのまま',
    'オンにしてない',
    '再開してません',
    'オンになってない',
    'not yet',
    "I haven't turned it on yet",
  ])('protection that is not put back counts as no: %s', (text) => {
    expect(at('putback', text).intent).toBe('no');
  });

  test.each(['戻せない', 'オンに戻りません', "I can't turn it back on"])(
    'protection that cannot be put back asks for help: %s',
    (text) => {
      expect(at('putback', text).intent).toBe('stuck');
    },
  );
});

describe('a reply about something else to whether protection is back on', () => {
  test.each([
    '入れた、できた',
    'わかりました',
    'ok',
    'お願いします',
    'キーを入力しました',
    '確認しました、表示は同じです',
    'I restarted the pc',
  ])('the reply does not count as put back: %s', (text) => {
    expect(['done', 'yes']).not.toContain(at('putback', text).intent);
  });

  test.each([
    'できました',
    'やりました',
    'done',
    'はい',
    '全部オンにしたよ',
    'ファイアウォールを有効にしました',
    'I turned it back on',
    '切ってない',
  ])('the reply counts as put back if it says so: %s', (text) => {
    const { intent, facts } = at('putback', text);
    expect(facts.protection === 'on' || intent === 'done' || intent === 'yes').toBe(true);
  });
});

describe('a reply at a single step', () => {
  test.each(['全部やったけどだめ', 'tried everything, nothing works'])(
    'a failure of everything counts for the whole list: %s',
    (text) => {
      expect(at('step', text).intent).toBe('tried-all');
      expect(at('list', text).intent).toBe('not-solved');
    },
  );

  test('a failure of the troubleshooter counts as its list tried', () => {
    for (const place of ['step', 'list'] as const)
      expect(at(place, 'トラブルシューティングもだめ')).toMatchObject({ intent: 'not-solved', tried: 'P3' });
  });

  test.each(['だめ', '全部できない', '最後までできません'])(
    'a failure of the step does not count for the whole list: %s',
    (text) => {
      expect(at('step', text).intent).not.toBe('tried-all');
    },
  );

  test.each(['開けました', '見つかった', '押せました', 'found it'])(
    'a success of the step leads to the next step: %s',
    (text) => {
      expect(at('step', text).intent).toBe('done');
    },
  );

  test.each(['止め方教えて', 'セキュリティソフトの止め方がわかりません', 'how do I pause it?'])(
    'a question how to do the step asks for help: %s',
    (text) => {
      expect(['stuck', 'dont-know']).toContain(at('step', text).intent);
    },
  );

  test.each(['まだです', 'まだやってません', 'まだできていない', 'ちょっと待って', 'not yet'])(
    'a report that the step is under way puts it off: %s',
    (text) => {
      expect(at('step', text).intent).toBe('not-yet');
      expect(at('list', text).intent).toBe('not-yet');
    },
  );

  test.each(['まだ直らない', 'まだ出ます', 'できません'])(
    'a failure is not read as putting the step off: %s',
    (text) => {
      expect(at('step', text).intent).not.toBe('not-yet');
    },
  );

  test('an opened screen at the whole list begins it step by step', () => {
    expect(at('list', '開けました').intent).toBe('next');
  });
});

test.each([
  'もう一回言って',
  'もう一度見せて',
  'さっきのやつもう一回',
  'もう一度お願いします',
  'say that again',
  'can you repeat that?',
])('a request to repeat is read from: %s', (text) => {
  expect(at('question', text).intent).toBe('repeat');
});

test.each([
  ['情シスに', 'it-admin'],
  ['会社の窓口へ', 'it-admin'],
  ['マイクロソフトで', 'microsoft'],
  ['買ったお店に送りたい', 'seller'],
  ['譲ってくれた人', 'seller'],
  ['メーカーにします', 'maker'],
  ['データ復旧の業者に', 'specialist'],
  ['to IT please', 'it-admin'],
])('the reply “%s” names a recipient only where one is asked for', (text, recipient) => {
  expect(at('recipient', text).choice).toBe(recipient);
  expect(at('question', text).choice).toBeUndefined();
});

test.each(['最初から認証されていません', '最初から入っていたWindowsです'])(
  'a state “from the start” is not read as the command to begin anew: %s',
  (text) => {
    expect(at('question', text).intent).not.toBe('restart');
  },
);

test.each(['会社のPCです', "it's a company laptop", 'お店で買いました'])(
  'a fact about the PC is not read as a recipient: %s',
  (text) => {
    expect(at('recipient', text).choice).toBeUndefined();
  },
);

test('“いらない” answers the question of a backup, and cancels at a list', () => {
  const { facts, intent } = understand('いらないです', { question: 'data', at: 'question', choices: [] });
  expect({ facts, intent }).toEqual({ facts: { data: 'none' }, intent: undefined });
  expect(at('list', 'いらないです').intent).toBe('cancel');
});

test('“waited” counts as done at an advice, and a number that is not shown asks for help at a step', () => {
  expect(at('advice', '待ちました').intent).toBe('done');
  expect(at('step', '番号が出ません').intent).toBe('stuck');
});

describe('copies that are being made', () => {
  test.each(['今USBにコピー中です', 'バックアップしている最中です', 'いまコピーしてます', 'still copying'])(
    'the copies under way put the list off: %s',
    (text) => {
      expect(at('list', text)).toMatchObject({ intent: 'not-yet', facts: {} });
    },
  );

  test.each(['コピー中', '今USBにコピー中です', 'copying to usb'])(
    'the copies under way do not count as a backup: %s',
    (text) => {
      expect(understand(text, { question: 'data', at: 'question', choices: [] }).facts.data).not.toBe('backed-up');
    },
  );

  test.each([
    'コピーできました',
    'コピー終わりました',
    'バックアップは前のHDDが残ってます',
    '毎日バックアップしています',
  ])('the finished copies count as a backup: %s', (text) => {
    expect(understand(text, { question: 'data', at: 'question', choices: [] }).facts.data).toBe('backed-up');
  });
});

test.each([
  'はいはいわかりました、で何をすればいいの',
  'で、次は何すればいい？',
  'どないしたらええん',
  'ok what should I do now',
])('a question what to do next is answered: %s', (text) => {
  expect(at('list', text).topic).toBe('what-next');
});

test('a remark that a backup is irrelevant gives no fact', () => {
  const heard = understand('バックアップとか関係ないだろ', { question: 'data', at: 'question', choices: [] });
  expect(heard.facts).toEqual({});
});

describe('a report of the result', () => {
  test.each([
    ['いけたわ、サンクス', 'list'],
    ['直ってます', 'check'],
    ['消えとる', 'check'],
    ['now is ok thank you very much', 'list'],
    ['fixed after w32tm /resync, thx', 'list'],
    ['もう大丈夫です、出社してつないだら消えました', 'form'],
  ] as const)('a success is read as solved: %s', (text, place) => {
    expect(at(place, text).intent).toBe('solved');
  });

  test.each(['30分待ったけどかわらん', 'やったけどいっしょ', 'ネットはOK、でも認証はまだ'])(
    'a failure is read as not solved: %s',
    (text) => {
      expect(at('check', text).intent).toBe('not-solved');
    },
  );

  test.each(['初期化したら写真が消えました', 'つないだら写真が消えました'])(
    'a loss of photos is not read as solved: %s',
    (text) => {
      expect(at('list', text).intent).not.toBe('solved');
    },
  );

  test.each(['全部オンにしたよ', 'もどしたで', '有効にしました'])(
    'protection put back counts as done at the advice: %s',
    (text) => {
      expect(at('advice', text).intent).toBe('done');
    },
  );
});

test.each(['もういい人間出せ', '担当者を呼べ', 'マイクロソフトに電話させろ', 'サポートに出す文面お願いします'])(
  'a demand for a person or a message is read from: %s',
  (text) => {
    expect(at('list', text).intent).toBe('human');
  },
);

test('a recipient that cannot be reached is not chosen', () => {
  expect(at('recipient', '会社の情シスにはもう連絡できないと思う').choice).toBeUndefined();
  expect(at('recipient', '会社の情シスに').choice).toBe('it-admin');
});

test.each(['マカフィーの期限切れてる', 'ウイルスバスターは止めてええんか？'])(
  'an expired antivirus or a question about one gives no fact about protection: %s',
  (text) => {
    expect(at('list', text).facts).toEqual({});
  },
);

test.each(['到達できひんて', '到達できへん'])('the message “cannot reach” is read in dialect: %s', (text) => {
  expect(understand(text, { question: 'screen', at: 'question', choices: [] }).facts.message).toBe('cannot-reach');
});

test.each([
  ['日時は合ってた', { clock: 'right' }],
  ['たいしたもん入ってへんし', { data: 'none' }],
  ['まだ届いたばかりなので中身はからです', { data: 'none' }],
])('a fact that was not asked for is read from: %s', (text, facts) => {
  expect(at('list', text).facts).toEqual(facts);
});

test.each([
  'わかりました。明日つないでみます',
  'まごにきいてみます',
  'あとでやってみます',
  "I'd rather wait for my friend's answer",
])('a plan for later puts the list or question off: %s', (text) => {
  expect(at('list', text).intent).toBe('not-yet');
  expect(at('question', text).intent).toBe('not-yet');
});

test.each(['開けました', 'ちゃんと開けます', '写真も見れました', 'files open fine'])(
  'a report that the copies open counts as done at the check: %s',
  (text) => {
    expect(at('check', text).intent).toBe('done');
  },
);

test.each(['copied, files open fine', 'copied everything'])(
  'a report that copies are made counts as done at a list: %s',
  (text) => {
    expect(at('list', text).intent).toBe('done');
  },
);

test('a demand for a person at the form is read without a topic', () => {
  expect(at('form', '業者お願いします')).toMatchObject({ intent: 'human', topic: undefined });
});

test('an angry demand for a person at the form is met, and the anger is heard', () => {
  const { intent, topic } = at('form', 'your bot is useless, get me a real person');
  expect({ intent, topic }).toEqual({ intent: 'human', topic: 'upset' });
});

test.each([
  ['works!! ty', 'solved'],
  ['わかった明日いう', 'not-yet'],
  ['今コピーさせてます', 'not-yet'],
  ['した', 'done'],
] as const)('a short reply at a list is read as an intent: %s', (text, intent) => {
  expect(at('list', text).intent).toBe(intent);
});

test.each([
  ['えっと3番のやつが見つからん', 3],
  ['手順2ができません', 2],
  ["can't find the thing in step 4", 4],
  ['3が見当たらない', 3],
])('the step that is named as failing is read: %s', (text, step) => {
  expect(at('list', text)).toMatchObject({ intent: 'stuck', step });
});

test.each(['30分待ったけどだめ', '0xC004F074が出る', '2025年に買った', '見つからない'])(
  'a number without a step is not read as a step: %s',
  (text) => {
    expect(at('list', text).step).toBeUndefined();
  },
);

test.each(['ok so how do I backup', 'コピーの取り方を教えて'])(
  'a question how to copy asks for help with the list: %s',
  (text) => {
    expect(at('list', text).intent).toBe('stuck');
  },
);

test('a key that was refused counts as not solved', () => {
  expect(at('list', 'シールの番号入れたら弾かれた').intent).toBe('not-solved');
});

test('the words of the watermark told as on screen give that message', () => {
  const heard = understand('らいせんすにんしょうとでています', { question: 'screen', at: 'question', choices: [] });
  expect(heard.facts.message).toBe('watermark');
});
