/**
 * The few acts that still break something: halves are left out first, then less and less, as long as it stays broken.
 * @param breaks plays those acts and says whether something broke
 */
export async function shrink(
  ids: readonly number[],
  breaks: (keep: ReadonlySet<number>) => Promise<boolean>,
  tries = 80,
): Promise<number[]> {
  let kept = [...ids];
  let left = tries;
  for (
    let size = Math.ceil(kept.length / 2);
    size >= 1 && left > 0;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let from = 0; from < kept.length && left > 0;) {
      const without = [...kept.slice(0, from), ...kept.slice(from + size)];
      left -= 1;
      if (await breaks(new Set(without))) kept = without;
      else from += size;
    }
  }
  return kept;
}
