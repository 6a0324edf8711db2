import { type Project } from '../entities';
import { type World } from '../world';
import { avatarUrls } from './people';

/** A project as issues show it. */
export const formatProjectOfIssue = (world: World, project: Project): Record<string, unknown> => ({
  self: `${world.baseUrl}/rest/api/3/project/${project.id}`,
  id: project.id,
  key: project.key,
  name: project.name,
  projectTypeKey: project.typeKey,
  simplified: false,
  avatarUrls: avatarUrls(world, 'project', project.id),
});

/** A project as lists show it. */
export const formatProject = (world: World, project: Project): Record<string, unknown> => ({
  ...formatProjectOfIssue(world, project),
  style: 'classic',
  isPrivate: false,
  properties: {},
  uuid: project.uuid,
});
