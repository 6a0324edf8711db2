// What this SOP keeps with a customer account.
import { accountPart, type CustomerAccount } from '../../core/account';
import type { AccountId } from '../../core/ids';
import type { RateCard } from './money';

export interface ChangeRequestFacts {
  /** The day rates agreed with it (CR-09). */
  readonly rateCard?: RateCard | undefined;
  /** Who of the customer's decides on change requests (C8); anybody of theirs where it is absent. */
  readonly approvers?: readonly AccountId[] | undefined;
}

const part = accountPart<ChangeRequestFacts>('change-request');

export const changeRequestOf = (account: Pick<CustomerAccount, 'parts'>): ChangeRequestFacts =>
  part.of(account) ?? {};
export const withChangeRequest = part.with;

/** How storage keeps it. */
export const stored = {
  fromFirstEdition: ({
    rateCard,
    changeApprovers: approvers,
  }: Readonly<Record<string, unknown>>) =>
    rateCard === undefined && approvers === undefined ? undefined : { rateCard, approvers },
};
