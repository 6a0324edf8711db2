// What the change-request SOP does beyond the ticket's own fields; carried out in effects/.
import type { LocalDate } from '../../core/calendar/local-time';
import { ownEffect } from '../../core/command';
import type { AccountId, Cid, ProjectId } from '../../core/ids';
import { id } from './state';

/** The change request's own issue; the change request goes on there (CR-12). */
export interface NewIssue {
  readonly projectId: ProjectId;
  readonly requestType: string;
  readonly onBehalfOf: AccountId;
  readonly summary: string;
  readonly description: string;
  readonly by: AccountId;
  readonly account: Cid | null;
  readonly linkType: string;
}

export const createIssue = ownEffect<NewIssue>(id, 'create-issue');

/** Jira's own due date, so that boards and filters show the firm one (CR-16). */
export const setDueDate = ownEffect<{ readonly day: LocalDate }>(id, 'set-due-date');

/** What a customer decided, in public and in their own name: only while they are there themselves (C7). */
export const sayAsCustomer = ownEffect<{ readonly text: string }>(id, 'say-as-customer');
