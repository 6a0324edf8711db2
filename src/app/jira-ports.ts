// What the app asks of Jira about tickets, as one caller sees it.
import type { LocalDate } from '../core/calendar/local-time';
import type { Paragraph } from '../core/command';
import type { AccountId, FieldId, IssueId, PriorityId, ProjectId } from '../core/ids';
import type { Instant } from '../core/instant';
import type { Person } from '../core/people';
import type { Policy } from '../core/policy';
import type { Projection } from '../core/projection';
import type { Ticket } from '../core/ticket';

/** What is written into Jira's own history beside a change of ours. */
export interface Mark {
  readonly effectId: string;
  readonly clause: string;
}

/**
 * Jira as one caller sees it.
 * Every method throws JiraBusy (429), JiraDown (5xx) or JiraRefused (4xx) unless it says otherwise.
 */
export interface JiraDoor {
  /** One request. Null when this caller cannot see the ticket. */
  readTicket(issueId: IssueId, policy: Policy): Promise<Ticket | null>;
  /** The ticket's whole history, a request for every 100 entries. */
  readChanges(issueId: IssueId, policy: Policy, projectId: ProjectId): Promise<Ticket['changes']>;
  /** One request for up to 100 tickets; those the caller cannot see are absent. */
  readTickets(issueIds: readonly IssueId[], policy: Policy): Promise<readonly Ticket[]>;
  /** A request as the portal shows it to this caller; null when it shows them none. By key or id. */
  readRequest(
    issueIdOrKey: string,
  ): Promise<{ readonly issueId: IssueId; readonly key: string } | null>;
  /** Files of the ticket; null when this caller cannot see it. */
  attachments(
    issueId: IssueId,
  ): Promise<
    readonly { readonly id: string; readonly name: string; readonly at: Instant }[] | null
  >;
  /** Says something in public, as this caller: only ever a customer's own words (X7). */
  say(issueId: IssueId, text: string): Promise<{ readonly id: number }>;
  /** The transitions this caller may take now. */
  readTransitions(issueId: IssueId): Promise<Ticket['reachable']>;
  /** Posts an internal comment. Throws CameOutPublic when Jira made it public; it is deleted then. */
  comment(
    issueId: IssueId,
    body: readonly Paragraph[],
    mark: Mark,
  ): Promise<{ readonly id: number }>;
  /** The comment that carries this effect id, among the newest. */
  findComment(issueId: IssueId, effectId: string): Promise<{ readonly id: number } | null>;
  edit(
    issueId: IssueId,
    change: {
      readonly people: readonly { readonly field: FieldId; readonly person: AccountId | null }[];
      readonly priority: PriorityId | null;
      /** Added to those that are there. */
      readonly labels?: readonly string[];
      /** Jira's own due date. */
      readonly dueDate?: LocalDate;
      /** Fields of many values that are to have none. */
      readonly emptied?: readonly FieldId[];
      /** Another ticket to be linked, and the name of the link type. */
      readonly link?: { readonly type: string; readonly to: IssueId };
      /** Other words for a ticket that the app has raised. */
      readonly words?: { readonly summary: string; readonly description: string };
      readonly projection: Projection | null;
    },
    mark: Mark,
  ): Promise<void>;
  transition(
    issueId: IssueId,
    transition: string,
    projection: Projection | null,
    mark: Mark,
  ): Promise<void>;
  watch(issueId: IssueId, person: AccountId): Promise<void>;
  setProjection(issueId: IssueId, projection: Projection): Promise<void>;
  /** Tickets by JQL as they are, one page: they cost no more than their ids. */
  searchTickets(
    jql: string,
    policy: Policy,
    after: string | null,
  ): Promise<{ readonly tickets: readonly Ticket[]; readonly next: string | null }>;
  /** Ids of tickets by JQL, one page. */
  search(
    jql: string,
    after: string | null,
  ): Promise<{ readonly issueIds: readonly IssueId[]; readonly next: string | null }>;
  /** About how many tickets JQL finds. */
  count(jql: string): Promise<number>;
  /** Those of these accounts that Jira knows. At most 100. */
  people(ids: readonly AccountId[]): Promise<readonly Person[]>;
  /** The caller's own account. */
  myself(): Promise<{ readonly accountId: AccountId }>;
  /** Seconds until Jira gives out points anew, when the few that are left should be kept for what people do; else null. */
  scarceFor(): number | null;
}
