import type { DirectoryPerson } from '../../domain/people';
import type { Named } from '../../domain/policy';
import type { Catalogue } from '../ports';
import type { FileProblem } from './file';

/** Finds things by name and notes what it cannot find. */
export class Resolution {
  readonly problems: FileProblem[] = [];
  readonly people = new Map<string, DirectoryPerson>();

  constructor(readonly catalogue: Catalogue) {}

  problem(path: string, message: string, remedy: string): void {
    this.problems.push({ path, message, remedy });
  }

  /** The one thing of that name; names are compared without regard to case. */
  named<T extends Named<string>>(path: string, kind: string, wanted: string, among: readonly T[], where: string): T {
    const found = among.filter(({ name }) => name.toLowerCase() === wanted.toLowerCase());
    const [only] = found;
    if (only !== undefined && found.length === 1) return only;
    if (found.length === 0) this.problem(path, `There is no ${kind} called "${wanted}" ${where}.`, `Create it in Jira, or name one of: ${among.slice(0, 15).map(({ name }) => name).join(', ') || 'none there yet'}.`);
    else this.problem(path, `There are ${found.length} ${kind}s called "${wanted}" ${where}.`, 'Give them different names in Jira.');
    return { id: '', name: wanted } as T;
  }

  /** A16: a label becomes an account; one that does not is a blocking problem. */
  async person(path: string, wanted: string): Promise<string> {
    const key = wanted.toLowerCase();
    const known = this.people.get(key);
    if (known) return known.accountId;
    const found = await this.catalogue.people(wanted);
    const [only] = found;
    if (only === undefined || found.length > 1) {
      this.problem(path, found.length === 0 ? `Nobody in Jira has the e-mail or name "${wanted}".` : `${found.length} people in Jira are called "${wanted}".`, 'Use the e-mail address of their Atlassian account, and check that they can use this site.');
      return '';
    }
    if (!only.active) this.problem(path, `The account of "${wanted}" is deactivated.`, 'Name somebody who is active.');
    this.people.set(key, only);
    return only.accountId;
  }
}
