import { type ReactElement, useEffect } from 'react';
import { AdminPage } from './admin/AdminPage';
import { MailPage } from './admin/MailPage';
import { PeoplePage } from './admin/PeoplePage';
import { seesQueues } from './chrome/roles';
import { DashboardPage } from './dashboard/DashboardPage';
import { useSession } from './data/session';
import { Empty } from './parts/Empty';
import { PortalPage } from './portal/PortalPage';
import { RaisePage } from './portal/RaisePage';
import { RequestPage } from './portal/RequestPage';
import { ProjectPage } from './forge/ProjectPage';
import { QueuePage } from './queues/QueuePage';
import { SearchPage } from './queues/SearchPage';
import { Link } from './routing/Link';
import { navigate, useLocation } from './routing/location';
import { type Page, pageAt, paths } from './routing/paths';
import { TicketPage } from './ticket/TicketPage';
import { TourPage } from './tour/TourPage';

/** Customers see the portal only: a link to a ticket leads them to their request, any other inner page to the portal. */
function forCustomers(page: Page): string | null {
  switch (page.kind) {
    case 'tour':
    case 'portal':
    case 'raise':
    case 'request':
      return null;
    case 'ticket':
      return paths.request(page.key);
    default:
      return paths.portal;
  }
}

/** The page of the address, for the person at the keyboard. */
export function Pages(): ReactElement {
  const { person } = useSession();
  const page = pageAt(useLocation());
  const elsewhere = person !== null && !seesQueues(person) ? forCustomers(page) : null;
  useEffect(() => {
    if (elsewhere !== null) navigate(elsewhere, 'replace');
  }, [elsewhere]);
  if (person === null || elsewhere !== null) return <TourPage />;
  switch (page.kind) {
    case 'tour':
      return <TourPage />;
    case 'queue':
      return <QueuePage key={page.project} project={page.project} queue={page.queue} />;
    case 'ticket':
      return <TicketPage key={page.key} issueKey={page.key} />;
    case 'project-page':
      return (
        <ProjectPage
          key={`${page.project} ${page.module}`}
          project={page.project}
          module={page.module}
        />
      );
    case 'search':
      return <SearchPage jql={page.jql} />;
    case 'dashboard':
      return <DashboardPage />;
    case 'portal':
      return <PortalPage />;
    case 'raise':
      return <RaisePage key={page.desk} desk={page.desk} />;
    case 'request':
      return <RequestPage key={page.key} issueKey={page.key} />;
    case 'admin':
      return page.section === 'people' ? (
        <PeoplePage />
      ) : page.section === 'mail' ? (
        <MailPage />
      ) : (
        <AdminPage module={page.module} />
      );
    case 'unknown':
      return (
        <Empty title="There is nothing at this address.">
          <Link to={paths.tour}>Go to the tour</Link>
        </Empty>
      );
  }
}
