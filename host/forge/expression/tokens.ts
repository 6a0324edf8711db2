/** A piece of an expression: an operator or bracket, a name, or a literal. */
export type Token =
  | { readonly kind: 'mark'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'literal'; readonly text: string; readonly value: string | number };

const pattern =
  /\s*(?:(?<mark>=>|==|!=|<=|>=|&&|\|\||\?\.|[<>!?:().,[\]+-])|(?<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?<number>\d+(?:\.\d+)?)|(?<name>[A-Za-z_$][\w$]*))/uy;

/** @throws Error that quotes what cannot be read */
export function tokensOf(expression: string): readonly Token[] {
  const tokens: Token[] = [];
  const end = expression.trimEnd().length;
  pattern.lastIndex = 0;
  while (pattern.lastIndex < end) {
    const place = pattern.lastIndex;
    const groups = pattern.exec(expression)?.groups;
    if (groups === undefined)
      throw new Error(`it cannot be read at "${expression.slice(place, place + 20).trim()}"`);
    tokens.push(tokenOf(groups));
  }
  return tokens;
}

function tokenOf({ mark, text, number, name = '' }: Partial<Record<string, string>>): Token {
  if (mark !== undefined) return { kind: 'mark', text: mark };
  if (text !== undefined)
    return { kind: 'literal', text, value: text.slice(1, -1).replace(/\\(.)/gu, '$1') };
  if (number !== undefined) return { kind: 'literal', text: number, value: Number(number) };
  return { kind: 'name', text: name };
}
