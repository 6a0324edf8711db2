// Whose the ids of the system of record are: one id is one account, or the feed would not know which it means.
import type { CustomerAccount } from '../../../core/account';
import type { Cid } from '../../../core/ids';
import type { Where } from '../columns';
import { plain, type ReadRow, type SheetRow } from './read-row';

export class ExternalIds {
  readonly #holders: ReadonlyMap<string, CustomerAccount>;
  /** What each account of the file will be called there; one may pass its id on to another. */
  readonly #foreseen = new Map<Cid, string>();
  readonly #lines = new Map<string, number>();
  #complete = false;

  constructor(before: ReadonlyMap<Cid, CustomerAccount>) {
    this.#holders = new Map(
      [...before.values()].flatMap((account) =>
        account.externalId === undefined ? [] : [[account.externalId, account] as const],
      ),
    );
  }

  /** Looks over all lines before the first is judged. */
  foresee(
    rows: readonly SheetRow[],
    { columns, complete }: { readonly columns: Where; readonly complete: boolean },
  ): void {
    this.#complete = complete;
    const { cid, externalId } = columns;
    if (cid === undefined || externalId === undefined) return;
    for (const { cells } of rows)
      this.#foreseen.set(plain(cells[cid] ?? ''), plain(cells[externalId] ?? ''));
  }

  /** Why this line cannot have its external id; null when it can. */
  taken({ cid, externalId, line }: ReadRow): string | null {
    if (externalId == null) return null;
    const twice = this.#lines.get(externalId);
    if (twice !== undefined) return `${externalId} stands in line ${twice} already.`;
    this.#lines.set(externalId, line);
    const holder = this.#holders.get(externalId);
    if (holder === undefined || holder.cid === cid) return null;
    const becomes = this.#foreseen.get(holder.cid) ?? (this.#complete ? null : externalId);
    return becomes === externalId
      ? `${externalId} is the external id of ${holder.name} (${holder.cid}).`
      : null;
  }
}
