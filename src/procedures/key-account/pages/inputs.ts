// Every payload of the key-account panel, read before a use case sees it.
import * as v from 'valibot';
import { day, instant } from '../../../app/date-shapes';
import { listingReasons, type ListingReason } from '../designation';
import { witnessSteps } from '../release';
import { expectedRevision, given, id, text } from '../../../app/input';

const person = id('A person');
const fact = (name: string) => v.optional(v.nullable(given(name, 500)));
const flag = (name: string) => v.boolean(`${name} must be true or false.`);

const listing = {
  cid: id('The account'),
  change: v.picklist(['add', 'remove'], 'The change is "add" or "remove".'),
  reason: v.picklist(Object.keys(listingReasons) as ListingReason[], 'Choose one of the reasons.'),
  note: given('The reason', 2000),
  effective: v.nullable(day('The first day')),
};

export const keyAccountShapes = {
  listing: v.object(listing),
  propose: v.object({ ...listing, expectedRevision }),
  decide: v.object({
    accept: flag('accept'),
    note: v.optional(text('The note', 2000)),
    expectedRevision,
  }),
  escalate: v.object({
    aspect: v.picklist(
      ['code-quality', 'timing', 'accuracy'],
      'It is about code-quality, timing or accuracy.',
    ),
    what: given('What is wrong', 1000),
    expectedRevision,
  }),
  resolve: v.object({ how: given('How it was resolved', 1000), expectedRevision }),
  start: v.object({
    cid: v.nullable(id('The account')),
    authors: v.pipe(v.array(person), v.maxLength(20, 'At most 20 authors.')),
    expectedRevision,
  }),
  facts: v.object({
    facts: v.object({
      authors: v.optional(v.pipe(v.array(person), v.maxLength(20, 'At most 20 authors.'))),
      commit: fact('The commit'),
      build: fact('The build'),
      environment: fact('The environment'),
      deployer: v.optional(v.nullable(person)),
      deployedAt: v.optional(v.nullable(instant('The time of the release'))),
      results: fact('The results'),
    }),
    expectedRevision,
  }),
  processing: v.object({ value: flag('value'), expectedRevision }),
  tick: v.object({
    item: id('The item'),
    done: flag('done'),
    evidence: v.optional(text('The evidence', 200)),
  }),
  review: v.object({
    as: v.picklist(['peer', 'senior'], 'The review is by a "peer" or a "senior".'),
    expectedRevision,
  }),
  attest: v.object({
    step: v.picklist(witnessSteps, 'The step is commit, release or post-release.'),
    reason: v.optional(text('The reason', 500)),
    expectedRevision,
  }),
  cycle: v.object({
    date: day('The day of the cycle'),
    passed: flag('passed'),
    note: v.optional(text('The note', 500)),
    expectedRevision,
  }),
  confirm: v.object({ note: v.optional(text('The note', 500)), expectedRevision }),
} as const;
