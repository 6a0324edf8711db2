// A demo service desk for measuring: people act over the same pages and API as ever.
import { createHost } from '../host';
import type { Host, HostOptions } from '../host/host';
import type { Call } from '../host/jira/types';

export const mail = (name: string): string => `${name}@relay.example`;

/** No figure is measured on a host that is quicker, wider or cheaper than the cloud is believed to be. */
export const asInTheCloud = { latency: true, storageRates: true, carefulPoints: true } as const;

/** As much of the panel as is measured. */
export interface Panel {
  readonly revision: number;
  readonly mark: string;
  readonly pending: object | null;
  readonly ask: { readonly dueAt: string } | null;
}

interface Reply {
  readonly ok: boolean;
  readonly problem?: { readonly message: string };
  readonly value?: Panel;
}

export class MeasuredDesk {
  private constructor(readonly host: Host) {}

  /** Monday 2 March 2026, ten in the morning in New York, unless said otherwise. */
  static async open(options: HostOptions = {}): Promise<MeasuredDesk> {
    return new MeasuredDesk(
      await createHost({ start: '2026-03-02T15:00:00.000Z', ...asInTheCloud, ...options }),
    );
  }

  /** A ticket of a customer whose account has an account manager and another regional manager. */
  async ticket(): Promise<{ id: string; key: string }> {
    const ben = this.host.as(mail('ben.ito'));
    const { body } = await ben.request<{ values: { id: string; name: string }[] }>(
      'GET',
      '/rest/servicedeskapi/organization?limit=50',
    );
    const organizations = body.values
      .filter(({ name }) => name === 'Northwind Credit Union')
      .map(({ id }) => id);
    const raised = await ben.raise({
      project: 'EBH',
      requestType: 'Benefits question',
      summary: 'Measured',
      description: 'For a figure.',
      onBehalfOf: mail('nora.quist'),
      organizations,
    });
    await ben.edit(raised.key, { assignee: mail('ben.ito') });
    return raised;
  }

  /** One call of the panel's page. @throws Error with the app's words when it says no */
  async send(key: string, as: string, call: string, payload: object): Promise<Panel> {
    const reply = (await this.host.invoke({
      module: 'ticket-panel',
      issue: key,
      as: mail(as),
      call,
      payload,
    })) as Reply;
    if (!reply.ok || reply.value === undefined)
      throw new Error(`${call}: ${reply.problem?.message ?? 'refused'}`);
    return reply.value;
  }

  panel(key: string, as: string): Promise<Panel> {
    return this.send(key, as, 'ticket.get', {});
  }

  /** A click in the panel: a look at it, and the call. */
  async click(key: string, as: string, call: string, payload: object = {}): Promise<void> {
    const { revision } = await this.panel(key, as);
    await this.send(key, as, call, { expectedRevision: revision, ...payload });
  }

  /** What the app asked for while something happened, until nothing runs any more. */
  async during(happening: () => Promise<unknown>): Promise<Call[]> {
    await this.host.settled();
    const before = this.host.calls().length;
    await happening();
    await this.host.settled();
    return this.host.calls().slice(before);
  }
}

const isRead = ({ method, path }: Call): boolean =>
  method === 'GET' || /\/(search\/jql|bulkfetch|comment\/list)/u.test(path);

/** Requests to Jira. */
export const jiraReads = (calls: readonly Call[]): number =>
  calls.filter((call) => call.path.startsWith('/rest/') && isRead(call)).length;
export const jiraWrites = (calls: readonly Call[]): number =>
  calls.filter((call) => call.path.startsWith('/rest/') && !isRead(call)).length;
