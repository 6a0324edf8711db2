export interface AccountChoice {
  readonly cid: string;
  readonly name: string;
}

/** Radio buttons shown at once; with more accounts than these one types. */
export const shownAtOnce = 6;

/** The accounts to choose from for what was typed: name or CID contains it, exact CIDs first. */
export function matchingAccounts(
  choices: readonly AccountChoice[],
  typed: string,
): readonly AccountChoice[] {
  const words = typed.trim().toLowerCase();
  if (words === '') return choices;
  const isCid = ({ cid }: AccountChoice): boolean => cid.toLowerCase() === words;
  const found = choices.filter(
    ({ cid, name }) => name.toLowerCase().includes(words) || cid.toLowerCase().includes(words),
  );
  return [...found.filter(isCid), ...found.filter((one) => !isCid(one))];
}
