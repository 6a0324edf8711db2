// Jira expressions as far as filters of triggers use them: paths, literals, lists, comparisons, and, or, not, `? :`,
// methods of lists and texts, and functions such as `item => item.field == 'status'`.
// https://developer.atlassian.com/cloud/jira/software/jira-expressions/
import { call, type Callback, memberOf } from './member';
import { type Token, tokensOf } from './tokens';

export type Scope = Readonly<Record<string, unknown>>;
type Compiled = (scope: Scope) => unknown;

const compare: Readonly<Record<string, (left: unknown, right: unknown) => boolean>> = {
  '==': (left, right) => (left ?? null) === (right ?? null),
  '!=': (left, right) => (left ?? null) !== (right ?? null),
  '<': (left, right) => ordered(left) < ordered(right),
  '>': (left, right) => ordered(left) > ordered(right),
  '<=': (left, right) => ordered(left) <= ordered(right),
  '>=': (left, right) => ordered(left) >= ordered(right),
};

/** @throws Error for what has no order */
function ordered(value: unknown): number | string {
  if (typeof value === 'number' || typeof value === 'string') return value;
  throw new Error(
    `it compares ${value === null || value === undefined ? 'nothing' : typeof value} by size`,
  );
}

/** @throws Error for anything but true and false: Jira expressions do not take other values for them */
function truth(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new Error(
    `it takes ${value === null || value === undefined ? 'nothing' : typeof value} for true or false`,
  );
}

class Parser {
  readonly #tokens: readonly Token[];
  #place = 0;

  constructor(expression: string) {
    this.#tokens = tokensOf(expression);
  }

  whole(): Compiled {
    const compiled = this.#choice();
    const left = this.#tokens[this.#place];
    if (left !== undefined) throw new Error(`it goes on with "${left.text}"`);
    return compiled;
  }

  #is(mark: string, ahead = 0): boolean {
    const token = this.#tokens[this.#place + ahead];
    return token?.kind === 'mark' && token.text === mark;
  }

  #takes(mark: string): boolean {
    const is = this.#is(mark);
    if (is) this.#place += 1;
    return is;
  }

  #must(mark: string): void {
    if (!this.#takes(mark))
      throw new Error(
        `it expects ${mark} and finds ${this.#tokens[this.#place]?.text ?? 'the end'}`,
      );
  }

  #choice(): Compiled {
    const condition = this.#or();
    if (!this.#takes('?')) return condition;
    const yes = this.#choice();
    this.#must(':');
    const no = this.#choice();
    return (scope) => (truth(condition(scope)) ? yes(scope) : no(scope));
  }

  #or(): Compiled {
    let left = this.#and();
    while (this.#takes('||')) {
      const [one, other] = [left, this.#and()];
      left = (scope) => truth(one(scope)) || truth(other(scope));
    }
    return left;
  }

  #and(): Compiled {
    let left = this.#comparison();
    while (this.#takes('&&')) {
      const [one, other] = [left, this.#comparison()];
      left = (scope) => truth(one(scope)) && truth(other(scope));
    }
    return left;
  }

  #comparison(): Compiled {
    const left = this.#not();
    const token = this.#tokens[this.#place];
    const how = token?.kind === 'mark' ? compare[token.text] : undefined;
    if (how === undefined) return left;
    this.#place += 1;
    const right = this.#not();
    return (scope) => how(left(scope), right(scope));
  }

  #not(): Compiled {
    if (this.#takes('!')) {
      const inner = this.#not();
      return (scope) => !truth(inner(scope));
    }
    if (this.#takes('-')) {
      const inner = this.#not();
      return (scope) => -Number(inner(scope));
    }
    return this.#path();
  }

  #path(): Compiled {
    let value = this.#primary();
    for (;;) {
      const of = value;
      const gently = this.#is('?.');
      if (this.#takes('.') || this.#takes('?.')) {
        const name = this.#name();
        const given = this.#takes('(') ? this.#argument() : null;
        value = (scope) => {
          const holder = of(scope);
          if (gently && (holder === null || holder === undefined)) return null;
          return given === null ? memberOf(holder, name) : call(holder, name, given(scope));
        };
      } else if (this.#takes('[')) {
        const index = this.#choice();
        this.#must(']');
        value = (scope) => memberOf(of(scope), String(index(scope)));
      } else return value;
    }
  }

  /** What stands between the brackets of a call, which may be nothing or a function. */
  #argument(): Compiled {
    if (this.#takes(')')) return () => undefined;
    const given =
      this.#tokens[this.#place]?.kind === 'name' && this.#is('=>', 1)
        ? this.#function()
        : this.#choice();
    this.#must(')');
    return given;
  }

  #function(): Compiled {
    const name = this.#name();
    this.#must('=>');
    const body = this.#choice();
    return (scope): Callback =>
      (item) =>
        body({ ...scope, [name]: item });
  }

  #name(): string {
    const token = this.#tokens[this.#place];
    if (token?.kind !== 'name')
      throw new Error(`it expects a name and finds ${token?.text ?? 'the end'}`);
    this.#place += 1;
    return token.text;
  }

  #primary(): Compiled {
    const token = this.#tokens[this.#place];
    this.#place += 1;
    if (token?.kind === 'literal') return () => token.value;
    if (token?.kind === 'name') return named(token.text);
    if (token?.text === '(') {
      const inner = this.#choice();
      this.#must(')');
      return inner;
    }
    if (token?.text === '[') return this.#list();
    throw new Error(`it expects a value and finds ${token?.text ?? 'the end'}`);
  }

  #list(): Compiled {
    const items: Compiled[] = [];
    if (!this.#is(']'))
      do items.push(this.#choice());
      while (this.#takes(','));
    this.#must(']');
    return (scope) => items.map((item) => item(scope));
  }
}

function named(name: string): Compiled {
  if (name === 'true' || name === 'false') return () => name === 'true';
  if (name === 'null') return () => null;
  return (scope) => {
    if (!Object.hasOwn(scope, name)) throw new Error(`it names ${name}, which is not there`);
    return scope[name];
  };
}

/**
 * Reads an expression once, to evaluate it often.
 * @throws Error when it cannot be read; the function it returns, when a value it needs is not there
 */
export const compileExpression = (expression: string): Compiled => new Parser(expression).whole();
