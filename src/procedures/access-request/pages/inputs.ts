import * as v from 'valibot';
import { day } from '../../../app/date-shapes';
import { expectedRevision, given, id, text } from '../../../app/input';

const cids = v.pipe(
  v.array(id('A customer')),
  v.minLength(1, 'Choose at least one customer.'),
  v.maxLength(200, 'At most 200 customers at a time.'),
);
const address = v.pipe(
  text('The e-mail address', 254),
  v.check(
    (value) => value === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(value),
    'This is not an e-mail address; one looks like name@company.example.',
  ),
);
const oneLine = (name: string, longest: number) =>
  v.pipe(text(name, longest), v.regex(/^[^\r\n]*$/u, `${name} must be on one line.`));
const profile = v.object({
  name: oneLine('The name', 200),
  email: address,
  phone: oneLine('The contact number', 50),
});
const engineer = {
  engineer: v.nullable(id('The engineer')),
  employmentStart: day('The day employment starts'),
  workStart: v.nullable(day('The day work starts')),
  profile,
};
const steps = [
  'acknowledged',
  'created',
  'verified',
  'not-functional',
  'done',
  'not-needed',
  'reopened',
  'customer-told',
] as const;
const cells = v.pipe(
  v.array(
    v.pipe(v.array(text('A cell', 2000)), v.maxLength(40, 'A sheet has at most 40 columns.')),
  ),
  v.minLength(1, 'The sheet is empty.'),
  v.maxLength(300, 'A sheet has at most 300 lines.'),
);

export const followUpShapes = {
  start: v.object({ ...engineer, customers: cids, expectedRevision }),
  change: v.object({ ...engineer, expectedRevision }),
  customers: v.object({ customers: cids, expectedRevision }),
  compose: v.object({ customers: cids }),
  ready: v.object({ ready: v.boolean('ready must be true or false.'), expectedRevision }),
  override: v.object({ reason: given('The reason', 500), expectedRevision }),
  sent: v.object({
    customers: cids,
    via: v.picklist(['eml', 'mailto', 'merge-list', 'ticketing-tool'], 'Say how they were sent.'),
    expectedRevision,
  }),
  raise: v.object({
    cid: id('The customer'),
    seal: v.pipe(
      v.string('The seal must be text.'),
      v.regex(
        /^[0-9a-f]{64}$/u,
        'The seal is not one of a request that was shown. Compose it again.',
      ),
    ),
    expectedRevision,
  }),
  step: v.object({
    cid: id('The customer'),
    step: v.picklist(steps, `A step is one of: ${steps.join(', ')}.`),
    remarks: v.optional(text('The remarks', 1000)),
    expectedRevision,
  }),
  cells: v.object({ cells }),
  apply: v.object({ cells, expectedRevision }),
} as const;
