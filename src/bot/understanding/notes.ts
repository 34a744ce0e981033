/** Notes longer than this are none. */
const longest = 120;
/** Short words with gaps between them instead of sentences; a gap between Latin letters stands within a word. */
const notes = /^[^\s、。,.!?！？]{1,14}(?:[ \t\u3000]+[^\s、。,.!?！？]{1,14}){2,6}$/;
/** What joins words to a sentence, or denies one. */
const words = /(?:^|[ \t\u3000])[ぁ-ん]+(?=$|[ \t\u3000])|無い|無し|ない|違/;
const gap = /(?<=[^\x20-\x7e])[ \t\u3000]+|[ \t\u3000]+(?=[^\x20-\x7e])/g;

/** Notes with commas for their gaps: 「会社支給 自宅 VPN on」; undefined: they are none. */
export function notesIn(text: string): string | undefined {
  const said = text.trim();
  return said.length <= longest && notes.test(said) && /[^\x20-\x7e]/.test(said) && !words.test(said)
    ? said.replace(gap, '、')
    : undefined;
}
