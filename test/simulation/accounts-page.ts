// Accounts in the settings, as an administrator uses them.
import type { AccountsView, AccountView, ImportView } from '../../src/contract/accounts';
import type { ChangeRequestForm } from '../../src/procedures/change-request/contract/account';
import type {
  HybridAccountView,
  WonPreview,
} from '../../src/procedures/hybrid-account/contract/account';
import type { Reply } from '../../src/contract/problem';
import { createHost } from '../../host';
import type { Host } from '../../host/host';

/** What the SOPs show of an account. */
export const hybridIn = (account: AccountView | undefined): HybridAccountView['hybrid'] =>
  (account?.parts['hybrid-account'] as HybridAccountView | undefined)?.hybrid ?? null;
export const rateCardIn = (account: AccountView | undefined): ChangeRequestForm['rateCard'] =>
  (account?.parts['change-request'] as ChangeRequestForm | undefined)?.rateCard ?? null;
/** The Closed Won opportunities of a file that is checked. */
export const wonIn = ({ beside }: ImportView): WonPreview =>
  beside['hybrid-account']?.announced as WonPreview;

const admin = 'alex.kim@relay.example';
export const columns = {
  cid: 0,
  name: 1,
  organizations: 2,
  accountManager: 3,
  regionalManager: 4,
  products: 5,
  keyAccountFrom: 6,
};

/** The settings page as an administrator clicks it. */
export class AccountsPage {
  private constructor(readonly host: Host) {}

  static async open(): Promise<AccountsPage> {
    return new AccountsPage(await createHost());
  }

  /** Asserts that nothing was asked of the local Jira that it does not model. */
  async close(): Promise<void> {
    expect(this.host.unmodelled()).toEqual([]);
    await this.host.stop();
  }

  async call<T>(call: string, payload: object = {}): Promise<T> {
    const reply = (await this.host.invoke({
      module: 'relay-settings',
      as: admin,
      call,
      payload,
    })) as Reply<T>;
    if (!reply.ok) throw new Error(`${reply.problem.code}: ${reply.problem.message}`);
    return reply.value;
  }

  /** Sends the lines as the page does, and has them checked. */
  async check(
    lines: readonly (readonly string[])[],
    how: object = {},
    size = 250,
  ): Promise<ImportView> {
    const chunks = Math.ceil(lines.length / size);
    const { id } = await this.call<ImportView>('import.begin', {
      fileName: 'accounts.csv',
      rows: lines.length,
      chunks,
    });
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      const rows = lines
        .slice(chunk * size, (chunk + 1) * size)
        .map((cells, index) => ({ line: chunk * size + index + 2, cells }));
      await this.call('import.stage', { id, chunk, rows });
    }
    await this.call('import.check', { id, columns, dates: 'month-first', complete: false, ...how });
    await this.host.settled();
    return this.call<ImportView>('import.get', { id });
  }

  async apply(id: string, leaveOutBad = false): Promise<ImportView> {
    await this.call('import.apply', { id, leaveOutBad });
    await this.host.settled();
    return this.call<ImportView>('import.get', { id });
  }

  list = (search = ''): Promise<AccountsView> =>
    this.call<AccountsView>('accounts.list', { search });

  async account(cid: string): Promise<AccountView | undefined> {
    return (await this.list(cid)).accounts.find((account) => account.cid === cid);
  }
}

/** Northwind Credit Union as a line of a file. */
export const northwind = [
  'NWCU',
  'Northwind Credit Union',
  'Northwind Credit Union',
  'maya.ortiz@relay.example',
  'Tom Reyes',
  'Learning; Compliance',
  '8/1/2026',
];
/** The same with other cells. */
export const line = (change: Partial<Record<keyof typeof columns, string>>): string[] =>
  northwind.map(
    (cell, index) =>
      change[(Object.keys(columns) as (keyof typeof columns)[])[index] as keyof typeof columns] ??
      cell,
  );
