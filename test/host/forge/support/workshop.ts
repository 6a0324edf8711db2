// A host with the workshop app on a bare service desk.
import { join } from 'node:path';
import { createHost } from '../../../../host';
import type { Host, HostOptions } from '../../../../host/host';

export const agent = 'ben.ito@relay.example';
export const admin = 'alex.kim@relay.example';
export const customer = 'nora.quist@relay.example';
export const collaborator = 'maya.ortiz@relay.example';

export const workshopDir = join(__dirname, '..', 'fixtures', 'workshop');

export interface Noted<P = Record<string, unknown>> {
  readonly at: string;
  readonly payload: P;
  readonly context: Record<string, unknown>;
}

export class Workshop {
  private constructor(
    readonly host: Host,
    /** Key of the one ticket there is. */
    readonly ticket: string,
  ) {}

  static async open(options: HostOptions = {}): Promise<Workshop> {
    const host = await createHost({
      appDir: workshopDir,
      seed: 'empty',
      setup: null,
      start: '2026-03-02T08:00:00Z',
      ...options,
    });
    const { key } = await host
      .as(customer)
      .raise({ project: 'HELP', requestType: 'Question', summary: 'How do I begin?' });
    await host.settled();
    return new Workshop(host, key);
  }

  /** What the app's resolver answers on the gadget, where everybody but customers may be. */
  ask<T = Record<string, unknown>>(call: string, payload?: unknown, as = agent): Promise<T> {
    return this.host.invoke({ module: 'workshop-gadget', as, call, payload }) as Promise<T>;
  }

  /** Storage through the SDK, step by step. */
  store<T = unknown>(...steps: readonly object[]): Promise<T[]> {
    return this.ask<T[]>('store', { steps });
  }

  /** What the app wrote down about its events, jobs, runs or web requests. */
  noted<P = Record<string, unknown>>(
    list: 'events' | 'jobs' | 'runs' | 'web',
  ): readonly Noted<P>[] {
    const rows = this.host.storage().filter(({ key }) => key.startsWith(`${list}:`));
    return rows.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ value }) => value as Noted<P>);
  }

  get now(): string {
    return new Date(this.host.clock.now()).toISOString();
  }
}
