/** Functions do not survive postMessage; they travel as a number and are called back by it. */
interface FunctionMark {
  readonly __fn: number;
}

type Message =
  | {
      readonly bridge: 1;
      readonly kind: 'call';
      readonly id: number;
      readonly method: string;
      readonly payload: unknown;
    }
  | {
      readonly bridge: 1;
      readonly kind: 'apply';
      readonly id: number;
      readonly fn: number;
      readonly args: unknown;
    }
  | { readonly bridge: 1; readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly bridge: 1; readonly kind: 'failure'; readonly id: number; readonly message: string };

/** What one side does when the other calls it; a promise is waited for. */
export type Answer = (method: string, payload: unknown) => unknown;

type AnyFunction = (...args: unknown[]) => unknown;

const isMessage = (data: unknown): data is Message =>
  typeof data === 'object' && data !== null && (data as { bridge?: unknown }).bridge === 1;

const isMark = (value: object): value is FunctionMark =>
  typeof (value as Partial<FunctionMark>).__fn === 'number';

/** Of any realm: what came over postMessage may have been made in another one. */
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/**
 * One end of the conversation between a page of the app (in its frame) and the Jira page around it. Both ends are alike:
 * each calls methods of the other, and functions in payloads and results can be called from the far side.
 */
export class Endpoint {
  readonly #waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void }
  >();
  readonly #functions: AnyFunction[] = [];
  #calls = 0;

  constructor(
    private readonly post: (message: unknown) => void,
    private readonly answer: Answer,
  ) {}

  /** @throws Error with the message of whatever the other side threw */
  call(method: string, payload?: unknown): Promise<unknown> {
    return this.#ask({ kind: 'call', method, payload: this.#pack(payload) });
  }

  /** Takes a message of the other side. Who sent it must have been checked before. */
  receive(data: unknown): void {
    if (!isMessage(data)) return;
    switch (data.kind) {
      case 'call':
        return void this.#reply(data.id, () =>
          this.answer(data.method, this.#unpack(data.payload)),
        );
      case 'apply':
        return void this.#reply(data.id, () =>
          this.#functions[data.fn]?.(...(this.#unpack(data.args) as unknown[])),
        );
      case 'result':
        return this.#take(data.id)?.resolve(this.#unpack(data.value));
      case 'failure':
        return this.#take(data.id)?.reject(new Error(data.message));
    }
  }

  #ask(message: Record<string, unknown>): Promise<unknown> {
    const id = (this.#calls += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.post({ bridge: 1, id, ...message });
    });
  }

  async #reply(id: number, work: () => unknown): Promise<void> {
    try {
      this.post({ bridge: 1, kind: 'result', id, value: this.#pack(await work()) });
    } catch (error) {
      this.post({ bridge: 1, kind: 'failure', id, message: messageOf(error) });
    }
  }

  #take(
    id: number,
  ): { resolve: (value: unknown) => void; reject: (error: Error) => void } | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  #pack(value: unknown): unknown {
    if (typeof value === 'function')
      return { __fn: this.#functions.push(value as AnyFunction) - 1 };
    if (Array.isArray(value)) return value.map((item) => this.#pack(item));
    if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, this.#pack(member)]),
    );
  }

  #unpack(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#unpack(item));
    if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
    if (isMark(value))
      return (...args: unknown[]) =>
        this.#ask({ kind: 'apply', fn: value.__fn, args: this.#pack(args) });
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, this.#unpack(member)]),
    );
  }
}
