import type { AccountId } from '../../core/ids';
import type { Named, ProjectNamed } from '../../core/named';

/** How things are given: by id in a form, by name in a file. */
export interface Spelling {
  readonly thing: (thing: Named<string>) => string;
  readonly project: (project: Pick<ProjectNamed, 'id' | 'key'>) => string;
  readonly person: (accountId: AccountId) => string;
}

export const asIds: Spelling = {
  thing: ({ id }) => id,
  project: ({ id }) => id,
  person: (accountId) => accountId,
};

/** @param person the name or e-mail address that an import finds them by */
export const asNames = (person: Spelling['person']): Spelling => ({
  thing: ({ name }) => name,
  project: ({ key }) => key,
  person,
});
