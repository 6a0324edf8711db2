import * as v from 'valibot';
import { day } from '../../../app/date-shapes';
import { id, text } from '../../../app/input';

export const cids = v.pipe(
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
export const engineer = {
  engineer: v.nullable(id('The engineer')),
  employmentStart: day('The day employment starts'),
  workStart: v.nullable(day('The day work starts')),
  profile,
};
export const cells = v.pipe(
  v.array(
    v.pipe(v.array(text('A cell', 2000)), v.maxLength(40, 'A sheet has at most 40 columns.')),
  ),
  v.minLength(1, 'The sheet is empty.'),
  v.maxLength(300, 'A sheet has at most 300 lines.'),
);
