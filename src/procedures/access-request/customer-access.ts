import type { AccountId } from '../../core/ids';
import { isAddress } from './address';
import type { PersonalField } from './personal';

/** How a customer wants to be asked for accounts (EA-05): by mail, in their own tool, or by a request in our service desk (E3). */
export type AccessMethod = 'e-mail' | 'ticketing-tool' | 'jsm-request';

/** One line of the customer access list (EA-01 … EA-07), a part of the customer account. */
export interface CustomerAccess {
  readonly method: AccessMethod;
  /** Whom the letter goes to, and the customer's own copies (EA-04). */
  readonly to: readonly string[];
  readonly cc: readonly string[];
  /** Addresses of our people for this customer, copied as E6 says. */
  readonly csmEmail: string | null;
  readonly smeEmail: string | null;
  /** The customer's ticketing tool (EA-05). */
  readonly toolUrl: string | null;
  /** E3: the customer in our service desk on whose behalf a request is raised. */
  readonly contact?: AccountId | null;
  /** EA-04: who else of theirs takes part in that request, as CC does in a letter; nobody else of theirs sees it (EA-24). */
  readonly participants?: readonly AccountId[];
  /** EA-06: a subject of their own, with merge fields; the standard one where null. */
  readonly subject: string | null;
  /** EA-07: what else they ask for, as a text of ours for the team lead. */
  readonly requirements: string | null;
  /** Business days; the defaults of the settings where null (E4). */
  readonly timelineDays: number | null;
  readonly firstResponseDays: number | null;
  /** EA-24, E9: the personal fields this customer needs; no other leaves. */
  readonly needs: readonly PersonalField[];
  /** EA-03: who keeps this line. */
  readonly keeper: AccountId | null;
}

/** Who takes part in a request that is raised: each once, and never the contact, who has the request already. */
export const participantsOf = ({
  method,
  contact,
  participants = [],
}: CustomerAccess): AccountId[] =>
  method === 'jsm-request' ? [...new Set(participants)].filter((one) => one !== contact) : [];

/** What is wrong with a line, as a sentence with its remedy. */
export interface ListFinding {
  readonly code: 'no-keeper' | 'no-contact' | 'bad-address' | 'no-tool' | 'no-customer';
  readonly text: string;
  readonly remedy: string;
}

/** E3: nobody to raise a request for. */
export const noCustomer = (customer: string): ListFinding => ({
  code: 'no-customer',
  text: `${customer} wants requests in our service desk, and nobody of theirs is named to raise them for.`,
  remedy:
    'Name a customer of theirs who has an account in Jira under "Access contact", or change the method to e-mail.',
});

/** What is said where the settings name no place for such requests. */
export const nowhereToRaise = {
  text: 'The settings of this queue do not say where requests for customers are raised.',
  remedy:
    'An administrator adds access.raise with a project and a request type, or change the method of the customer.',
} as const;

/** EA-03, EA-04, EA-05: what a line lacks. Whoever has no contact cannot be asked. */
export function findingsOf(customer: string, access: CustomerAccess): ListFinding[] {
  const bad = [
    ...access.to,
    ...access.cc,
    ...[access.csmEmail, access.smeEmail].filter((one) => one !== null),
  ].filter((one) => !isAddress(one));
  return [
    ...(access.method === 'ticketing-tool'
      ? access.toolUrl === null
        ? [
            {
              code: 'no-tool' as const,
              text: `${customer} wants requests in its ticketing tool, and no link to it is given.`,
              remedy:
                'Add the link of the tool to the customer access list, or change the method to e-mail.',
            },
          ]
        : []
      : access.method === 'jsm-request'
        ? (access.contact ?? null) === null
          ? [noCustomer(customer)]
          : []
        : access.to.length === 0
          ? [
              {
                code: 'no-contact' as const,
                text: `${customer} has no contact for new accounts.`,
                remedy: 'Add at least one address under "To" in the customer access list.',
              },
            ]
          : []),
    ...bad.map((address) => ({
      code: 'bad-address' as const,
      text: `"${address}" of ${customer} is not an e-mail address.`,
      remedy: 'Correct it in the customer access list; an address looks like name@company.example.',
    })),
    ...(access.keeper === null
      ? [
          {
            code: 'no-keeper' as const,
            text: `Nobody keeps the access list entry of ${customer}.`,
            remedy: 'Name a keeper, usually the team lead (EA-03).',
          },
        ]
      : []),
  ];
}
