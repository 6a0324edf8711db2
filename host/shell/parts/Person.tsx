import Avatar from '@atlaskit/avatar';
import { type JiraUser } from '../data/wire';
import { Initials } from './Initials';

type Pictures = Readonly<Record<string, string>>;

/** Somebody as Jira, JSM or the host tells of them; JSM has the pictures among its links. */
interface Somebody {
  readonly displayName: string;
  readonly avatarUrls?: Pictures;
  readonly _links?: { readonly avatarUrls?: Pictures };
}

const pixels = { xsmall: 16, small: 24, medium: 32, large: 40 } as const;

type Size = keyof typeof pixels;

/** The picture alone, for where the name stands beside it already; initials for somebody without one. */
export function Face({
  user,
  size = 'small',
}: {
  readonly user: Somebody | null;
  readonly size?: Size;
}) {
  if (user === null) return <Avatar size={size} borderColor="transparent" />;
  const src = (user.avatarUrls ?? user._links?.avatarUrls)?.['48x48'];
  return src === undefined ? (
    <Initials name={user.displayName} size={pixels[size]} />
  ) : (
    <Avatar size={size} src={src} borderColor="transparent" />
  );
}

/** Picture and name. */
export function PersonName({
  user,
  nobody = 'Nobody',
  size = 'small',
}: {
  readonly user: JiraUser | null | undefined;
  readonly nobody?: string;
  readonly size?: Size;
}) {
  return (
    <span className="person">
      <Face user={user ?? null} size={size} />
      <span className={user ? undefined : 'subtle'}>{user?.displayName ?? nobody}</span>
    </span>
  );
}
