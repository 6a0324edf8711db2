// What the opportunities of a file would open, and their opening once its accounts are in force (HY-06, H6).
import type { WonDeal, WonPreview } from '../contract/account';
import type { CustomerAccount } from '../../../core/account';
import type { AccountId } from '../../../core/ids';
import type { Policy } from '../../../core/policy';
import { RelayError } from '../../../app/errors';
import { foreseeWon, openWon, whyOf } from './closed-won';
import type { Ports } from '../../../app/ports';
import type { BesideCheck, BesideFile, BesideLine, Line } from '../../../app/accounts/account-part';
import { fitting } from '../../../app/accounts/bounds';
import { shown } from '../../../app/accounts/import/account-import';
import { opportunityId } from './opportunity';
import { type ReadWon, readWon, wonColumnNames } from './read-won';

/** Onboardings that one file opens at most: a file of years ago would ask two departments to begin them all today. */
export const mostOpened = 100;

/** A value in storage has at most 240 KiB: what the refusals of a preview take of it. */
const refusedBytes = 15_000;

/** The opportunities of a file, line by line; opens nothing. */
export class WonDeals implements BesideCheck {
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

  read(line: Line): BesideLine | undefined {
    const won = readWon(line.cell, (column, message, remedy) =>
      line.wrong(wonColumnNames[column], message, remedy),
    );
    if (won === undefined) return undefined;
    return {
      taken: () => this.#taken(won, line.number),
      consider: (account) => this.consider(won, line.number, account),
    };
  }

  #taken({ opportunity }: ReadWon, line: number): ReturnType<BesideLine['taken']> {
    const id = opportunityId(opportunity);
    const twice = this.#lines.get(id);
    if (twice !== undefined)
      return {
        column: wonColumnNames.opportunity,
        message: `${opportunity} stands in line ${twice} already.`,
        remedy: 'An opportunity is of one account.',
      };
    this.#lines.set(id, line);
    return null;
  }

  /** @param account as the file makes it */
  async consider(won: ReadWon, line: number, account: CustomerAccount): Promise<void> {
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
  announced(): WonPreview {
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
      refused: fitting(this.#refused, refusedBytes),
      refusals: this.#refusals,
    };
  }
}

/** Opens the onboardings of a file whose accounts are in force, one after the other. */
async function openDeals(
  ports: Ports,
  begun: WonPreview,
  by: AccountId,
  keep: (sofar: WonPreview) => Promise<void>,
): Promise<WonPreview> {
  let won = begun;
  for (const [place, deal] of won.opens.entries()) {
    if (isDecided(deal)) continue;
    const opened = await openWon(ports, deal, by);
    const done: WonDeal =
      'key' in opened ? { ...deal, key: opened.key } : { ...deal, why: opened.why };
    won = { ...won, opens: won.opens.with(place, done) };
    await keep(won);
  }
  return won;
}

const isDecided = ({ key, why }: WonDeal): boolean => key !== null || why !== null;

/** What only {@link WonDeals} announces. */
const wonIn = (announced: unknown): WonPreview => announced as WonPreview;

export const wonDealsOfFile: BesideFile = {
  check: (ports, policy) => new WonDeals(ports, policy),
  carryOut: (ports, announced, by, keep) => openDeals(ports, wonIn(announced), by, keep),
  progress(announced) {
    const { opens } = wonIn(announced);
    return { done: opens.filter(isDecided).length, of: opens.length };
  },
  counts: (announced) => ({
    onboardings: wonIn(announced).opens.filter(({ key }) => key !== null).length,
  }),
};
