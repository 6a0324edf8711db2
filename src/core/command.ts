import type { AccountId, FieldId, IssueId, PriorityId, ProjectId, StatusId } from './ids';
import type { Named } from './named';
import type { ProcedureId } from './part';
import type { Projection } from './projection';
import type { Told } from './wait-event';

/** A piece of an internal comment. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'mention'; readonly accountId: AccountId; readonly name: string };

export type Paragraph = readonly Piece[];

/** What shall be done in Jira. Each is safe to try again under its own effect id. */
export type Command =
  /** An internal comment; nothing here ever writes a public one (X7). */
  | {
      readonly kind: 'comment';
      readonly body: readonly Paragraph[];
      /** Whom it tells of what: its words are made from that when it is posted, and what is over drops out. */
      readonly tells?: readonly Told[];
    }
  | {
      readonly kind: 'edit';
      readonly fields: readonly {
        readonly field: Named<FieldId>;
        readonly person: AccountId | null;
      }[];
      readonly priority: Named<PriorityId> | null;
      /** Labels to be added; those that are there stay. */
      readonly labels?: readonly string[];
      readonly projection: Projection | null;
    }
  | {
      readonly kind: 'transition';
      readonly to: Named<StatusId>;
      readonly projection: Projection | null;
    }
  | { readonly kind: 'watch'; readonly person: AccountId }
  | { readonly kind: 'project'; readonly projection: Projection }
  /** Another ticket, in a service project, as the app. */
  | {
      readonly kind: 'raise-request';
      readonly projectId: ProjectId;
      readonly requestType: string;
      readonly summary: string;
      readonly description: string;
      readonly standing?: RaisedStanding;
    }
  /** A link between this ticket and another. */
  | { readonly kind: 'link'; readonly to: IssueId; readonly linkType: string }
  /** Something that only its procedure can do; made by {@link ownEffect}. */
  | OwnCommand;

/** A command of one procedure, carried out by its own code. */
export interface OwnCommand {
  readonly kind: 'own';
  readonly procedure: ProcedureId;
  readonly effect: string;
  readonly input: unknown;
}

/** The way to a procedure's own effect: makes its command, and reads what is in one. */
export interface OwnEffect<Input> {
  readonly name: string;
  readonly command: (input: Input) => OwnCommand;
  /** @throws TypeError when the command is another's */
  readonly inputOf: (command: OwnCommand) => Input;
}

export const ownEffect = <Input>(procedure: ProcedureId, name: string): OwnEffect<Input> => ({
  name,
  command: (input) => ({ kind: 'own', procedure, effect: name, input }),
  inputOf: (command) => {
    if (command.procedure !== procedure || command.effect !== name)
      throw new TypeError(`${command.procedure}/${command.effect} is not ${procedure}/${name}.`);
    return command.input as Input;
  },
});

/** What a raised ticket gets beside its words. */
export interface RaisedStanding {
  readonly priority: Named<PriorityId>;
  readonly labels: readonly string[];
  /** Name of the link type between the two tickets. */
  readonly linkType: string;
}

/** A command with who it is done as. */
export interface Effect {
  readonly command: Command;
  /** The person whose act it is, to be done as them where Jira lets them; null for the app's own acts. */
  readonly actor: AccountId | null;
  /** The clause it serves, for Jira's history. */
  readonly clause: string;
  /** Whose it is: what comes of it is noted as that procedure's. Absent for the engine's own. */
  readonly procedure?: ProcedureId;
}

export const text = (value: string): Piece => ({ kind: 'text', text: value });
export const strong = (value: string): Piece => ({ kind: 'strong', text: value });
export const mention = (accountId: AccountId, name: string): Piece => ({
  kind: 'mention',
  accountId,
  name,
});
