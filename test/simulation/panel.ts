// A panel of the app in a ticket, as somebody uses it: who loads it again, and clicks again when a click came to nothing.
import type { Reply } from '../../src/contract/problem';
import type { Desk } from './desk';

interface PanelOf<Api> {
  /** Key of the module in the manifest. */
  readonly module: string;
  /** What shows all of it, and who looks unless somebody is named. */
  readonly read: keyof Api & string;
  readonly reader: string;
  /** How often somebody clicks, 70 seconds apart, where things go wrong on purpose. */
  readonly tries?: number;
}

export class Panel<Api, View extends { readonly revision: number }> {
  constructor(
    readonly desk: Desk,
    readonly key: string,
    private readonly of: PanelOf<Api>,
  ) {}

  async call<T = View>(
    as: string,
    call: keyof Api & string,
    payload: object = {},
  ): Promise<Reply<T>> {
    return (await this.desk.host.invoke({
      module: this.of.module,
      issue: this.key,
      as: `${as}@relay.example`,
      call,
      payload,
    })) as Reply<T>;
  }

  async seen(as = this.of.reader): Promise<View> {
    for (let tries = 1; ; tries += 1) {
      const reply = await this.call(as, this.of.read).catch((error: unknown) =>
        this.desk.faulty && tries < 4 ? null : Promise.reject(error),
      );
      if (reply?.ok) return reply.value;
      if (reply !== null && !this.desk.faulty)
        throw new Error(`${reply.problem.code}: ${reply.problem.message}`);
      if (tries >= 4) throw new Error('The panel does not load.');
      await this.desk.host.advance('PT1M10S');
    }
  }

  /** One click, as sent; the raw reply. */
  async click(as: string, call: keyof Api & string, payload: object = {}): Promise<Reply<View>> {
    const { revision } = await this.seen(as);
    return this.call(as, call, { expectedRevision: revision, ...payload });
  }

  /** @param isDone how the person sees that it worked */
  async act(
    as: string,
    call: keyof Api & string,
    payload: object,
    isDone: (view: View) => boolean,
  ): Promise<void> {
    for (let tries = 1; tries <= (this.of.tries ?? 6); tries += 1) {
      const reply = await this.click(as, call, payload).catch((error: unknown) =>
        this.desk.faulty ? null : Promise.reject(error),
      );
      if (reply?.ok && isDone(reply.value)) return;
      if (reply !== null && !reply.ok && !this.desk.faulty)
        throw new Error(`${reply.problem.code}: ${reply.problem.message}`);
      await this.desk.host.advance('PT1M10S');
      if (isDone(await this.seen(as))) return;
    }
    throw new Error(`${call} came to nothing.`);
  }
}
