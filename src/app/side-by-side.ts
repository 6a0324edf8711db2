// Turns of several tickets side by side. Each is on its own: what one meets concerns no other. Only what they store goes
// together: a request to storage costs by its size, rounded up, whether it holds one ledger or twenty.
import type { IssueId } from '../core/ids';
import type { TicketRecord, TicketToSave } from './outbox';
import type { Ports, TicketStore } from './ports';

interface Waiting {
  readonly record: TicketToSave;
  readonly stored: (record: TicketRecord) => void;
  readonly failed: (error: unknown) => void;
}

/** Stores what is to be stored once everybody who is still at work waits for that. */
class StoringTogether {
  #waiting: Waiting[] = [];
  readonly tickets: TicketStore;

  /** @param atWork how many turns are about to begin */
  constructor(
    private readonly store: TicketStore,
    private atWork: number,
  ) {
    this.tickets = {
      ...store,
      save: (record) =>
        new Promise((stored, failed) => {
          this.#waiting.push({ record, stored, failed });
          this.#look();
        }),
    };
  }

  async run(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } finally {
      this.atWork -= 1;
      this.#look();
    }
  }

  #look(): void {
    if (this.#waiting.length > 0 && this.#waiting.length === this.atWork) void this.#storeAll();
  }

  async #storeAll(): Promise<void> {
    const some = this.#waiting;
    this.#waiting = [];
    try {
      const results = await this.store.saveAll(some.map(({ record }) => record));
      for (const [place, { stored, failed }] of some.entries()) {
        const result = results[place];
        if (result === undefined || result instanceof Error) failed(result);
        else stored(result);
      }
    } catch (error) {
      for (const { failed } of some) failed(error);
    }
  }
}

/** @param turn of one ticket, with the ports that it has to use; it throws nothing */
export async function sideBySide(
  ports: Ports,
  issueIds: readonly IssueId[],
  turn: (ports: Ports, issueId: IssueId) => Promise<void>,
): Promise<void> {
  const together = new StoringTogether(ports.tickets, issueIds.length);
  const those = { ...ports, tickets: together.tickets };
  await Promise.all(issueIds.map((id) => together.run(() => turn(those, id))));
}
