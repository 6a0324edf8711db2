import { forgetTicket } from '../app/forget-ticket';
import type { IssueId } from '../core/ids';
import { portsFor } from './ports';

/** Forgets a deleted ticket. */
export const forget = (issueId: IssueId): Promise<void> => forgetTicket(portsFor(null), issueId);
