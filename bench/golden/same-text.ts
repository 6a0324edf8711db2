// Makes equal behaviour equal text: order of keys, ways to write an instant, people.
import type { Host } from '../../host/host';

/** Jira writes instants with an offset that has no colon. */
export const isoOf = (instant: string): string =>
  new Date(Date.parse(instant.replace(/([+-]\d{2})(\d{2})$/u, '$1:$2'))).toISOString();

/** Says of a person nothing but who it is, and of a thing nothing about where it is served; nobody sees what counts writes. */
const unsaid = new Set(['avatarUrl', 'avatarUrls', 'self', '_links', 'iconUrl', 'revision']);

/** JSON with the keys in order. */
export const sorted = (value: unknown): string =>
  JSON.stringify(value, (key, one: unknown) => {
    if (unsaid.has(key)) return undefined;
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return one;
    return Object.fromEntries(
      Object.entries(one).sort(([first], [second]) => (first < second ? -1 : 1)),
    );
  }) ?? 'undefined';

const accountId = /(?:712020:|qm:[\da-f-]{36}:)[\da-f-]{36}/gu;

/** Puts names in the place of account ids. */
export const namedPeople =
  (host: Host) =>
  (text: string): string =>
    text.replaceAll(accountId, (id) => {
      const person = host.jira.person(id);
      return person === null ? id : `<${person.displayName}>`;
    });
