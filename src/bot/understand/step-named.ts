const named =
  /(?:手順|すてっぷ|\bstep|\bno\.?|\bnumber) ?([1-9])(?!\d)|(?<!\d)([1-9])(?:番目?|つ目|個目|こ目)(?!号|線|組)|^(?:、|あの|ok )?([1-9])(?=[がはでの](?!\d))/;

/** The number of the step that a folded message names: 「3番が見つからない」. */
export function stepNamed(folded: string): number | undefined {
  const found = named.exec(folded);
  return found === null ? undefined : Number(found[1] ?? found[2] ?? found[3]);
}
