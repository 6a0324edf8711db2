import { type Destination } from '../../bridge/page/surroundings';
import { navigate } from '../routing/location';
import { paths } from '../routing/paths';

/** The address of a place the app names, or null for one this Jira does not have. */
export function urlOf({ url, target, issueKey, moduleKey }: Destination): URL | null {
  const origin = window.location.origin;
  if (url !== undefined) return new URL(url, origin);
  switch (target) {
    case 'issue':
      return issueKey === undefined ? null : new URL(paths.ticket(issueKey), origin);
    case 'dashboard':
      return new URL(paths.dashboard, origin);
    case 'userProfile':
      return new URL(paths.people, origin);
    case 'module':
      return moduleKey === undefined ? null : new URL(paths.adminPage(moduleKey), origin);
    default:
      return null;
  }
}

/** Goes there: within these pages without loading anew, elsewhere only in a new tab, as Forge asks people to confirm. */
export function goTo(destination: Destination): void {
  const url = urlOf(destination);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new Error('The local Jira has no such place.');
  if (destination.type !== 'new-tab' && url.origin === window.location.origin)
    return navigate(url.pathname + url.search);
  window.open(url, '_blank', 'noopener');
}
