import Avatar, { type AvatarPropTypes } from '@atlaskit/avatar';
import { type JiraUser } from '../data/wire';

type Size = NonNullable<AvatarPropTypes['size']>;

const pictureOf = (user: Pick<JiraUser, 'avatarUrls'>): string | undefined => user.avatarUrls?.['48x48'];

/** The picture alone, for where the name stands beside it already. */
export function Face({ user, size = 'small' }: { readonly user: Pick<JiraUser, 'avatarUrls' | 'displayName'> | null; readonly size?: Size }) {
  const src = user ? pictureOf(user) : undefined;
  return <Avatar size={size} borderColor="transparent" {...(src ? { src } : {})} />;
}

/** Picture and name. */
export function PersonName({ user, nobody = 'Nobody', size = 'small' }: { readonly user: JiraUser | null | undefined; readonly nobody?: string; readonly size?: Size }) {
  return (
    <span className="person">
      <Face user={user ?? null} size={size} />
      <span className={user ? undefined : 'subtle'}>{user?.displayName ?? nobody}</span>
    </span>
  );
}
