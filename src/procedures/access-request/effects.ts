// What the access-request SOP does beyond the ticket's own fields; carried out in effects/.
import { ownEffect } from '../../core/command';
import type { AccountId, Cid, FieldId, IssueId, ProjectId } from '../../core/ids';
import type { PurgeCertificate } from './access-request';
import type { PersonalField } from './personal';
import { id } from './state';

/**
 * A request to a customer for an engineer's account (E3). The personal data is read where it is kept, and only these
 * fields of it.
 */
export interface RequestToCustomer {
  readonly cid: Cid;
  readonly projectId: ProjectId;
  readonly requestType: string;
  readonly onBehalfOf: AccountId;
  readonly participants: readonly AccountId[];
  readonly organizations: FieldId;
  readonly by: AccountId;
  readonly fields: readonly PersonalField[];
}

export const raiseToCustomer = ownEffect<RequestToCustomer>(id, 'raise-to-customer');

/** The engineer's personal data goes out of the encrypted store (EA-24). */
export const deletePersonal = ownEffect<{
  readonly certificate: PurgeCertificate;
  /** Requests that were raised for customers and name the engineer; absent in those an older edition wanted. */
  readonly raised?: readonly {
    readonly issueId: IssueId;
    readonly key: string;
    readonly cid: Cid;
  }[];
}>(id, 'delete-personal');

/** What somebody entered of the engineer, and the rules have agreed to, is kept. */
export const keepPersonal = ownEffect<{ readonly by: AccountId }>(id, 'keep-personal');

/** How long a customer took, for the forecast (M12); days only. */
export const rememberLeadTime = ownEffect<{ readonly cid: Cid; readonly days: number }>(
  id,
  'remember-lead-time',
);
