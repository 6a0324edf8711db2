import type { Jira } from '../../../host/jira';
import { departures } from './exchange';
import { openApiFolder } from './specification';

/**
 * Listens to everything that is said to this Jira and by it.
 * @returns what departed from Atlassian's description so far, each departure once; always nothing where that is not at hand
 */
export function watchDepartures(jira: Pick<Jira, 'onExchange'>): ReadonlySet<string> {
  const found = new Set<string>();
  if (openApiFolder() !== null)
    jira.onExchange((exchange) => departures(exchange).forEach((one) => found.add(one)));
  return found;
}
