import type { AccountId } from '../../core/ids';
import type { DirectoryPerson, Person } from '../../core/people';
import type { Named, Settings } from '../../core/policy';
import type { Catalogue } from '../settings-ports';
import type { SettingsProblem } from './problems';

/** How things are given: by name in a file, by id in a form. */
export interface Finder {
  readonly isMeant: (thing: Named<string>, wanted: string) => boolean;
  readonly people: (wanted: string) => Promise<readonly Person[]>;
  /** What is said when nothing is meant: what is wrong, and the remedy. */
  readonly missing: (
    kind: string,
    wanted: string,
    where: string,
    among: readonly Named<string>[],
  ) => readonly [message: string, remedy: string];
}

/** Names are compared without regard to case. */
export const byName = (catalogue: Catalogue): Finder => ({
  isMeant: ({ name }, wanted) => name.toLowerCase() === wanted.toLowerCase(),
  people: (wanted) => catalogue.people(wanted),
  missing: (kind, wanted, where, among) => [
    `There is no ${kind} called "${wanted}" ${where}.`,
    `Create it in Jira, or name one of: ${
      among
        .slice(0, 15)
        .map(({ name }) => name)
        .join(', ') || 'none there yet'
    }.`,
  ],
});

/** @param known everybody whose id the form may name */
export const byId = (known: readonly Person[]): Finder => ({
  isMeant: ({ id }, wanted) => id === wanted,
  people: async (wanted) => known.filter(({ accountId }) => accountId === wanted),
  missing: (kind, wanted, where) => [
    wanted === ''
      ? `No ${kind} is chosen.`
      : `The ${kind} chosen here (id ${wanted}) is not there any more ${where}.`,
    'Choose one that is there.',
  ],
});

/** Finds things and notes what it cannot find. */
export class Resolution {
  /** What stands in the way. */
  readonly problems: SettingsProblem[] = [];
  /** What is as wrong in the settings in force: they keep running, and so it stands in nobody's way. */
  readonly warnings: SettingsProblem[] = [];
  readonly people = new Map<string, DirectoryPerson>();

  constructor(
    readonly catalogue: Catalogue,
    readonly finder: Finder = byName(catalogue),
    /** The settings in force; null before the first. */
    readonly inForce: Settings | null = null,
  ) {}

  note(how: 'problem' | 'warning', problem: SettingsProblem): void {
    (how === 'problem' ? this.problems : this.warnings).push(problem);
  }

  problem(path: string, message: string, remedy: string): void {
    this.note('problem', { path, message, remedy });
  }

  /** The one thing that is meant; a stand-in without a place in Jira when there is none. */
  named<T extends Named<string>>(
    path: string,
    kind: string,
    wanted: string,
    among: readonly T[],
    where: string,
  ): T {
    const found = among.filter((thing) => this.finder.isMeant(thing, wanted));
    const [only] = found;
    if (only !== undefined && found.length === 1) return only;
    if (found.length === 0) this.problem(path, ...this.finder.missing(kind, wanted, where, among));
    else
      this.problem(
        path,
        `There are ${found.length} ${kind}s called "${wanted}" ${where}.`,
        'Give them different names in Jira.',
      );
    return { id: '', name: wanted } as T;
  }

  /** A project by its key or id; null when there is none that the app sees. */
  async project(path: string, wanted: string): ReturnType<Catalogue['project']> {
    const project = await this.catalogue.project(wanted);
    if (project === null)
      this.problem(
        path,
        `There is no project ${wanted}, or Account Relay may not see it.`,
        'Check the key, and that the app may browse the project.',
      );
    return project;
  }

  /** What is kept by name, in a file as in a form; answered as Jira spells it. */
  called(
    path: string,
    kind: string,
    wanted: string,
    names: readonly string[],
    where: string,
  ): string {
    const found = names.find((name) => name.toLowerCase() === wanted.toLowerCase());
    if (found === undefined)
      this.problem(
        path,
        ...byName(this.catalogue).missing(
          kind,
          wanted,
          where,
          names.map((name) => ({ id: name, name })),
        ),
      );
    return found ?? wanted;
  }

  /** A type of links between tickets, as Jira spells it. */
  async linkType(path: string, wanted: string): Promise<string> {
    return this.called(
      path,
      'link type',
      wanted,
      (await this.catalogue.linkTypes()).map(({ name }) => name),
      'in Jira',
    );
  }

  /**
   * Somebody of whom something can be asked: a customer reads no internal comment, and an app answers none.
   * @param before who stands there in the settings in force
   */
  async colleague(
    path: string,
    wanted: string,
    before: readonly AccountId[] = [],
  ): Promise<AccountId> {
    const accountId = await this.person(path, wanted);
    const { name, kind = 'person' } = this.people.get(wanted.toLowerCase()) ?? {};
    if (name !== undefined && kind !== 'person')
      this.note(before.includes(accountId) ? 'warning' : 'problem', {
        path,
        message:
          kind === 'customer'
            ? `"${name}" is a portal customer, who sees no internal comment and cannot act on a ticket.`
            : `"${name}" is an app, which answers nothing.`,
        remedy: 'Name somebody of the team, with an Atlassian account of their own.',
      });
    return accountId;
  }

  /** A16: a label becomes an account; one that does not is a blocking problem. */
  async person(path: string, wanted: string): Promise<string> {
    const key = wanted.toLowerCase();
    const known = this.people.get(key);
    if (known) {
      this.#active(path, known);
      return known.accountId;
    }
    const found = await this.finder.people(wanted);
    const [only] = found;
    if (only === undefined || found.length > 1) {
      this.problem(
        path,
        found.length === 0
          ? `Nobody in Jira has the e-mail or name "${wanted}".`
          : `${found.length} people in Jira are called "${wanted}".`,
        'Use the e-mail address of their Atlassian account, and check that they can use this site.',
      );
      return '';
    }
    this.#active(path, only);
    this.people.set(key, only);
    return only.accountId;
  }

  #active(path: string, { name, active }: Person): void {
    if (!active)
      this.problem(
        path,
        `The account of "${name}" is deactivated.`,
        'Name somebody who is active.',
      );
  }
}
