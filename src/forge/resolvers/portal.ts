import { makeResolver } from '@forge/resolver';
import { decideInPortal, readPortal } from '../../procedures/change-request/pages/portal';
import { RelayError } from '../../app/errors';
import type { PortalApi, PortalView } from '../../procedures/change-request/contract/portal';
import { answering, type Asked, type PlatformContext } from './answering';
import { changeShapes as shapes } from '../../procedures/change-request/pages/inputs';
import { parse } from '../../app/input';

/** The request the customer looks at, as the platform says. */
function requestOf(context: PlatformContext): string {
  const key = context.extension?.request?.key;
  if (key === undefined)
    throw new RelayError('input', 'This call belongs to a request.', {
      remedy: 'Open the request in the portal.',
    });
  return key;
}

const show = ({ ports, context }: Asked): Promise<PortalView> =>
  readPortal(ports, requestOf(context));

export const answerPortal = makeResolver<PortalApi>({
  'request.get': answering(show),
  'decision.approve': answering(({ payload, ports, context }) => {
    const { gate, version } = parse(shapes.portalApprove, payload);
    return decideInPortal(ports, requestOf(context), {
      kind: 'approve',
      gate,
      version,
      note: null,
    });
  }, show),
  'decision.decline': answering(({ payload, ports, context }) => {
    const { gate, version, reason } = parse(shapes.portalDecline, payload);
    return decideInPortal(ports, requestOf(context), {
      kind: 'decline',
      gate,
      version,
      reason,
      backTo: null,
    });
  }, show),
});
