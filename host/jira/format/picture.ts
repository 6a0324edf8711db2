import { type World } from '../world';

const colors = [
  '#0055CC',
  '#5E4DB2',
  '#216E4E',
  '#A54800',
  '#AE2E24',
  '#206A83',
  '#943D73',
  '#4C6B1F',
];

function nameOf(world: World, type: string, id: string): string | null {
  switch (type) {
    case 'user':
      return [...world.users.values()].find(({ avatarId }) => avatarId === id)?.displayName ?? null;
    case 'project':
      return world.projects.get(id)?.name ?? null;
    case 'issuetype':
      return world.issueTypes.get(id)?.name ?? null;
    default:
      return null;
  }
}

/** Shown to anybody, and for long. */
export const pictureHeaders = {
  'content-type': 'image/svg+xml',
  'cache-control': 'public, max-age=86400',
};

/** The picture of a user, a project or an issue type as SVG: initials. Null when there is none. */
export function picture(world: World, type: string, id: string): string | null {
  const name = nameOf(world, type, id);
  if (name === null) return null;
  const initials = name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" fill="${colors[Number(id) % colors.length]}"/>` +
    `<text x="24" y="31" font-family="sans-serif" font-size="20" fill="#fff" text-anchor="middle">${initials}</text></svg>`
  );
}
