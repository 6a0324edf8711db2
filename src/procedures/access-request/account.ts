// What this SOP keeps with a customer account: its line in the customer access list (EA-01).
import { accountPart } from '../../core/account';
import type { CustomerAccess } from './customer-access';

const part = accountPart<CustomerAccess>('access-request');

/** Undefined while it has no line. */
export const customerAccessOf = part.of;
export const withCustomerAccess = part.with;

/** How storage keeps it. */
export const stored = {
  fromFirstEdition: ({ access }: Readonly<Record<string, unknown>>) => access,
};
