// What a procedure brings to the settings. The shared code gets a list of these from whoever composes, and knows none.
import type { Described, SettingsDescription, Values } from '../../contract/settings-description';
import type { CustomerAccount } from '../../core/account';
import type { LocalDate } from '../../core/calendar/local-time';
import type { FactsOf } from '../../core/facts';
import type { QueuePolicy, Settings } from '../../core/policy';
import type { ProsePart } from '../../core/prose';
import type { Role } from '../../core/roles';
import type { Resolution } from '../configuration/resolution';
import { describedFacts } from './described/facts';
import type { Checks } from './described/shape';

/** A role that a procedure needs. */
export interface NeededRole {
  readonly role: Role;
  /** Others whose people do as well. */
  readonly or?: readonly Role[];
  /** Completes "and ... needs it": "to witness releases". */
  readonly why?: string;
}

export interface ProcedureSettings {
  readonly described?: SettingsDescription;
  /** What has to hold of a described value as a whole. */
  readonly checks?: Checks;
  /** Roles that the procedure needs where it runs. @param part of the procedure */
  readonly roles?: (part: unknown) => readonly NeededRole[];
  /** Notes what the settings need elsewhere and do not find there. @param path of the procedure's part */
  readonly needs?: (
    resolution: Resolution,
    path: string,
    part: unknown,
    settings: Pick<Settings, 'queues'>,
  ) => void;
  /** What the settings say beyond what is described. */
  readonly facts?: FactsOf;
  /** The sentences of the written SOP. */
  readonly prose?: ProsePart;
  /** What a queue lacks that does not run it, while there are accounts whom it concerns. */
  readonly leavesOut?: {
    readonly clause: string;
    readonly concerns: (account: CustomerAccount, day: LocalDate) => boolean;
    /** Completes "tickets of theirs may be there:". */
    readonly lacking: string;
  };
  /** Values that stand in a queue itself, beside the parts of the procedures. */
  readonly queueValues?: readonly Described[];
}

/** A procedure, as far as its settings go. */
export interface Settable {
  readonly settings: ProcedureSettings | undefined;
}

/** What is described for each queue, or for the whole site. */
export const describedFor = (
  procedures: readonly Settable[],
  of: SettingsDescription['of'],
): readonly (ProcedureSettings & { readonly described: SettingsDescription })[] =>
  procedures.flatMap(({ settings: { described, ...rest } = {} }) =>
    described?.of === of ? [{ ...rest, described }] : [],
  );

/** The values that stand in a queue itself. */
export const queueValuesOf = (procedures: readonly Settable[]): readonly Described[] =>
  procedures.flatMap(({ settings }) => settings?.queueValues ?? []);

/** A procedure's part of what is kept by procedure; null where it is not run. */
export const partOf = (
  { procedures }: Pick<QueuePolicy, 'procedures'>,
  { id }: SettingsDescription,
): Values | null => (procedures[id] as Values | undefined) ?? null;

/** Everything that the settings say, procedure by procedure. */
export const factsIn = (procedures: readonly Settable[]): readonly FactsOf[] =>
  procedures.flatMap(({ settings: { described, facts } = {} }) => [
    ...(facts === undefined ? [] : [facts]),
    ...(described === undefined ? [] : [factsDescribedBy(described)]),
  ]);

const factsDescribedBy =
  (described: SettingsDescription): FactsOf =>
  (settings) =>
    (described.of === 'site'
      ? [{ queue: null, part: partOf(settings, described) }]
      : Object.values(settings.queues).map((queue) => ({ queue, part: partOf(queue, described) }))
    ).flatMap(({ queue, part }) => (part === null ? [] : [describedFacts(described, part, queue)]));

/** What the procedures write of the SOP. */
export const proseIn = (procedures: readonly Settable[]): readonly ProsePart[] =>
  procedures.flatMap(({ settings }) => settings?.prose ?? []);
