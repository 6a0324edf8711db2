import { accountPartsOf, type Loaded } from '../../src/app/app-procedure';
import type { Procedure } from '../../src/core/procedure';
import { rules as accountManagerRules } from '../../src/procedures/account-manager/rules';
import { settings as accountManagerSettings } from '../../src/procedures/account-manager/settings/settings';
import { rules as accessRequestRules } from '../../src/procedures/access-request/rules';
import { effects as accessRequestEffects } from '../../src/procedures/access-request/effects/all';
import { settings as accessRequestSettings } from '../../src/procedures/access-request/settings/settings';
import { accessRequestPart as accessRequestAccounts } from '../../src/procedures/access-request/accounts/account-part';
import { effects as hybridAccountEffects } from '../../src/procedures/hybrid-account/effects/all';
import { lookAgain as hybridAccountHourly } from '../../src/procedures/hybrid-account/jobs/look-again';
import { rules as hybridAccountRules } from '../../src/procedures/hybrid-account/rules';
import { settings as hybridAccountSettings } from '../../src/procedures/hybrid-account/settings/settings';
import { hybridAccountPart as hybridAccountAccounts } from '../../src/procedures/hybrid-account/accounts/account-part';
import { hybridAccountContribution as hybridAccountContribution } from '../../src/procedures/hybrid-account/pages/contribution';
import { rules as changeRequestRules } from '../../src/procedures/change-request/rules';
import { effects as changeRequestEffects } from '../../src/procedures/change-request/effects/all';
import { settings as changeRequestSettings } from '../../src/procedures/change-request/settings/settings';
import { changeRequestPart as changeRequestAccounts } from '../../src/procedures/change-request/accounts/account-part';
import { rules as keyAccountRules } from '../../src/procedures/key-account/rules';
import { effects as keyAccountEffects } from '../../src/procedures/key-account/effects/all';
import { settings as keyAccountSettings } from '../../src/procedures/key-account/settings/settings';
import { keyAccountPart as keyAccountAccounts } from '../../src/procedures/key-account/accounts/account-part';
import { keyAccountContribution as keyAccountContribution } from '../../src/procedures/key-account/pages/contribution';
import { openTickets as keyAccountHourly } from '../../src/procedures/key-account/jobs/hourly';
import type { CustomerAccount } from '../../src/core/account';
import type { Situation } from '../../src/core/situation';
import { withCustomerAccess } from '../../src/procedures/access-request/account';
import type { CustomerFacts } from '../../src/procedures/access-request/customer-facts';
import { withProducts } from '../../src/procedures/hybrid-account/account';

/** What tests cannot wait for while they are described. */
export const tested = [
  'rules',
  'effects',
  'settings',
  'accounts',
  'contribution',
  'hourly',
] as const;

/** Every procedure with the members that tests use, as a composition loads them. */
export const procedures: readonly (Loaded<(typeof tested)[number]> & {
  readonly rules: Procedure;
})[] = [
  {
    rules: accountManagerRules,
    effects: undefined,
    settings: accountManagerSettings,
    accounts: undefined,
    contribution: undefined,
    hourly: undefined,
  },
  {
    rules: accessRequestRules,
    effects: accessRequestEffects,
    settings: accessRequestSettings,
    accounts: accessRequestAccounts,
    contribution: undefined,
    hourly: undefined,
  },
  {
    rules: hybridAccountRules,
    effects: hybridAccountEffects,
    settings: hybridAccountSettings,
    accounts: hybridAccountAccounts,
    contribution: hybridAccountContribution,
    hourly: hybridAccountHourly,
  },
  {
    rules: changeRequestRules,
    effects: changeRequestEffects,
    settings: changeRequestSettings,
    accounts: changeRequestAccounts,
    contribution: undefined,
    hourly: undefined,
  },
  {
    rules: keyAccountRules,
    effects: keyAccountEffects,
    settings: keyAccountSettings,
    accounts: keyAccountAccounts,
    contribution: keyAccountContribution,
    hourly: keyAccountHourly,
  },
];

export const accountParts = accountPartsOf(procedures);

/** The rules of every procedure, in their order. */
export const everyRule = procedures.map(({ rules }) => rules);

/** A customer that a ticket follows, with what it has bought. */
export type FollowedCustomer = CustomerFacts & { readonly products?: readonly string[] };

/** Customers that a ticket follows, as the situation has them. */
export const following = (
  customers: Readonly<Record<string, FollowedCustomer>>,
): Pick<Situation, 'named' | 'pastDays'> => ({
  named: Object.values(customers).map(
    ({ cid, name, access, csm, products = [] }): CustomerAccount =>
      withCustomerAccess(
        withProducts(
          {
            cid,
            name,
            organizations: [],
            accountManager: '',
            regionalManager: '',
            ...(csm === null ? {} : { customerSuccessManager: csm }),
          },
          products,
        ),
        access ?? undefined,
      ),
  ),
  pastDays: Object.fromEntries(
    Object.values(customers).map(({ cid, pastDays }) => [cid, pastDays]),
  ),
});
