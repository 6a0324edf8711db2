// The people whom the settings name, in one row beside the settings: nearly every turn asks for all of them, and storage gives
// out no more than 25 rows at once. Each person's own row is what counts; this one is written with it.
import { Filter, FilterConditions, kvs } from '@forge/kvs';
import type { AccountId } from '../core/ids';
import type { DirectoryPerson } from '../core/people';
import { readAll, writeAll } from './batches';
import { storageFailure, storing, turnedDown } from './failures';
import { type NamedPeople, nobodyNamed } from './in-force';
import { keys } from './keys';
import { type Packed, packed, unpacked } from './packed';

const entityName = 'settings';
/** Beside the row of all: a transaction has at most 25 operations (Forge). */
const atOnce = 20;
/** Others change it rarely. */
const attempts = 10;

export const namedPeople = async (): Promise<NamedPeople> =>
  unpacked(
    (
      await storing(() =>
        kvs.entity<{ doc: NamedPeople | Packed }>(entityName).get(keys.namedPeople),
      )
    )?.doc ?? nobodyNamed,
  );

const rowsOf = (ids: readonly AccountId[]): Promise<Map<string, DirectoryPerson>> =>
  readAll<DirectoryPerson>(ids.map((id) => ({ key: keys.person(id) })));

/**
 * Writes the row of all, and with it those of some of them.
 * @returns false where somebody else has written it meanwhile
 */
async function written(
  { revision }: NamedPeople,
  next: Omit<NamedPeople, 'revision'>,
  changed: readonly DirectoryPerson[],
): Promise<boolean> {
  const condition =
    revision === 0 ? FilterConditions.notExists() : FilterConditions.equalTo(revision);
  const row = {
    revision: revision + 1,
    doc: packed<NamedPeople>({ ...next, revision: revision + 1 }),
  };
  let transaction = kvs.transact().set(keys.namedPeople, row, {
    entityName,
    conditions: new Filter<{ revision: number }>().and('revision', condition),
  });
  for (const person of changed)
    transaction = transaction.set(keys.person(person.accountId), person);
  try {
    await transaction.execute();
    return true;
  } catch (error) {
    if (!turnedDown(error)) throw storageFailure(error);
    if ((await namedPeople()).revision === revision) throw error;
    return false;
  }
}

/** Writes what is known of people. */
export async function putPeople(people: readonly DirectoryPerson[]): Promise<void> {
  for (let left = people; left.length > 0;) {
    const before = await namedPeople();
    const isNamed = ({ accountId }: DirectoryPerson): boolean => before.ids.includes(accountId);
    const named = left.filter(isNamed).slice(0, atOnce);
    if (named.length === 0) {
      await writeAll(left.map((person) => ({ key: keys.person(person.accountId), value: person })));
      // Whoever names them in this moment looks at their rows once more after writing.
      const after = await namedPeople();
      left =
        after.revision === before.revision
          ? []
          : left.filter(({ accountId }) => after.ids.includes(accountId));
      continue;
    }
    const others = before.people.filter((one) =>
      named.every(({ accountId }) => accountId !== one.accountId),
    );
    const next = { ids: before.ids, people: [...others, ...named] };
    if (await written(before, next, named)) left = left.filter((person) => !named.includes(person));
  }
}

/** From now on it is about these, and about who stands in for them. */
export async function namePeople(ids: readonly AccountId[]): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const before = await namedPeople();
    const named = [...(await rowsOf(ids)).values()];
    const delegates = named.flatMap(({ delegation }) => delegation?.delegate ?? []);
    const wanted = [...new Set([...ids, ...delegates])].sort();
    const standIns = await rowsOf(wanted.filter((id) => !ids.includes(id)));
    const people = sorted([...named, ...standIns.values()]);
    // Somebody may have been written between the reading and the writing: it is looked at until nothing differs.
    if (JSON.stringify([wanted, people]) === JSON.stringify([before.ids, sorted(before.people)]))
      return;
    await written(before, { ids: wanted, people }, []);
  }
}

const sorted = (people: readonly DirectoryPerson[]): readonly DirectoryPerson[] =>
  [...people].sort((one, other) => (one.accountId < other.accountId ? -1 : 1));
