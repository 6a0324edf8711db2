import * as v from 'valibot';
import { day } from '../../../app/date-shapes';
import { mostDays } from '../money';
import { expectedRevision, given, id, text } from '../../../app/input';

const gates = [
  'in-principle-client',
  'in-principle-internal',
  'internal-approval',
  'customer-approval',
  'interface-approval',
  'qa',
  'uat',
  'go-live',
] as const;
const works = [
  'classified',
  'requirement',
  'impact',
  'cost',
  'issue',
  'due-date',
  'interface',
  'development',
  'deployed-to-qa',
  'deployed-to-integration',
  'deployed-to-production',
] as const;
const gate = v.picklist(gates, `A gate is one of: ${gates.join(', ')}.`);
const backTo = v.optional(v.picklist(works, `The work goes back to one of: ${works.join(', ')}.`));
const perhaps = <S extends v.GenericSchema>(shape: S) => v.nullable(shape);
const link = perhaps(v.pipe(text('The link', 1000), v.minLength(1, 'The link is empty.')));
const reason = given('The reason', 500);
/** Texts are kept with every approval of them: what is longer belongs into a linked document. */
const requirement = text('The requirement', 4000);
const heading = v.optional(text('A heading of the interface document', 2000));
const headings = v.object({
  'planned-interfaces': heading,
  apis: heading,
  'process-steps': heading,
  schemas: heading,
  'request-payloads': heading,
  responses: heading,
});

const effort = v.pipe(
  v.array(
    v.object({
      role: given('The role', 60),
      days: v.pipe(
        v.number('The effort must be a number of days.'),
        v.finite('The effort must be a number of days.'),
        v.minValue(0.5, 'The effort of a role must be at least half a day.'),
        v.maxValue(mostDays, `More than ${mostDays} person-days of one role cannot be meant.`),
        v.check((days) => Number.isInteger(days * 2), 'Effort is counted in whole and half days.'),
      ),
    }),
  ),
  v.minLength(1, 'State the effort of at least one role, in person-days.'),
  v.maxLength(20, 'At most 20 roles.'),
);

const classification = {
  chargeable: v.boolean('chargeable must be true or false.'),
  implication: text('What it means in cost', 1000),
  customerRep: perhaps(id('The customer')),
};
const edit = v.variant(
  'part',
  [
    v.object({ part: v.literal('classification'), ...classification }),
    v.object({ part: v.literal('requirement'), requirement, documentUrl: link }),
    v.object({
      part: v.literal('impact'),
      approach: text('The solution approach', 4000),
      effort,
      timeline: v.object({ from: perhaps(day('The beginning')), until: perhaps(day('The end')) }),
    }),
    v.object({ part: v.literal('cost') }),
    v.object({ part: v.literal('due-date'), dueDate: day('The due date') }),
    v.object({ part: v.literal('interface'), url: link, headings }),
  ],
  'Say which part it is: classification, requirement, impact, cost, due-date or interface.',
);

const address = given('The address', 254);
const evidence = v.variant(
  'kind',
  [
    v.object({ kind: v.literal('attachment'), id: id('The file'), address }),
    v.object({
      kind: v.literal('mail'),
      messageId: given('The message id', 250),
      date: day('The date of the mail'),
      address,
    }),
    v.object({
      kind: v.literal('comment'),
      comment: v.pipe(
        v.number('The comment must be a number.'),
        v.integer('The comment must be a whole number.'),
      ),
    }),
  ],
  'The evidence is an attachment, a mail or a comment.',
);

const version = v.pipe(
  v.number('version must be a number.'),
  v.integer('version must be a whole number.'),
  v.minValue(0, 'version cannot be negative.'),
);

export const changeShapes = {
  classify: v.object({
    intake: v.picklist(
      ['customer-ticket', 'csm', 'sales-rep'],
      'It came in by customer-ticket, csm or sales-rep.',
    ),
    ...classification,
    expectedRevision,
  }),
  preview: v.object({ edit }),
  save: v.object({ edit, expectedRevision }),
  gate: v.object({ gate, expectedRevision }),
  approve: v.object({ gate, note: v.optional(text('The note', 500)), expectedRevision }),
  decline: v.object({ gate, reason, backTo, expectedRevision }),
  record: v.object({
    gate,
    approved: v.boolean('approved must be true or false.'),
    evidence,
    reason: v.optional(text('The reason', 500)),
    backTo,
    expectedRevision,
  }),
  skip: v.object({ gate, reason, expectedRevision }),
  complete: v.object({
    step: v.pipe(
      v.string('The step must be text.'),
      v.regex(/^(own:)?[a-z0-9-]{1,60}$/u, 'This is no step.'),
    ),
    build: v.optional(text('The build', 100)),
    note: v.optional(text('The note', 500)),
    expectedRevision,
  }),
  progress: v.object({ text: given('The progress', 500), expectedRevision }),
  reason: v.object({ reason, expectedRevision }),
  portalApprove: v.object({ gate, version }),
  portalDecline: v.object({ gate, version, reason }),
} as const;
