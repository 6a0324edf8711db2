import Button from '@atlaskit/button/new';
import { PageHead } from '../chrome/PageHead';
import { groupPeople, powersOf, titleOf } from '../chrome/roles';
import { useSession } from '../data/session';
import { Face } from '../parts/Person';

/** Everybody of the site, what they may do, and the way to become them. */
export function PeoplePage() {
  const { people, person, become } = useSession();
  return (
    <>
      <PageHead title="People" />
      {groupPeople(people).map((group) => (
        <section key={group.name}>
          <h2 className="section-title">{group.name}</h2>
          <div className="table-frame">
            <table className="people">
              <tbody>
                {group.people.map((one) => (
                  <tr key={one.accountId}>
                    <td>
                      <span className="person">
                        <Face user={one} />
                        <span className="strong">{one.displayName}</span>
                        {!one.active && <span className="subtle small">deactivated</span>}
                      </span>
                    </td>
                    <td>{titleOf(one)}</td>
                    <td className="subtle">{powersOf(one)}</td>
                    <td className="subtle extra">{one.email}</td>
                    <td className="row-action">
                      {one.accountId === person?.accountId ? (
                        <span className="subtle small">That is you</span>
                      ) : (
                        <Button
                          spacing="compact"
                          aria-label={`Become ${one.displayName}`}
                          onClick={() => void become(one.accountId)}
                        >
                          Become
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </>
  );
}
