// Parts of what people send about key accounts.
import * as v from 'valibot';
import { day, instant } from '../../../app/date-shapes';
import { listingReasons, type ListingReason } from '../designation';
import type { ReleaseFacts } from '../release';
import { given, id } from '../../../app/input';
import { rhythmShape } from '../settings/shape';

const person = id('A person');
const fact = (name: string) => v.optional(v.nullable(given(name, 500)));

export const listing = {
  cid: id('The account'),
  change: v.picklist(['add', 'remove'], 'The change is "add" or "remove".'),
  reason: v.picklist(Object.keys(listingReasons) as ListingReason[], 'Choose one of the reasons.'),
  note: given('The reason', 2000),
  effective: v.nullable(day('The first day')),
  rhythm: v.optional(v.nullable(rhythmShape)),
};

export const people = v.pipe(v.array(person), v.maxLength(20, 'At most 20 authors.'));

/** What is left out stays as it is. */
export const facts = v.pipe(
  v.object({
    authors: v.optional(people),
    commit: fact('The commit'),
    build: fact('The build'),
    environment: fact('The environment'),
    deployer: v.optional(v.nullable(person)),
    deployedAt: v.optional(v.nullable(instant('The time of the release'))),
    results: fact('The results'),
  }),
  v.transform(
    (changed) =>
      Object.fromEntries(
        Object.entries(changed).filter(([, value]) => value !== undefined),
      ) as Partial<ReleaseFacts>,
  ),
);
