// What change requests add to customer accounts: the day rates agreed with them, and who of theirs decides.
import * as v from 'valibot';
import {
  type AccountPart,
  type PartChange,
  partFields,
  partForm,
} from '../../../app/accounts/account-part';
import { clipped } from '../../../app/accounts/bounds';
import { given, list } from '../../../app/accounts/form-shapes';
import { RelayError } from '../../../app/errors';
import { changeRequestOf, withChangeRequest } from '../account';
import type { ChangeRequestForm } from '../contract/account';
import type { RateCard } from '../money';
import { rateCardShape } from '../settings/shape';
import { rateCardForm, rateCardOf, rateCell, readRateCell } from './rate-card';

const name = 'Rate card';
const mostApprovers = 20;

const withRates =
  (rateCard: RateCard | null): PartChange =>
  (account) =>
    withChangeRequest(account, { ...changeRequestOf(account), rateCard: rateCard ?? undefined });

/** Amounts are kept in cents and shown as people write them. */
const cell: AccountPart['difference']['spell'] = (account) =>
  rateCell(changeRequestOf(account).rateCard);

export const changeRequestPart: AccountPart = {
  id: 'change-request',
  stands: 'after-contacts',

  columns: [{ key: 'rateCard', name, cell }],
  read({ cell: textOf, wrong }) {
    const text = textOf('rateCard');
    if (text === undefined) return undefined;
    if (text === '') return withRates(null);
    try {
      return withRates(rateCardOf(readRateCell(text)));
    } catch (error) {
      if (!(error instanceof RelayError)) throw error;
      wrong(
        name,
        `"${clipped(text, 100)}" is no rate card: ${error.message}`,
        'Write the currency and each day rate, such as "USD; Integration engineer: 800.00; QA: 650.00".',
      );
      return undefined;
    }
  },
  difference: { name, spell: cell },

  /** CR-09: day rates by role, as text such as "800.00". */
  feed: partFields({ rateCard: v.optional(v.nullable(rateCardShape)) }, ({ rateCard }) =>
    rateCard === undefined ? undefined : withRates(rateCard),
  ),
  configuration: partFields(
    {
      rateCard: v.optional(rateCardShape),
      changeApprovers: v.optional(
        v.pipe(
          v.array(given('A person (e-mail or display name)')),
          v.maxLength(mostApprovers, `At most ${mostApprovers} people decide.`),
        ),
      ),
    },
    ({ rateCard, changeApprovers }) =>
      async (account, find) => {
        const approvers: string[] = [];
        for (const [place, one] of (changeApprovers ?? []).entries())
          approvers.push(await find(`changeApprovers[${place}]`, one));
        return withChangeRequest(account, {
          rateCard,
          approvers: changeApprovers === undefined ? undefined : approvers,
        });
      },
  ),

  form: partForm(
    v.object({
      rateCard: v.nullable(
        v.object({
          currency: given('The currency', 3),
          rates: list(
            'day rates',
            v.object({ role: given('The role', 60), dayRate: given('The day rate', 20) }),
            20,
          ),
        }),
      ),
    }),
    (account, { rateCard }) =>
      withChangeRequest(account, {
        ...changeRequestOf(account),
        rateCard: rateCard === null ? undefined : rateCardOf(rateCard),
      }),
  ),
  view: async () => (account) => {
    const { rateCard } = changeRequestOf(account);
    return {
      rateCard: rateCard === undefined ? null : rateCardForm(rateCard),
    } satisfies ChangeRequestForm;
  },
};
