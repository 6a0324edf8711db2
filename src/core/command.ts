import type { PurgeCertificate } from '../procedures/access-request/access-request';
import type { PersonalField } from '../procedures/access-request/personal';
import type { AccountId, Cid, FieldId, IssueId, PriorityId, ProjectId, StatusId } from './ids';
import type { KeyDates } from '../procedures/key-account/account';
import type { Happening } from '../procedures/key-account/happening';
import type { Named } from './policy';
import type { Projection } from './projection';

/** A piece of an internal comment. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'mention'; readonly accountId: AccountId; readonly name: string };

export type Paragraph = readonly Piece[];

/** What shall be done in Jira. Each is safe to try again under its own effect id. */
export type Command =
  /** An internal comment; nothing here ever writes a public one (X7). */
  | { readonly kind: 'comment'; readonly body: readonly Paragraph[] }
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
  /** The change request's own issue; the change request goes on there (CR-12). */
  | {
      readonly kind: 'create-change-request';
      readonly projectId: ProjectId;
      readonly requestType: string;
      readonly onBehalfOf: AccountId;
      readonly summary: string;
      readonly description: string;
      readonly by: AccountId;
      readonly account: Cid | null;
      readonly linkType: string;
    }
  /** A link between this ticket and another. */
  | { readonly kind: 'link'; readonly to: IssueId; readonly linkType: string }
  /** What a customer decided, in public and in their own name: only while they are there themselves. */
  | { readonly kind: 'say-as-customer'; readonly text: string }
  /** A request to a customer for an engineer's account (E3). The personal data is read where it is kept, and only these fields of it. */
  | {
      readonly kind: 'raise-access-request';
      readonly cid: Cid;
      readonly projectId: ProjectId;
      readonly requestType: string;
      readonly onBehalfOf: AccountId;
      readonly participants: readonly AccountId[];
      readonly organizations: FieldId;
      readonly by: AccountId;
      readonly fields: readonly PersonalField[];
    }
  /** The engineer's personal data goes out of the encrypted store (EA-24). */
  | { readonly kind: 'delete-personal'; readonly certificate: PurgeCertificate }
  /** An account comes onto the list of key accounts, or leaves it (KA-14). */
  | {
      readonly kind: 'list-key-account';
      readonly cid: Cid;
      readonly keyAccount: KeyDates;
    }
  /** Something to be counted at the end of the week and the month (KA-05). */
  | { readonly kind: 'remember-happening'; readonly happening: Happening }
  /** How long a customer took, for the forecast (M12); days only. */
  | { readonly kind: 'remember-lead-time'; readonly cid: Cid; readonly days: number };

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
}

export const text = (value: string): Piece => ({ kind: 'text', text: value });
export const strong = (value: string): Piece => ({ kind: 'strong', text: value });
export const mention = (accountId: AccountId, name: string): Piece => ({
  kind: 'mention',
  accountId,
  name,
});
