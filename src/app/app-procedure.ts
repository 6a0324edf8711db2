import type { OwnCommand } from '../core/command';
import type { IssueId } from '../core/ids';
import type { Procedure } from '../core/procedure';
import { type AccountPart, inFileOrder } from './accounts/account-part';
import type { OutboxItem } from './outbox';
import type { Done, Performing } from './performing';
import type { Ports } from './ports';
import type { ProcedureSettings } from './settings/procedure-settings';

/** A procedure as the app runs it: its rules, and what it does beyond a ticket's own fields. */
export interface AppProcedure {
  readonly rules: Procedure;
  /** How each of its own effects is carried out; safe to try again under the same effect id. */
  readonly effects?: Readonly<Record<string, PerformOwn>>;
  /** What it lets an organization decide. */
  readonly settings?: ProcedureSettings;
  /** What is left of it in storage when a ticket is deleted. */
  readonly forget?: (ports: Ports, issueId: IssueId) => Promise<void>;
  /** What it adds to customer accounts. */
  readonly accounts?: AccountPart;
  /** What it does by itself, hourly. */
  readonly hourly?: (ports: Ports) => Promise<void>;
}

/** A procedure, as far as what is configured of it goes. */
export type Configured = Pick<AppProcedure, 'accounts' | 'settings'>;

export type PerformOwn = (
  performing: Performing,
  item: OutboxItem,
  command: OwnCommand,
) => Promise<Done>;

/** The rules alone, for who decides. */
export const rulesOf = (procedures: readonly AppProcedure[]): readonly Procedure[] =>
  procedures.map(({ rules }) => rules);

/** What they add to customer accounts, in the order in which a file has it. */
export const accountPartsOf = (procedures: readonly Configured[]): readonly AccountPart[] =>
  inFileOrder(procedures.flatMap(({ accounts }) => accounts ?? []));
