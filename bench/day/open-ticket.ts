// A ticket that somebody has open: its frames do what the pages in them do (static/shared/use-live-ticket.ts), at the host's time.
import type { Host } from '../../host/host';
import { afterEvent, type Asks, nextOf } from '../../static/shared/back-off';
import { TicketEvents } from '../../static/shared/ticket-events';

/** Module, the call with which its page reads, and what a change in Jira asks of it. */
const frames = [
  ['ticket-panel', 'ticket.get', 'read'],
  ['follow-ups', 'follow-ups.get', 'look'],
  ['hybrid-account', 'hybrid.get', 'look'],
  ['key-account', 'key.get', 'look'],
  ['change-request', 'change.get', 'look'],
] as const;

const usualMs = 60_000;
const pendingMs = 3_000;

/** As much of what a page shows as it goes by. */
interface View {
  readonly mark: string;
  readonly pending: object | null;
}

interface Reply {
  readonly ok: boolean;
  readonly value?: View;
  readonly problem?: { readonly code: string };
}

interface At {
  readonly host: Host;
  readonly issue: string;
  /** Who has it open. */
  readonly person: string;
  /** When it is closed, in the host's milliseconds. */
  readonly until: number;
}

/** One frame, from when it opens until it closes. */
class Frame {
  #mark = '';
  #pending = false;
  #untouched = 0;
  #pauses: readonly number[] = [];
  #alarm = 0;
  readonly #events: TicketEvents;

  constructor(
    private readonly at: At,
    private readonly frame: (typeof frames)[number],
  ) {
    this.#events = new TicketEvents(at.issue, frame[2]);
  }

  async read(): Promise<void> {
    const { ok, value, problem } = await this.#call(this.frame[1], {});
    if (!ok || value === undefined) throw new Error(`${this.frame[1]}: ${JSON.stringify(problem)}`);
    this.show(value);
  }

  show({ mark, pending }: View): void {
    this.#mark = mark;
    this.#pending = pending !== null;
    this.#rest();
  }

  async look(): Promise<void> {
    const { ok, problem } = await this.#call('look', { mark: this.#mark });
    if (ok) this.#rest();
    else if (problem?.code === 'changed-meanwhile') await this.read();
    else throw new Error(`look: ${JSON.stringify(problem)}`);
  }

  changed(): Promise<void> {
    const { issue: issueId } = this.at;
    const changes = [{ changeType: 'updated' }];
    return this.#heard(this.#events.changed({ issueId, changes }, this.at.host.clock.now()));
  }

  act(which: 'actBegun' | 'actEnded'): Promise<void> {
    return this.#heard(this.#events[which](this.at.host.clock.now()));
  }

  async #heard(asks: Asks): Promise<void> {
    if (asks === 'nothing' || this.at.host.clock.now() >= this.at.until) return;
    this.#untouched = 0;
    this.#pauses = afterEvent;
    await (asks === 'read' ? this.read() : this.look());
  }

  /** Waits for what the page does next by itself. */
  #rest(): void {
    const { host, until } = this.at;
    const { clock } = host;
    const mine = (this.#alarm += 1);
    const { pause, asks } = nextOf({
      usual: this.#pending ? pendingMs : usualMs,
      backsOff: true,
      looks: true,
      moment: null,
      untouched: this.#untouched,
      soonest: this.#pauses[0],
    });
    if (clock.now() + pause >= until) return;
    clock.schedule(clock.now() + pause, async () => {
      if (mine !== this.#alarm) return;
      this.#untouched += 1;
      this.#pauses = this.#pauses.slice(1);
      await (asks === 'read' ? this.read() : this.look());
    });
  }

  async #call(call: string, payload: object): Promise<Reply> {
    const { host, issue, person } = this.at;
    return (await host.invoke({
      module: this.frame[0],
      issue,
      as: person,
      call,
      payload,
    })) as Reply;
  }
}

export class OpenTicket {
  readonly #frames: readonly Frame[];

  constructor(at: At) {
    this.#frames = frames.map((frame) => new Frame(at, frame));
  }

  async open(): Promise<void> {
    await this.#all((frame) => frame.read());
  }

  /** Jira says that the ticket has changed. */
  async changed(): Promise<void> {
    await this.#all((frame) => frame.changed());
  }

  /** Whoever has it open acts in the first of its frames, which shows what is answered. */
  async acts<Shown extends View>(act: () => Promise<Shown>): Promise<Shown> {
    await this.#all((frame) => frame.act('actBegun'));
    const fresh = await act();
    this.#frames[0]?.show(fresh);
    await this.#all((frame) => frame.act('actEnded'));
    return fresh;
  }

  async #all(each: (frame: Frame) => Promise<void>): Promise<void> {
    await Promise.all(this.#frames.map(each));
  }
}
