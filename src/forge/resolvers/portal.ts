import { RelayError } from '../../app/errors';
import type { PortalReads } from '../../procedures/change-request/contract/portal';
import { portalActs } from '../../procedures/change-request/pages/acts';
import { portalPage } from '../../procedures/change-request/pages/portal';
import type { PlatformContext } from './answering';
import { ticketResolver } from './page-resolver';

/** The request the customer looks at, as the platform says. */
function requestOf(context: PlatformContext): string {
  const key = context.extension?.request?.key;
  if (key === undefined)
    throw new RelayError('input', 'This call belongs to a request.', {
      remedy: 'Open the request in the portal.',
    });
  return key;
}

export const answerPortal = ticketResolver<PortalReads, unknown>(
  portalPage,
  ({ context }) => requestOf(context),
  {
    reads: { 'request.get': ({ ports, context }) => portalPage.show(ports, requestOf(context)) },
    acts: { 'change-request': portalActs },
  },
);
