import type { OwnCommand } from '../core/command';
import type { IssueId } from '../core/ids';
import type { Ledger } from '../core/ledger';
import type { Ears, Procedure } from '../core/procedure';
import type { ProcedureId } from '../core/part';
import { type AccountPart, inFileOrder, type StoredPart } from './accounts/account-part';
import type { Acts } from './acts';
import type { Contribution } from './contribution';
import type { LozengeOf } from './lozenge';
import type { OutboxItem } from './outbox';
import type { Page, ProjectPage } from './page';
import type { Done, Performing } from './performing';
import type { Ports } from './ports';
import type { ProcedureSettings } from './settings/procedure-settings';

/** What a procedure is made of beside what is always at hand. */
export interface Members {
  /** What it decides. */
  readonly rules: Procedure;
  /** How each of its own effects is carried out; safe to try again under the same effect id. */
  readonly effects: Readonly<Record<string, PerformOwn>>;
  /** What people do in a ticket. */
  readonly acts: Acts;
  /** What it lets an organization decide. */
  readonly settings: ProcedureSettings;
  /** What it adds to customer accounts. */
  readonly accounts: AccountPart;
  /** What it adds to pages that are not its own. */
  readonly contribution: Contribution;
  /** What the collapsed panel says of it. */
  readonly lozenge: LozengeOf;
  /** What it does by itself, hourly. */
  readonly hourly: (ports: Ports) => Promise<void>;
}

/** What is at hand without loading anything: an event has to be answered before it costs anything. */
interface AlwaysThere {
  readonly id: ProcedureId;
  readonly ears?: Ears;
  /** How its part of an account is stored. */
  readonly stored?: StoredPart;
  /** What is left of it in storage when a ticket is deleted. */
  readonly forget?: (ports: Ports, issueId: IssueId, ledger: Ledger | null) => Promise<void>;
}

/** A procedure as its folder exports it: a value of which each member is loaded where it is needed, and only there. */
export interface ProcedureModule extends AlwaysThere {
  readonly load: { readonly rules: () => Promise<Procedure> } & {
    readonly [Name in keyof Members]?: () => Promise<Members[Name]>;
  };
  /** Its own pages, by the names that the manifest's modules know them by. */
  readonly pages?: Readonly<Record<string, () => Promise<Page>>>;
  /** Its pages that stand in a project. */
  readonly projectPages?: Readonly<Record<string, () => Promise<ProjectPage>>>;
}

/** A procedure as a use case has it: with the members that were loaded for it. */
export interface AppProcedure extends AlwaysThere, Partial<Members> {}

/** A procedure, as far as what is configured of it goes. */
export type Configured = Pick<AppProcedure, 'accounts' | 'settings'>;

export type PerformOwn = (
  performing: Performing,
  item: OutboxItem,
  command: OwnCommand,
) => Promise<Done>;

/** Loads these members of every procedure. */
export const loaded = (
  modules: readonly ProcedureModule[],
  members: readonly (keyof Members)[],
): Promise<readonly AppProcedure[]> =>
  Promise.all(
    modules.map(async ({ load, pages: _pages, projectPages: _projectPages, ...always }) => ({
      ...always,
      ...Object.fromEntries(
        await Promise.all(members.map(async (name) => [name, await load[name]?.()] as const)),
      ),
    })),
  );

/** The rules alone, for who decides. @throws TypeError where they were not loaded: the composition has forgotten them */
export const rulesOf = (procedures: readonly AppProcedure[]): readonly Procedure[] =>
  procedures.map(({ id, rules }) => {
    if (rules === undefined) throw new TypeError(`The rules of ${id} were not loaded.`);
    return rules;
  });

/** What they add to customer accounts, in the order in which a file has it. */
export const accountPartsOf = (procedures: readonly Configured[]): readonly AccountPart[] =>
  inFileOrder(procedures.flatMap(({ accounts }) => accounts ?? []));

/** What they add to pages that are not their own, in the order in which it is shown. */
export const contributionsOf = (procedures: readonly AppProcedure[]): readonly Contribution[] =>
  procedures
    .flatMap(({ contribution }) => contribution ?? [])
    .sort((one, other) => one.order - other.order);
