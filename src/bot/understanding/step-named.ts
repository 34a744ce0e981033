const named =
  /(?:手順|すてっぷ|\bstep|\bno\.?|\bnumber) ?([1-9])(?!\d)|(?<!\d)([1-9])(?:番目?|つ目|個目|こ目)(?!号|線|組)|(?:^|、|けど|。)(?:あの|ok )?([1-9])(?=[がはでの](?!\d))/g;

/** The number of the step that a folded message names, the last one of several: 「1はやった、3番が見つからない」. */
export function stepNamed(folded: string): number | undefined {
  const found = [...folded.matchAll(named)].at(-1);
  return found === undefined ? undefined : Number(found[1] ?? found[2] ?? found[3]);
}
