// What access requests add to customer accounts: a line of the customer access list each.
import * as v from 'valibot';
import { type AccountPart, type FindPerson, partFields } from '../../../app/accounts/account-part';
import { spell } from '../../../app/accounts/import/differences';
import type { AccountId } from '../../../core/ids';
import { customerAccessOf, withCustomerAccess } from '../account';
import { customerAccessShape } from '../settings/shape';
import {
  accessCell,
  accessColumnNames as names,
  accessColumns,
  emptyAccess,
  readAccess,
} from './read-access';

/** Ids of these people, in their order. */
async function all(
  people: readonly string[],
  find: (name: string, place: number) => Promise<AccountId>,
): Promise<AccountId[]> {
  const found: AccountId[] = [];
  for (const [place, name] of people.entries()) found.push(await find(name, place));
  return found;
}

const oneOf = async (
  name: string | null | undefined,
  column: keyof typeof names,
  find: FindPerson,
): Promise<AccountId | null | undefined> => (name == null ? name : find(names[column], name));

export const accessRequestPart: AccountPart = {
  id: 'access-request',
  stands: 'last',

  columns: accessColumns.map((key) => ({
    key,
    name: names[key],
    cell: (account, nameOf) => accessCell(customerAccessOf(account), key, nameOf),
  })),
  people(account) {
    const { keeper, contact, participants = [] } = customerAccessOf(account) ?? emptyAccess;
    return [keeper, contact, ...participants].filter((one) => one != null);
  },
  read(line) {
    const said = readAccess(line.cell, (column, message, remedy) =>
      line.wrong(names[column], message, remedy),
    );
    if (said === undefined) return undefined;
    return async (account, find) => {
      const before = customerAccessOf(account);
      const keeper = await oneOf(said.keeper, 'accessKeeper', find);
      const contact = await oneOf(said.contact, 'accessContact', find);
      const participants = await all(said.participants ?? [], (name) =>
        find(names.accessParticipants, name),
      );
      return withCustomerAccess(account, {
        ...emptyAccess,
        ...before,
        ...said,
        keeper: keeper === undefined ? (before?.keeper ?? null) : keeper,
        contact: contact === undefined ? (before?.contact ?? null) : contact,
        ...(said.participants === undefined ? {} : { participants }),
      });
    };
  },
  difference: {
    name: 'Customer access list',
    spell: (account) => spell(customerAccessOf(account)),
  },

  configuration: partFields({ access: v.optional(customerAccessShape) }, ({ access }) => {
    if (access === undefined) return undefined;
    const { contact, participants, keeper, ...others } = access;
    return async (account, find) =>
      withCustomerAccess(account, {
        ...others,
        ...(contact == null ? {} : { contact: await find('access.contact', contact) }),
        ...(participants === undefined
          ? {}
          : {
              participants: await all(participants, (name, place) =>
                find(`access.participants[${place}]`, name),
              ),
            }),
        keeper: keeper === null ? null : await find('access.keeper', keeper),
      });
  }),
};
