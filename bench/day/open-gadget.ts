// A gadget on a dashboard: it hands back what it was given (static/my-asks/call.ts).
import type { Host } from '../../host/host';

interface Reply {
  readonly ok: boolean;
  readonly value?: { readonly memory: object };
  readonly problem?: unknown;
}

export class OpenGadget {
  #memory: object | undefined;

  constructor(
    private readonly host: Host,
    private readonly person: string,
    private readonly rows: number,
  ) {}

  /** @throws Error when it is not answered: what it would have cost is then not known */
  async refresh(): Promise<void> {
    const { ok, value, problem } = (await this.host.invoke({
      module: 'my-asks-gadget',
      call: 'asks.mine',
      as: this.person,
      payload: { rows: this.rows, memory: this.#memory },
    })) as Reply;
    if (!ok || value === undefined) throw new Error(`The gadget: ${JSON.stringify(problem)}`);
    this.#memory = value.memory;
  }
}
