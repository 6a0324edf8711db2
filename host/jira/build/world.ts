import { type Clock } from '../../clock';
import { type FaultBox } from '../../faults';
import { type Site } from '../site';
import { World } from '../world';
import { buildIssue } from './issues';
import { buildPeople } from './people';
import { buildProject, projectIdsOf } from './projects';
import { buildSchemes } from './schemes';

/**
 * A site as data becomes a world that works. The same seed gives the same ids.
 * @throws Error when the seed names something it does not have
 */
export function buildWorld(
  site: Site,
  options: { clock: Clock; faults: FaultBox; baseUrl: string },
): World {
  const world = new World({
    ...options,
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    name: site.name,
    timeZone: site.timeZone,
  });
  const projectIds = projectIdsOf(site);
  buildPeople(world, site, projectIds);
  buildSchemes(world, site, projectIds);
  for (const project of site.projects) buildProject(world, project);
  for (const issue of site.issues ?? []) buildIssue(world, issue);
  return world;
}
