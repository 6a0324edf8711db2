// An opportunity's id, wherever it comes from: the button, a file or the feed (H6, X13).

/** Part of a storage key, where every other sign is spelled out in up to four: https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
export const opportunityPattern = /^[\x20-\x7e]{1,100}$/u;
export const opportunityRule =
  'The id of an opportunity has at most 100 letters (A to Z), digits and signs, and nothing else.';

/** Signs of the three letters that end an id of 18: each says which of five letters before it are capitals. */
const capitalsOf = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const short = 15;

/** What an id of 15 characters ends with where it is written with 18. */
const ending = (id: string): string =>
  [0, 5, 10]
    .map((from) =>
      [...id.slice(from, from + 5)].reduce(
        (sum, sign, place) => sum + (/[A-Z]/u.test(sign) ? 2 ** place : 0),
        0,
      ),
    )
    .map((capitals) => capitalsOf.charAt(capitals))
    .join('');

/** An id of 18 characters says by its ending which of its letters are capitals, however they are written. */
function withItsCapitals(id: string): string {
  const ends = id.slice(short).toUpperCase();
  return [...id.slice(0, short)]
    .map((sign, place) => {
      const capitals = capitalsOf.indexOf(ends.charAt(Math.floor(place / 5)));
      return (capitals >> (place % 5)) & 1 ? sign.toUpperCase() : sign.toLowerCase();
    })
    .join('');
}

/**
 * One opportunity has one id, however it is written (I1): with the 15 characters that a page of Salesforce shows, or the 18
 * that its interfaces and exports give. Any other id is taken as it is.
 */
export function opportunityId(written: string): string {
  const id = written.trim();
  if (/^[A-Za-z0-9]{15}$/u.test(id)) return id + ending(id);
  if (!/^[A-Za-z0-9]{15}[A-Za-z0-5]{3}$/u.test(id)) return id;
  const first = withItsCapitals(id);
  if (ending(first) === id.slice(short).toUpperCase()) return first + ending(first);
  // Opportunities of Salesforce begin with 006: a slip in the last three characters makes no other one of it.
  return id.startsWith('006') ? id.slice(0, short) + ending(id.slice(0, short)) : id;
}

/** The ways of writing it by which an onboarding may have been remembered before, the one meant first. */
export const opportunitySpellings = (written: string): readonly string[] => {
  const id = opportunityId(written);
  return [...new Set([id, id.length === 18 ? id.slice(0, short) : id, written])];
};

export const sameOpportunity = (one: string, other: string): boolean =>
  opportunityId(one) === opportunityId(other);
