// K5, K6: nobody signs their own work. Whoever ever stood as author or deployer is out, and so is whoever said who does: a
// name that is taken away again makes nobody free.
import { type Because, because } from '../../core/because';
import type { AccountId } from '../../core/ids';
import { nameOf } from '../../core/people';
import type { Situation } from '../../core/situation';
import type { Release, ReleaseFacts } from './release';

/** Everybody who may neither review nor witness this release. */
export const ownWorkOf = ({ facts, stood = [], said = [] }: Release): readonly AccountId[] => [
  ...new Set([
    ...stood,
    ...facts.authors,
    ...(facts.deployer === null ? [] : [facts.deployer]),
    ...said,
  ]),
];

/** Why it is somebody's own work; null where it is not. @param so what somebody else has to do */
export function whyOwnWork(
  { people }: Situation,
  release: Release,
  person: AccountId,
  so: { readonly clause: string; readonly verb: string },
): Because | null {
  if (!ownWorkOf(release).includes(person)) return null;
  const { authors, deployer } = release.facts;
  const name = nameOf(people, person);
  const why = (text: string, values: Readonly<Record<string, string>>): Because =>
    because(so.clause, `${text}, so somebody else ${so.verb} it.`, values);
  if (authors.includes(person)) return why('You wrote this code', { author: name });
  if (deployer === person) return why('You deployed this release', { deployer: name });
  if (release.stood?.includes(person) === true)
    return why('You stood as author or deployer of this release before', { before: name });
  return why('You said who wrote or deployed this release', { 'said by': name });
}

/** What a change of the facts says of who stands, and who said so. */
export function standing(
  release: Release,
  next: ReleaseFacts,
  by: AccountId,
): Pick<Release, 'stood' | 'said'> {
  const { facts, stood = [], said = [] } = release;
  const people = ({ authors, deployer }: ReleaseFacts): readonly AccountId[] => [
    ...authors,
    ...(deployer === null ? [] : [deployer]),
  ];
  const edited = people(facts).join() !== people(next).join();
  return {
    stood: [...new Set([...stood, ...people(facts), ...people(next)])],
    said: edited ? [...new Set([...said, by])] : said,
  };
}
