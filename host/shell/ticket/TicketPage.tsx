import { AdfText } from '../adf/AdfText';
import { PageHead } from '../chrome/PageHead';
import { useReloadOn } from '../data/live';
import { type AdfNode, type IssueLink } from '../data/wire';
import { useLoad } from '../data/use-load';
import { IssueModule } from '../forge/IssueModule';
import { useModules } from '../forge/modules';
import { Moment } from '../parts/Moment';
import { Skeleton } from '../parts/Skeleton';
import { Trouble } from '../parts/Trouble';
import { paths } from '../routing/paths';
import { Activity } from './Activity';
import { Details } from './Details';
import { Links } from './Links';
import { readTicket } from './read-ticket';
import { StatusMenu } from './StatusMenu';

/** A ticket in two columns: what it is about and what was said; who, what, and the app's panels. */
export function TicketPage({ issueKey }: { readonly issueKey: string }) {
  const { value, error, reload } = useLoad(`ticket ${issueKey}`, () => readTicket(issueKey));
  useReloadOn((change) => change.type === 'issue-changed' && change.issueKey === issueKey, reload);
  const context = useModules('jira:issueContext');
  const panels = useModules('jira:issuePanel');

  if (!value && error)
    return <Trouble error={error} title={`${issueKey} cannot be shown`} onTryAgain={reload} />;
  if (!value) return <Skeleton lines={[20, 60, 90, 90, 70]} label={`Reading ${issueKey}`} />;
  const { ticket, comments } = value;
  const { fields } = ticket;
  const description = fields['description'] as AdfNode | null | undefined;
  return (
    <article className="ticket">
      <div className="ticket-main">
        <PageHead
          title={fields.summary}
          crumbs={[
            { name: fields.project?.name ?? '', to: paths.queue(fields.project?.key ?? '', '') },
            { name: ticket.key, to: paths.ticket(ticket.key) },
          ]}
        >
          <p className="subtle small">
            {fields.reporter?.displayName ?? 'Somebody'} raised this <Moment at={fields.created} />
          </p>
        </PageHead>
        {error && <Trouble error={error} title="This may be out of date" onTryAgain={reload} />}
        <section aria-labelledby="description">
          <h2 id="description" className="section-title">
            Description
          </h2>
          {description ? <AdfText node={description} /> : <p className="subtle">No description.</p>}
        </section>
        <Links links={(fields['issuelinks'] as IssueLink[] | undefined) ?? []} />
        {panels.modules.map((module) => (
          <IssueModule key={module.key} module={module} issueKey={ticket.key} onRefresh={reload} />
        ))}
        <Activity
          issueKey={ticket.key}
          comments={comments}
          histories={ticket.changelog?.histories ?? []}
          onAdded={reload}
        />
      </div>
      <aside className="ticket-side" aria-label="About the ticket">
        <StatusMenu ticket={ticket} onMoved={reload} />
        <Details ticket={ticket} onSaved={reload} />
        {context.modules.map((module) => (
          <IssueModule key={module.key} module={module} issueKey={ticket.key} onRefresh={reload} />
        ))}
        <p className="subtle small">
          Created <Moment at={fields.created} /> · Updated <Moment at={fields.updated} />
        </p>
      </aside>
    </article>
  );
}
