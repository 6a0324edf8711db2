// Which events concern key accounts.
import type { Ears } from '../../core/procedure';
import { id, keyPartOf } from './key-part';

/** KA-12: tickets of key accounts get their priority when they are opened, and when their account becomes known. */
export const ears: Ears = {
  listens: ({ procedures, fields }) =>
    procedures[id] === undefined ? {} : { created: true, fields: [fields.organizations.id] },
  hears: ({ fields, ledger }) => keyPartOf(ledger)?.of != null && fields.includes('priority'),
};
