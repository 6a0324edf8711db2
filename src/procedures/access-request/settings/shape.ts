// The bounds of how a queue runs engineers' access requests; what is left out gets the SOP's default.
import * as v from 'valibot';
import { defaultAccessPolicy as standard } from './default-policy';
import { mergeFields, unknownFields } from '../letter';

const days = (what: string, low: number, high: number) =>
  v.pipe(
    v.number(`${what} must be a number.`),
    v.integer(`${what} must be a whole number.`),
    v.minValue(low, `${what} must be at least ${low}.`),
    v.maxValue(high, `${what} must be at most ${high}.`),
  );
const words = (what: string, longest: number) =>
  v.pipe(
    v.string(`${what} must be text.`),
    v.trim(),
    v.minLength(1, `${what} is empty.`),
    v.maxLength(longest, `${what} is longer than ${longest} characters.`),
  );
const template = (what: string, longest: number) =>
  v.pipe(
    words(what, longest),
    v.check(
      (value) => unknownFields(value).length === 0,
      ({ input }) =>
        `${what} names {{${unknownFields(input)[0] ?? ''}}}, which is no merge field. Use one of: ${mergeFields.join(', ')}.`,
    ),
  );

const ladder = (what: string) =>
  v.pipe(
    v.array(
      v.object({
        to: v.picklist(
          ['team-lead', 'csm', 'customer'],
          `${what} goes to team-lead, csm or customer.`,
        ),
        afterDays: days('The days of a step', 0, 60),
      }),
    ),
    v.minLength(1, `${what} needs at least one step.`),
    v.maxLength(6, `${what} has at most 6 steps.`),
  );

const columns = [
  'customer',
  'cid',
  'method',
  'request-date',
  'status',
  'with',
  'attempts',
  'expected',
  'first-response',
  'created',
  'verified',
  'next',
  'remarks',
] as const;

export const accessShape = v.object({
  requestTypes: v.optional(
    v.pipe(v.array(words('A request type', 255)), v.maxLength(20, 'At most 20 request types.')),
    [...standard.requestTypes],
  ),
  timelineDays: v.optional(days('The expected timeline', 1, 120), standard.timelineDays),
  firstResponseDays: v.optional(
    days('The time for a first response', 1, 60),
    standard.firstResponseDays,
  ),
  cc: v.optional(
    v.object({ engineer: v.boolean(), csm: v.boolean(), sme: v.boolean() }),
    standard.cc,
  ),
  overrideGate: v.optional(v.boolean('overrideGate must be true or false.'), standard.overrideGate),
  ladders: v.optional(
    v.object({
      'no-response': ladder('The ladder for no response'),
      late: ladder('The ladder for lateness'),
      'not-functional': ladder('The ladder for accounts that do not work'),
    }),
    structuredClone(standard.ladders) as never,
  ),
  purgeAfterDays: v.optional(
    days('The days until personal data is deleted', 1, 300),
    standard.purgeAfterDays,
  ),
  samplesNeeded: v.optional(days('The past rows needed', 1, 50), standard.samplesNeeded),
  letter: v.optional(
    v.object({
      subject: v.pipe(
        template('The subject', 200),
        v.regex(/^[^\r\n]*$/u, 'The subject must be on one line.'),
      ),
      body: template('The letter', 5000),
    }),
    standard.letter,
  ),
  raise: v.optional(
    v.nullable(
      v.object({ project: words('The project', 255), requestType: words('The request type', 255) }),
    ),
  ),
  sheet: v.optional(
    v.pipe(
      v.array(
        v.object({
          column: v.picklist(columns, `A column is one of: ${columns.join(', ')}.`),
          title: words('A heading', 60),
        }),
      ),
      v.maxLength(20, 'A sheet has at most 20 columns.'),
      v.check(
        (sheet) =>
          (['cid', 'status'] as const).every((needed) =>
            sheet.some(({ column }) => column === needed),
          ),
        'The sheet needs the columns cid and status, or an edited one cannot be read back.',
      ),
      v.check(
        (sheet) => new Set(sheet.map(({ title }) => title.toLowerCase())).size === sheet.length,
        'Two columns of the sheet have the same heading.',
      ),
    ),
    [...standard.sheet],
  ),
});

const address = v.pipe(
  v.string('An address must be text.'),
  v.trim(),
  v.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/u, 'An address looks like name@company.example.'),
);
const optionalWords = (what: string, longest: number) =>
  v.optional(v.nullable(words(what, longest)), null);

/** One line of the customer access list, as the configuration file has it. */
export const customerAccessShape = v.object({
  method: v.optional(
    v.picklist(
      ['e-mail', 'ticketing-tool', 'jsm-request'],
      'The method is e-mail, ticketing-tool or jsm-request.',
    ),
    'e-mail',
  ),
  to: v.optional(v.pipe(v.array(address), v.maxLength(20, 'At most 20 addresses.')), []),
  cc: v.optional(v.pipe(v.array(address), v.maxLength(20, 'At most 20 addresses.')), []),
  csmEmail: v.optional(v.nullable(address), null),
  smeEmail: v.optional(v.nullable(address), null),
  toolUrl: v.optional(
    v.nullable(
      v.pipe(
        words('The link', 500),
        v.regex(/^https:\/\//u, 'The link to the tool begins with https://.'),
      ),
    ),
    null,
  ),
  contact: v.optional(v.nullable(words('The contact', 255))),
  participants: v.optional(
    v.pipe(v.array(words('A participant', 255)), v.maxLength(20, 'At most 20 participants.')),
  ),
  subject: v.optional(
    v.nullable(
      v.pipe(
        template('The subject', 200),
        v.regex(/^[^\r\n]*$/u, 'The subject must be on one line.'),
      ),
    ),
    null,
  ),
  requirements: optionalWords('The requirements', 2000),
  timelineDays: v.optional(v.nullable(days('The expected timeline', 1, 120)), null),
  firstResponseDays: v.optional(v.nullable(days('The time for a first response', 1, 60)), null),
  needs: v.optional(
    v.array(v.picklist(['name', 'email', 'phone'], 'A customer may need: name, email, phone.')),
    ['name', 'email'],
  ),
  keeper: v.optional(v.nullable(words('The keeper', 255)), null),
});
