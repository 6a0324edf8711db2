import { type Person } from '../data/people';

/** The half-typed mention before the caret: where it starts, and what follows the @. */
export interface OpenMention {
  readonly start: number;
  readonly typed: string;
}

/** At most two words after the @ can be a name that is being typed. */
const pattern = /(?:^|\s)@([\p{L}\p{N}'.-]*(?: [\p{L}\p{N}'.-]*)?)$/u;

export function openMention(text: string, caret: number): OpenMention | null {
  const before = text.slice(0, caret);
  const match = pattern.exec(before);
  return match
    ? { start: before.length - (match[1] ?? '').length - 1, typed: match[1] ?? '' }
    : null;
}

/** Jira users whose name has a word that starts like what was typed; customers are not tagged in Jira. */
export function matching(people: readonly Person[], typed: string): readonly Person[] {
  const wanted = typed.trim().toLowerCase();
  const isLike = ({ displayName }: Person): boolean =>
    [displayName, ...displayName.split(' ')].some((word) => word.toLowerCase().startsWith(wanted));
  return people
    .filter((person) => person.role !== 'customer' && person.active !== false && isLike(person))
    .slice(0, 6);
}
