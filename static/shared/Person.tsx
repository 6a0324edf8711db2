import Avatar from '@atlaskit/avatar';
import type { PersonView } from '../../src/contract/why';

/** Avatar and name, on one line. */
export function Person({
  person,
  size = 'xxsmall',
}: {
  person: PersonView;
  size?: 'xxsmall' | 'small';
}) {
  return (
    <span className="person">
      <Face person={person} size={size} />
      <span>
        {person.name}
        {!person.active && <span className="subtle"> (inactive)</span>}
      </span>
    </span>
  );
}

/** The avatar alone: decoration, the name stands beside it. */
export function Face({
  person,
  size,
}: {
  person: PersonView;
  size: 'xxsmall' | 'small' | 'medium';
}) {
  return (
    <span aria-hidden="true">
      <Avatar
        size={size}
        isDisabled={!person.active}
        {...(person.avatarUrl === undefined ? {} : { src: person.avatarUrl })}
      />
    </span>
  );
}
