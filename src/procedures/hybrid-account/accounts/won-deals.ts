// What the opportunities of a file would open, and their opening once its accounts are in force (HY-06, H6).
import type { WonDeal, WonPreview } from '../../../contract/accounts';
import type { CustomerAccount } from '../../../core/account';
import type { Policy } from '../../../core/policy';
import { RelayError } from '../../../app/errors';
import { foreseeWon, openWon, whyOf } from './closed-won';
import type { Ports } from '../../../app/ports';
import type { AccountPorts } from '../../../app/accounts/account-ports';
import { fitting } from '../../../app/accounts/bounds';
import { type AccountImport, shown, shownBytes } from '../../../app/accounts/import/account-import';
import type { ReadRow } from '../../../app/accounts/import/read-row';

/** Onboardings that one file opens at most: a file of years ago would ask two departments to begin them all today. */
export const mostOpened = 100;

/** The opportunities of a file, line by line; opens nothing. */
export class WonDeals {
  readonly #opens: WonDeal[] = [];
  readonly #refused: WonDeal[] = [];
  /** In which line an opportunity stood first. */
  readonly #lines = new Map<string, number>();
  #already = 0;
  #refusals = 0;

  constructor(
    private readonly ports: Ports,
    private readonly policy: Policy | null,
  ) {}

  /** Why this line cannot have its opportunity; null when it can. */
  taken({ won, line }: ReadRow): string | null {
    if (won === undefined) return null;
    const twice = this.#lines.get(won.opportunity);
    if (twice !== undefined) return `${won.opportunity} stands in line ${twice} already.`;
    this.#lines.set(won.opportunity, line);
    return null;
  }

  /** @param account as the file makes it */
  async consider({ won, line }: ReadRow, account: CustomerAccount): Promise<void> {
    if (won === undefined) return;
    const deal: WonDeal = {
      line,
      cid: account.cid,
      name: account.name,
      ...won,
      key: null,
      why: null,
    };
    try {
      if ((await foreseeWon(this.ports, this.policy, account, won)) === null)
        this.#opens.push(deal);
      else this.#already += 1;
    } catch (error) {
      const why = whyOf(error);
      this.#refusals += 1;
      if (this.#refused.length < shown) this.#refused.push({ ...deal, why });
    }
  }

  /** @throws RelayError `input` where the file would open more than {@link mostOpened} */
  preview(): WonPreview {
    if (this.#opens.length > mostOpened) {
      throw new RelayError(
        'input',
        `The file would open ${this.#opens.length} onboardings; at most ${mostOpened} are opened at once.`,
        {
          remedy:
            'Leave out opportunities that were won long ago, or check the file without their column.',
        },
      );
    }
    return {
      opens: this.#opens,
      already: this.#already,
      refused: fitting(this.#refused, shownBytes.refused),
      refusals: this.#refusals,
    };
  }
}

/**
 * Opens the onboardings of a file whose accounts are in force, one after the other; taken up again, none is opened twice.
 * @returns the import with what became of each
 * @throws RelayError `jira-busy`, `jira-down`: worth trying again
 */
export async function openDeals(
  ports: Ports,
  imports: AccountPorts['imports'],
  begun: AccountImport,
): Promise<AccountImport> {
  if (begun.won === undefined) return begun;
  let won = begun.won;
  for (const [place, deal] of won.opens.entries()) {
    if (deal.key !== null || deal.why !== null) continue;
    const opened = await openWon(ports, deal, begun.by);
    const done: WonDeal =
      'key' in opened ? { ...deal, key: opened.key } : { ...deal, why: opened.why };
    won = { ...won, opens: won.opens.with(place, done) };
    await imports.keep({ ...begun, won });
  }
  return { ...begun, won };
}
