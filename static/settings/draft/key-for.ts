/** A short key of its own, made of the name. */
export function keyFor(name: string, taken: readonly string[]): string {
  const bare =
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-+|-+$/gu, '')
      .slice(0, 30) || 'item';
  if (!taken.includes(bare)) return bare;
  let number = 2;
  while (taken.includes(`${bare}-${number}`)) number += 1;
  return `${bare}-${number}`;
}
