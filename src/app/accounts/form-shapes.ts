// Shapes of what somebody types in the form of an account.
import * as v from 'valibot';

export const text = (what: string, longest = 255) =>
  v.pipe(
    v.string(`${what} must be text.`),
    v.trim(),
    v.maxLength(longest, `${what} is longer than ${longest} characters.`),
  );
export const given = (what: string, longest = 255) =>
  v.pipe(text(what, longest), v.minLength(1, `${what} is empty.`));
export const list = <S extends v.GenericSchema>(what: string, one: S, most: number) =>
  v.pipe(
    v.array(one, `${what} must be a list.`),
    v.maxLength(most, `There are at most ${most} ${what}.`),
  );
