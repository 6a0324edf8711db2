import { type AdfNode } from '../data/wire';

export interface Mentioned {
  readonly accountId: string;
  readonly name: string;
}

/** Longest name first, so that "@Ann Lee" is not taken for "@Ann". */
const byLength = (one: Mentioned, other: Mentioned): number => other.name.length - one.name.length;

function inline(line: string, people: readonly Mentioned[]): AdfNode[] {
  const nodes: AdfNode[] = [];
  let rest = line;
  let plain = '';
  const flush = (): void => {
    if (plain !== '') nodes.push({ type: 'text', text: plain });
    plain = '';
  };
  while (rest !== '') {
    // The @ of an address stands within a word; that of a mention begins one.
    const person =
      rest.startsWith('@') && !/[\p{L}\p{N}.]$/u.test(plain)
        ? people.find(({ name }) => rest.slice(1).startsWith(name))
        : undefined;
    if (person) {
      flush();
      nodes.push({
        type: 'mention',
        attrs: { id: person.accountId, text: `@${person.name}`, accessLevel: '' },
      });
      rest = rest.slice(person.name.length + 1);
    } else {
      plain += rest.charAt(0);
      rest = rest.slice(1);
    }
  }
  flush();
  return nodes;
}

/** What was typed as a document: an empty line parts paragraphs, `@Name` of somebody picked becomes a mention. */
export function writeAdf(
  typed: string,
  mentioned: readonly Mentioned[],
): AdfNode & { readonly version: 1 } {
  const people = [...mentioned].sort(byLength);
  const content = typed
    .trim()
    .split(/\n{2,}/)
    .map((paragraph): AdfNode => ({
      type: 'paragraph',
      content: paragraph
        .split('\n')
        .flatMap((line, index) => [
          ...(index > 0 ? [{ type: 'hardBreak' }] : []),
          ...inline(line, people),
        ]),
    }));
  return { type: 'doc', version: 1, content };
}
