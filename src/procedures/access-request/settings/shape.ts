// A line of the customer access list, as a file has it.
import * as v from 'valibot';
import { whole, words } from '../../../app/settings/described/shape';
import { mergeFields } from '../contract/settings';
import { unknownFields } from '../letter';

const template = (what: string, longest: number) =>
  v.pipe(
    words(what, longest),
    v.check(
      (value) => unknownFields(value).length === 0,
      ({ input }) =>
        `${what} names {{${unknownFields(input)[0] ?? ''}}}, which is no merge field. Use one of: ${mergeFields.join(', ')}.`,
    ),
  );

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
  timelineDays: v.optional(v.nullable(whole('The expected timeline', 1, 120)), null),
  firstResponseDays: v.optional(v.nullable(whole('The time for a first response', 1, 60)), null),
  needs: v.optional(
    v.array(v.picklist(['name', 'email', 'phone'], 'A customer may need: name, email, phone.')),
    ['name', 'email'],
  ),
  keeper: v.optional(v.nullable(words('The keeper', 255)), null),
});
