import AppsIcon from '@atlaskit/icon/core/apps';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import CompassIcon from '@atlaskit/icon/core/compass';
import DashboardIcon from '@atlaskit/icon/core/dashboard';
import EmailIcon from '@atlaskit/icon/core/email';
import PeopleGroupIcon from '@atlaskit/icon/core/people-group';
import SupportIcon from '@atlaskit/icon/core/support';
import { type ReactNode, useState } from 'react';
import { useReloadOn } from '../data/live';
import { type Project } from '../data/people';
import { useSession } from '../data/session';
import { useLoad } from '../data/use-load';
import { useModules } from '../forge/modules';
import { readQueues } from '../queues/queues';
import { Link } from '../routing/Link';
import { useLocation } from '../routing/location';
import { paths } from '../routing/paths';
import { Skeleton } from '../parts/Skeleton';
import { seesQueues } from './roles';

/** The left column: the queues of every project with their counts, then the other places. */
export function Navigation({ onFollow }: { readonly onFollow: () => void }) {
  const { projects, person } = useSession();
  const inside = seesQueues(person);
  return (
    <nav
      className="navigation"
      aria-label="Jira"
      onClick={(event) =>
        event.target instanceof HTMLElement && event.target.closest('a') && onFollow()
      }
    >
      <ul>
        <Item to={paths.tour} icon={<CompassIcon label="" />}>
          Tour
        </Item>
        {inside && (
          <Item to={paths.dashboard} icon={<DashboardIcon label="" />}>
            Dashboard
          </Item>
        )}
        <Item to={paths.portal} icon={<SupportIcon label="" />} within={paths.portal}>
          Customer portal
        </Item>
      </ul>
      {inside && projects.map((project) => <ProjectQueues key={project.key} project={project} />)}
      {inside && (
        <>
          <h2 className="navigation-title">Administration</h2>
          <ul>
            {person?.role === 'admin' && (
              <Item to={paths.admin} icon={<AppsIcon label="" />} within="/admin/apps">
                Apps
              </Item>
            )}
            <Item to={paths.people} icon={<PeopleGroupIcon label="" />}>
              People
            </Item>
            <Item to={paths.mail} icon={<EmailIcon label="" />}>
              Notification mail
            </Item>
          </ul>
        </>
      )}
    </nav>
  );
}

function ProjectQueues({ project }: { readonly project: Project }) {
  const { person } = useSession();
  const [open, setOpen] = useState(true);
  const { value, error, reload } = useLoad(`queues ${project.key} ${person?.accountId}`, () =>
    readQueues(project, person),
  );
  useReloadOn(({ type }) => type === 'issue-changed', reload, 600);
  const { modules: pages } = useModules('jira:projectPage');
  const Chevron = open ? ChevronDownIcon : ChevronRightIcon;
  return (
    <section>
      <h2>
        <button
          type="button"
          className="navigation-project"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Chevron label="" size="small" />
          <span className="project-key">{project.key}</span>
          <span className="clipped">{project.name}</span>
        </button>
      </h2>
      {open && error && <p className="subtle small navigation-note">{error.message}</p>}
      {open && !value && !error && (
        <div className="navigation-note">
          <Skeleton lines={[70, 50, 60]} label="Reading the queues" />
        </div>
      )}
      {open && value && (
        <ul>
          {value.map((queue) => (
            <Item key={queue.id} to={paths.queue(project.key, queue.id)} count={queue.issueCount}>
              {queue.name}
            </Item>
          ))}
          {pages.map((page) => (
            <Item key={page.key} to={paths.projectPage(project.key, page.key)}>
              {page.title}
            </Item>
          ))}
        </ul>
      )}
    </section>
  );
}

interface ItemProps {
  readonly to: string;
  readonly icon?: ReactNode;
  readonly count?: number | null;
  /** Also current on the pages below this path. */
  readonly within?: string;
  readonly children: ReactNode;
}

function Item({ to, icon, count, within, children }: ItemProps) {
  const { pathname } = useLocation();
  const isCurrent = pathname === to || (within !== undefined && pathname.startsWith(`${within}/`));
  return (
    <li>
      <Link
        to={to}
        className={icon ? 'navigation-item' : 'navigation-item navigation-sub-item'}
        aria-current={isCurrent ? 'page' : undefined}
      >
        {icon}
        <span className="clipped">{children}</span>
        {count != null && <span className="count">{count}</span>}
      </Link>
    </li>
  );
}
