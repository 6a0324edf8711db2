import Button from '@atlaskit/button/new';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import { useState } from 'react';
import { groupPeople, homeOf, powersOf, titleOf } from '../chrome/roles';
import { PageHead } from '../chrome/PageHead';
import { send } from '../data/http';
import { type Person } from '../data/people';
import { useSession } from '../data/session';
import { useFlags } from '../parts/flags';
import { Face } from '../parts/Person';
import { navigate } from '../routing/location';
import { paths } from '../routing/paths';
import { setProgress } from './progress';
import { stories } from './stories';
import { useStep } from './use-step';

/** The first page: three stories to click through, or anybody to be. */
export function TourPage() {
  const { people, projects, person, become, appName } = useSession();
  const go = useStep();
  // Stories name people and tickets of the demo site; another site has no stories.
  const told = stories.filter(({ steps }) =>
    steps.every(({ as }) => as === undefined || people.some(({ email }) => email === as)),
  );
  const start = async (one: Person): Promise<void> => {
    await become(one.accountId);
    const first = projects[0];
    const home = homeOf(one);
    if (home === 'portal') navigate(paths.portal);
    else navigate(home === 'queues' && first ? paths.queue(first.key, '') : paths.dashboard);
  };
  return (
    <div className="tour">
      <PageHead title={`A service desk with ${appName}`} actions={<StartAfresh />}>
        <p className="lead">
          A local Jira with invented people, on its own clock. Follow a story, or be anybody and
          look around; nothing leaves this machine.
        </p>
      </PageHead>
      {told.length > 0 && (
        <section aria-labelledby="stories">
          <h2 id="stories" className="section-title">
            Stories, each under two minutes
          </h2>
          <ol className="stories">
            {told.map((story, index) => (
              <li key={story.id} className="card">
                <h3>
                  {index + 1}. {story.title}
                </h3>
                <p className="subtle">{story.about}</p>
                <Button
                  appearance={index === 0 ? 'primary' : 'default'}
                  onClick={() => void go(story, 0)}
                >
                  Start
                </Button>
              </li>
            ))}
          </ol>
        </section>
      )}
      <section aria-labelledby="people">
        <h2 id="people" className="section-title">
          Or choose who you are
        </h2>
        {groupPeople(people).map((group) => (
          <div key={group.name} className="people-group">
            <h3>{group.name}</h3>
            <ul className="people-cards">
              {group.people.map((one) => (
                <li key={one.accountId}>
                  <button
                    type="button"
                    className="person-card"
                    aria-pressed={one.accountId === person?.accountId}
                    onClick={() => void start(one)}
                  >
                    <Face user={one} size="large" />
                    <span>
                      <span className="strong">{one.displayName}</span>
                      <span className="subtle small">{titleOf(one)}</span>
                      <span className="subtle small">{powersOf(one)}</span>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
    </div>
  );
}

/** Everything as it was in the beginning: the host then tells every open page to begin anew. */
function StartAfresh() {
  const flags = useFlags();
  const [busy, setBusy] = useState(false);
  const reset = async (): Promise<void> => {
    setBusy(true);
    try {
      setProgress(null);
      await send('POST', '/__host/reset', {});
    } catch (error) {
      flags.show({
        id: 'reset',
        type: 'error',
        title: 'The site was not reset',
        description: (error as Error).message,
      });
      setBusy(false);
    }
  };
  return (
    <Button iconBefore={RefreshIcon} isLoading={busy} onClick={() => void reset()}>
      Start afresh
    </Button>
  );
}
