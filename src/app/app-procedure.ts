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
  /** It runs in every queue, whatever that has settings for; the others run where a queue has settings for them. */
  readonly everywhere?: true;
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

/**
 * Members that were loaded of a procedure; undefined where it has none of that name. What was not loaded is no member of the
 * type: it cannot be taken for something that the procedure does not have.
 */
export type Loaded<Name extends keyof Members> = {
  readonly [One in Name]: Members[One] | undefined;
};

/** A procedure, as far as what is configured of it goes. */
export type Configured = Loaded<'accounts' | 'settings'>;

export type PerformOwn = (
  performing: Performing,
  item: OutboxItem,
  command: OwnCommand,
) => Promise<Done>;

/** Loads these members of every procedure, in their order. */
export const loaded = <Name extends keyof Members>(
  modules: readonly Pick<ProcedureModule, 'load'>[],
  names: readonly Name[],
): Promise<readonly Loaded<Name>[]> =>
  Promise.all(
    modules.map(async ({ load }) => {
      const members = names.map(async (name) => [name, await load[name]?.()] as const);
      return Object.fromEntries(await Promise.all(members)) as Loaded<Name>;
    }),
  );

/** What is configured of every procedure: all of them are spoken of wherever settings or customer accounts are. */
export const configuredOf = ({
  procedures,
}: Pick<Ports, 'procedures'>): Promise<readonly Configured[]> =>
  loaded(procedures, ['accounts', 'settings']);

/** What they add to customer accounts, in the order in which a file has it. */
export const accountPartsOf = (procedures: readonly Loaded<'accounts'>[]): readonly AccountPart[] =>
  inFileOrder(procedures.flatMap(({ accounts }) => accounts ?? []));
