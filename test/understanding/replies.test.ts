import { describe, expect, test } from 'vitest';
import { type Asked, understand } from '../../src/bot/understanding/index.ts';

const at = (place: Asked['at'], text: string) => understand(text, { question: undefined, at: place, choices: [] });

describe('asked whether protection is back on,', () => {
  test.each([
    '切ってない',
    '無効にしてないです',
    '最初から切ってない',
    'オンのままです',
    'I never turned it off',
    'already on',
  ])('whoever never lowered it is done: %s', (text) => {
    expect(at('advice', text).intent).toBe('done');
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
  ])('whoever has not put it back is not done: %s', (text) => {
    expect(at('advice', text).intent).toBe('no');
  });

  test.each(['戻せない', 'オンに戻りません', "I can't turn it back on"])('whoever cannot is stuck: %s', (text) => {
    expect(at('advice', text).intent).toBe('stuck');
  });
});

describe('asked the same, whoever speaks of something else', () => {
  test.each([
    '入れた、できた',
    'わかりました',
    'ok',
    'お願いします',
    'キーを入力しました',
    '確認しました、表示は同じです',
    'I restarted the pc',
  ])('has put nothing back: %s', (text) => {
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
  ])('but has by that: %s', (text) => {
    const { intent, facts } = at('putback', text);
    expect(facts.protection === 'on' || intent === 'done' || intent === 'yes').toBe(true);
  });
});

describe('at a single step', () => {
  test.each(['全部やったけどだめ', 'トラブルシューティングもだめ', 'tried everything, nothing works'])(
    'the whole list did not help: %s',
    (text) => {
      expect(at('step', text).intent).toBe('tried-all');
      expect(at('list', text).intent).toBe('not-solved');
    },
  );

  test.each(['だめ', '全部できない', '最後までできません'])('nothing is said of the rest of the list: %s', (text) => {
    expect(at('step', text).intent).not.toBe('tried-all');
  });

  test.each(['開けました', '見つかった', '押せました', 'found it'])('progress goes on to the next: %s', (text) => {
    expect(at('step', text).intent).toBe('done');
  });

  test.each(['止め方教えて', 'セキュリティソフトの止め方がわかりません', 'how do I pause it?'])(
    'whoever asks how is helped with it: %s',
    (text) => {
      expect(['stuck', 'dont-know']).toContain(at('step', text).intent);
    },
  );

  test.each(['まだです', 'まだやってません', 'まだできていない', 'ちょっと待って', 'not yet'])(
    'whoever is still at it is waited for: %s',
    (text) => {
      expect(at('step', text).intent).toBe('not-yet');
      expect(at('list', text).intent).toBe('not-yet');
    },
  );

  test.each(['まだ直らない', 'まだ出ます', 'できません'])('what does not work is no delay: %s', (text) => {
    expect(at('step', text).intent).not.toBe('not-yet');
  });

  test('a screen that was opened begins the whole list step by step', () => {
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
])('what was said is said again: %s', (text) => {
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
])('asked whom to write to, %s names one', (text, recipient) => {
  expect(at('recipient', text).choice).toBe(recipient);
  expect(at('question', text).choice).toBeUndefined();
});

test.each(['最初から認証されていません', '最初から入っていたWindowsです'])(
  'what was so from the start starts nothing over: %s',
  (text) => {
    expect(at('question', text).intent).not.toBe('restart');
  },
);

test.each(['会社のPCです', "it's a company laptop", 'お店で買いました'])(
  'what is told of the PC names nobody to write to: %s',
  (text) => {
    expect(at('recipient', text).choice).toBeUndefined();
  },
);

test('what is not needed at the data question is no end of the conversation', () => {
  const { facts, intent } = understand('いらないです', { question: 'data', at: 'question', choices: [] });
  expect({ facts, intent }).toEqual({ facts: { data: 'none' }, intent: undefined });
  expect(at('list', 'いらないです').intent).toBe('cancel');
});

test('who waited is done with it, and a number that is not shown is a step that cannot be done', () => {
  expect(at('advice', '待ちました').intent).toBe('done');
  expect(at('step', '番号が出ません').intent).toBe('stuck');
});

describe('copies that are being made', () => {
  test.each(['今USBにコピー中です', 'バックアップしている最中です', 'いまコピーしてます', 'still copying'])(
    'are waited for, not taken for made: %s',
    (text) => {
      expect(at('list', text)).toMatchObject({ intent: 'not-yet', facts: {} });
    },
  );

  test.each(['コピー中', '今USBにコピー中です', 'copying to usb'])(
    'leave the data at risk where it is asked: %s',
    (text) => {
      expect(understand(text, { question: 'data', at: 'question', choices: [] }).facts.data).not.toBe('backed-up');
    },
  );

  test.each([
    'コピーできました',
    'コピー終わりました',
    'バックアップは前のHDDが残ってます',
    '毎日バックアップしています',
  ])('count once they are there: %s', (text) => {
    expect(understand(text, { question: 'data', at: 'question', choices: [] }).facts.data).toBe('backed-up');
  });
});

test.each([
  'はいはいわかりました、で何をすればいいの',
  'で、次は何すればいい？',
  'どないしたらええん',
  'ok what should I do now',
])('whoever asks what to do has done nothing yet: %s', (text) => {
  expect(at('list', text).intent).toBe('repeat');
});

test('why a backup is asked for is no news of one', () => {
  const heard = understand('バックアップとか関係ないだろ', { question: 'data', at: 'question', choices: [] });
  expect(heard.facts).toEqual({});
});

describe('how it ended is heard', () => {
  test.each([
    ['いけたわ、サンクス', 'list'],
    ['直ってます', 'check'],
    ['消えとる', 'check'],
    ['now is ok thank you very much', 'list'],
    ['fixed after w32tm /resync, thx', 'list'],
    ['もう大丈夫です、出社してつないだら消えました', 'form'],
  ] as const)('it worked: %s', (text, place) => {
    expect(at(place, text).intent).toBe('solved');
  });

  test.each(['30分待ったけどかわらん', 'やったけどいっしょ', 'ネットはOK、でも認証はまだ'])(
    'it did not: %s',
    (text) => {
      expect(at('check', text).intent).toBe('not-solved');
    },
  );

  test.each(['初期化したら写真が消えました', 'つないだら写真が消えました'])('it is no solution: %s', (text) => {
    expect(at('list', text).intent).not.toBe('solved');
  });

  test.each(['全部オンにしたよ', 'もどしたで', '有効にしました'])('protection is back on: %s', (text) => {
    expect(at('advice', text).intent).toBe('done');
  });
});

test.each(['もういい人間出せ', '担当者を呼べ', 'マイクロソフトに電話させろ', 'サポートに出す文面お願いします'])(
  'a person, or a message to one, is asked for: %s',
  (text) => {
    expect(at('list', text).intent).toBe('human');
  },
);

test('whoever cannot be reached is not the one to write to', () => {
  expect(at('recipient', '会社の情シスにはもう連絡できないと思う').choice).toBeUndefined();
  expect(at('recipient', '会社の情シスに').choice).toBe('it-admin');
});

test.each(['マカフィーの期限切れてる', 'ウイルスバスターは止めてええんか？'])('protection is not off: %s', (text) => {
  expect(at('list', text)).toMatchObject({ facts: {}, candidates: [] });
});

test.each(['到達できひんて', '到達できへん'])('the message is heard in any dialect: %s', (text) => {
  expect(understand(text, { question: 'screen', at: 'question', choices: [] }).facts.message).toBe('cannot-reach');
});

test.each([
  ['日時は合ってた', { clock: 'right' }],
  ['たいしたもん入ってへんし', { data: 'none' }],
  ['まだ届いたばかりなので中身はからです', { data: 'none' }],
])('%s', (text, facts) => {
  expect(at('list', text).facts).toEqual(facts);
});

test.each([
  'わかりました。明日つないでみます',
  'まごにきいてみます',
  'あとでやってみます',
  "I'd rather wait for my friend's answer",
])('what is to be done later is waited for: %s', (text) => {
  expect(at('list', text).intent).toBe('not-yet');
  expect(at('question', text).intent).toBe('not-yet');
});

test.each(['開けました', 'ちゃんと開けます', '写真も見れました', 'files open fine'])(
  'the copies open, no more is said: %s',
  (text) => {
    expect(at('check', text).intent).toBe('done');
  },
);

test.each(['copied, files open fine', 'copied everything'])('the copies are made: %s', (text) => {
  expect(at('list', text).intent).toBe('done');
});

test.each(['業者お願いします', 'actually just write it for me', 'your bot is useless, get me a real person'])(
  'a person, or a message to one, is asked for, and that alone is answered: %s',
  (text) => {
    expect(at('form', text)).toMatchObject({ intent: 'human', topic: undefined });
  },
);

test.each([
  ['works!! ty', 'solved'],
  ['わかった明日いう', 'not-yet'],
  ['今コピーさせてます', 'not-yet'],
  ['した', 'done'],
] as const)('%s', (text, intent) => {
  expect(at('list', text).intent).toBe(intent);
});

test.each([
  ['えっと3番のやつが見つからん', 3],
  ['手順2ができません', 2],
  ["can't find the thing in step 4", 4],
  ['3が見当たらない', 3],
])('the step that is named is known: %s', (text, step) => {
  expect(at('list', text)).toMatchObject({ intent: 'stuck', step });
});

test.each(['30分待ったけどだめ', '0xC004F074が出る', '2025年に買った', '見つからない'])(
  'no step is named: %s',
  (text) => {
    expect(at('list', text).step).toBeUndefined();
  },
);

test.each(['ok so how do I backup', 'コピーの取り方を教えて'])('whoever asks how to copy is shown: %s', (text) => {
  expect(at('list', text).intent).toBe('stuck');
});

test('a key that is refused has not helped', () => {
  expect(at('list', 'シールの番号入れたら弾かれた').intent).toBe('not-solved');
});

test('what the screen says of activation is its text at lower right', () => {
  const heard = understand('らいせんすにんしょうとでています', { question: 'screen', at: 'question', choices: [] });
  expect(heard.facts.message).toBe('watermark');
});
