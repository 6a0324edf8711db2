import { createHash } from 'node:crypto';
import type { PurgeCertificate } from '../access-request';
import type { IssueId } from '../../../core/ids';

/** SHA-256 of what the certificate says, in a fixed order: the same content has the same seal, and nothing in it names anybody. */
export const sealOf = (
  issueId: IssueId,
  { at, fields, customers, requestsSent, ready, notNeeded }: PurgeCertificate,
): string =>
  createHash('sha256')
    .update(JSON.stringify([issueId, at, fields, customers, requestsSent, ready, notNeeded]))
    .digest('hex');
