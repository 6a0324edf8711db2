// Functions call nothing outside Atlassian that the manifest does not declare.
import { EgressFilteringService } from '@forge/egress';

/** Named as the SDK names it, so that the app sees the same error as on Forge. */
class ExternalEndpointNotAllowed extends Error {
  readonly status = 403;

  constructor(url: string) {
    super(
      `The app tried to call ${url}, which its manifest does not declare under permissions.external.fetch.backend.`,
    );
    this.name = 'REQUEST_EGRESS_ALLOWLIST_ERR';
  }
}

/** `fetch` for functions: refuses what is not declared; what is declared is out of a local host's reach. */
export function egressFetch(
  declared: readonly string[],
  unmodelled: (what: string) => void,
): typeof fetch {
  const allowed = new EgressFilteringService([...declared]);
  return async (input) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!allowed.isValidUrl(url)) throw new ExternalEndpointNotAllowed(url);
    unmodelled(`fetch ${url}`);
    return new Response(null, { status: 501, statusText: 'The local host does not reach out.' });
  };
}
