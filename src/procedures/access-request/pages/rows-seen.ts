import { rowsSeenBy } from '../in-place';
import { accessOf } from '../state';
import { accessPolicyOf } from '../who';
import { RelayError } from '../../../app/errors';
import type { SeenTicket } from '../../../app/see-ticket';

/** The rows the viewer may see. @throws RelayError `missing` where there is no access request */
export function rowsSeen({ viewer, situation, record }: SeenTicket) {
  const request = accessOf(record?.ledger) ?? null;
  const policy = accessPolicyOf(situation);
  if (request === null || policy === null)
    throw new RelayError('missing', 'This ticket is no access request.', {
      remedy: 'Start the access request first.',
    });
  const looking = { ...situation, ledger: record?.ledger ?? {} };
  return {
    policy,
    request,
    looking,
    rows: rowsSeenBy(looking, request, viewer.accountId),
  };
}
