import * as v from 'valibot';
import { day } from '../../../app/date-shapes';
import {
  type ContentEdit,
  interfaceHeadings,
  type InterfaceDocument,
  type InterfaceHeading,
} from '../content';
import { gates, works } from '../lifecycle';
import { mostDays } from '../money';
import { flag, given, id, orNull, text } from '../../../app/input';

export const gate = v.picklist(
  gates.map(({ key }) => key),
  `A gate is one of: ${gates.map(({ key }) => key).join(', ')}.`,
);
export const backTo = orNull(
  v.picklist(
    works.map(({ key }) => key),
    `The work goes back to one of: ${works.map(({ key }) => key).join(', ')}.`,
  ),
);
const perhaps = <S extends v.GenericSchema>(shape: S) => v.nullable(shape);
export const link = perhaps(v.pipe(text('The link', 1000), v.minLength(1, 'The link is empty.')));
export const reason = given('The reason', 500);
/** Texts are kept with every approval of them: what is longer belongs into a linked document. */
const requirement = text('The requirement', 4000);
const heading = v.optional(text('A heading of the interface document', 2000));
const headings = v.pipe(
  v.object(v.entriesFromList(Object.keys(interfaceHeadings) as InterfaceHeading[], heading)),
  v.transform(
    (texts) =>
      Object.fromEntries(
        Object.entries(texts).filter(([, words]) => words !== undefined),
      ) as InterfaceDocument['headings'],
  ),
);

/** Half days are whole inside, so that sums are exact. */
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
  v.transform((rows) => rows.map(({ role, days }) => ({ role, halfDays: days * 2 }))),
);

export const classification = {
  chargeable: flag('chargeable'),
  implication: text('What it means in cost', 1000),
  customerRep: perhaps(id('The customer')),
};
export const edit = v.pipe(
  v.variant(
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
      v.object({ part: v.literal('cost'), rates: v.optional(v.picklist(['kept', 'now'])) }),
      v.object({ part: v.literal('due-date'), dueDate: day('The due date') }),
      v.object({ part: v.literal('interface'), url: link, headings }),
    ],
    'Say which part it is: classification, requirement, impact, cost, due-date or interface.',
  ),
  v.transform((written): ContentEdit => written),
);

const address = given('The address', 254);
/** Who of the customer's decided. */
const person = orNull(id('The person'));
export const evidence = v.variant(
  'kind',
  [
    v.object({ kind: v.literal('attachment'), id: id('The file'), address, person }),
    v.object({
      kind: v.literal('mail'),
      messageId: given('The message id', 250),
      date: day('The date of the mail'),
      address,
      person,
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

export const version = v.pipe(
  v.number('version must be a number.'),
  v.integer('version must be a whole number.'),
  v.minValue(0, 'version cannot be negative.'),
);
