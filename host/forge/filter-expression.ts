// The part of Jira expressions that trigger filters use: paths, literals, comparisons, and, or, not, in brackets.
// https://developer.atlassian.com/platform/forge/events-reference/product_events/ (filter.expression)

type Scope = Readonly<Record<string, unknown>>;

const tokenPattern = /\s*(==|!=|<=|>=|&&|\|\||[<>!().,[\]]|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\d+(?:\.\d+)?|[A-Za-z_$][\w$]*)/uy;

function tokensOf(expression: string): string[] {
  const tokens: string[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < expression.length) {
    const place = tokenPattern.lastIndex;
    const match = tokenPattern.exec(expression);
    if (match === null) {
      if (expression.slice(place).trim() === '') break;
      throw new Error(`it cannot be read at "${expression.slice(place, place + 20)}"`);
    }
    tokens.push(match[1] as string);
  }
  return tokens;
}

/**
 * The value of an expression over `scope`.
 * @throws Error when it cannot be read, names something that is not there, or goes into null
 */
export function evaluate(expression: string, scope: Scope): unknown {
  const tokens = tokensOf(expression);
  let place = 0;
  const peek = (): string | undefined => tokens[place];
  const take = (wanted?: string): string => {
    const token = tokens[place];
    if (token === undefined || (wanted !== undefined && token !== wanted)) throw new Error(`it expects ${wanted ?? 'more'} and finds ${token ?? 'the end'}`);
    place += 1;
    return token;
  };

  const or = (): unknown => {
    let left = and();
    while (peek() === '||') {
      take();
      const right = and();
      left = Boolean(left) || Boolean(right);
    }
    return left;
  };
  const and = (): unknown => {
    let left = comparison();
    while (peek() === '&&') {
      take();
      const right = comparison();
      left = Boolean(left) && Boolean(right);
    }
    return left;
  };
  const comparison = (): unknown => {
    const left = unary();
    const operator = peek();
    if (operator === undefined || !['==', '!=', '<', '>', '<=', '>='].includes(operator)) return left;
    take();
    const right = unary();
    switch (operator) {
      case '==':
        return (left ?? null) === (right ?? null);
      case '!=':
        return (left ?? null) !== (right ?? null);
      case '<':
        return Number(left) < Number(right);
      case '>':
        return Number(left) > Number(right);
      case '<=':
        return Number(left) <= Number(right);
      default:
        return Number(left) >= Number(right);
    }
  };
  const unary = (): unknown => {
    if (peek() === '!') {
      take();
      return !unary();
    }
    return path();
  };
  const path = (): unknown => {
    let value = primary();
    for (;;) {
      if (peek() === '.') {
        take();
        value = member(value, take());
      } else if (peek() === '[') {
        take();
        value = member(value, String(or()));
        take(']');
      } else return value;
    }
  };
  const member = (value: unknown, name: string): unknown => {
    if (value === null || value === undefined) throw new Error(`it asks for ${name} of nothing`);
    if (peek() === '(' && (name === 'includes' || name === 'contains')) {
      take('(');
      const wanted = or();
      take(')');
      return Array.isArray(value) ? value.includes(wanted) : String(value).includes(String(wanted));
    }
    return (value as Record<string, unknown>)[name];
  };
  const primary = (): unknown => {
    const token = take();
    if (token === '(') {
      const inner = or();
      take(')');
      return inner;
    }
    if (/^['"]/u.test(token)) return token.slice(1, -1).replace(/\\(.)/gu, '$1');
    if (/^\d/u.test(token)) return Number(token);
    if (token === 'true' || token === 'false') return token === 'true';
    if (token === 'null') return null;
    if (!(token in scope)) throw new Error(`it names ${token}, which is not there`);
    return scope[token];
  };

  const value = or();
  if (place < tokens.length) throw new Error(`it goes on with "${tokens[place] ?? ''}"`);
  return value;
}
