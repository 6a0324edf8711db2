import { RelayError } from '../../../app/errors';
import type { PlatformContext } from '../thin';
import { ticketResolver } from '../page-resolver';

/** The request the customer looks at, as the platform says. */
function requestOf(context: PlatformContext): string {
  const key = context.extension?.request?.key;
  if (key === undefined)
    throw new RelayError('input', 'This call belongs to a request.', {
      remedy: 'Open the request in the portal.',
    });
  return key;
}

export const answerPortal = ticketResolver('change-request', 'portal', {
  place: ({ context }) => requestOf(context),
  offers: 'change-request',
});
