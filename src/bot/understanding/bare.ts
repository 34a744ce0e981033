/** A message longer than this is never read as a whole. */
const longest = 60;

const ending =
  /(?:(?:なん|ん)?(?:です|だ)?(?:けど|けども|が)|です|でした|で|や|やわ|やん|やで|やねん|やけど|ぜ|ぞ|んだ|んです|のです|のよ|もん|みたい|っぽい|だ|よ|ね|な|なあ|わ|さ|っす|(?<!て)ます|か|ー|w+|草|笑|お願いします|ください|thanks|please)$/;
const opening =
  /^(?:ok|okay|yes|yeah|はい|うん|じゃあ|じゃ|では|それでは|すみません|すいません|please|so|well|and|um)\s?(?=.)/;

/** A short message without punctuation, gaps, openings and polite endings: as it is, then ever barer. */
export function bareOf(folded: string): readonly string[] {
  if (folded.length > longest) return [];
  const packed = folded
    .replace(/[。、，,!;:「」『』"“”()]+|[?.]+(?=.)/g, ' ')
    .replace(/(?<=[^\x20-\x7e]) +| +(?=[^\x20-\x7e])/g, '')
    .replace(/ +/g, ' ')
    .trim();
  const unmarked = packed.replace(/[?.]+$/, '');
  const bare = new Set([packed, unmarked, unmarked.replace(opening, '')]);
  for (let text = unmarked.replace(opening, ''); ending.test(text) && bare.size < 8; bare.add(text)) {
    text = text.replace(ending, '').trim();
  }
  return [...bare].filter((text) => text !== '');
}
