import './follow-ups.css';
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { FollowUpsView } from '../../../src/procedures/access-request/contract/panel';
import { Journal } from '../../shared/Journal';
import { Pending } from '../../shared/Pending';
import { EngineerForm } from './EngineerForm';
import { Headline } from './Headline';
import { Leaving } from './Leaving';
import { Privacy } from './Privacy';
import { Rows } from './Rows';
import { FollowUpsFrame } from './panel-context';

/** The follow-ups of a new engineer: who has to do what at which customer, by when, and what is at risk. */
export const FollowUps = ({ issueId }: { issueId: string }) => (
  <FollowUpsFrame issueId={issueId} Content={Content} />
);

function Content({ view }: { view: FollowUpsView }) {
  if (view.state === 'off')
    return (
      <Empty title="No access requests in this project">
        An administrator can turn them on in the Account Relay settings of this queue.
      </Empty>
    );
  if (view.state === 'none') return <NotStarted view={view} />;
  if (view.side === null)
    return (
      <Empty title="Nothing for you here">
        Follow-ups are shown to the team lead, the engineer, and the CSMs of the customers.
      </Empty>
    );
  return (
    <>
      <Pending of={view} />
      <Headline />
      <Rows />
      <Leaving />
      <Privacy />
      {view.history.length > 0 && <Journal history={view.history} empty="" />}
    </>
  );
}

function NotStarted({ view }: { view: FollowUpsView }) {
  const [open, setOpen] = useState(false);
  if (view.side !== 'team-lead') {
    return (
      <Empty title={view.expected ? 'Waiting for the team lead' : 'Not an access request'}>
        {view.expected
          ? 'The team lead starts the access request; then the customers appear here.'
          : 'A team lead can turn this ticket into the access request of a new engineer.'}
      </Empty>
    );
  }
  if (open) return <EngineerForm onClose={() => setOpen(false)} />;
  return (
    <Empty title="Accounts for a new engineer">
      One ticket per engineer, with a row per customer. Nothing is sent before employment starts and
      Internal IT is ready.
      <span className="empty-action">
        <Button appearance={view.expected ? 'primary' : 'default'} onClick={() => setOpen(true)}>
          Start access request
        </Button>
      </span>
    </Empty>
  );
}

const Empty = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <section className="empty">
    <h2>{title}</h2>
    <p className="subtle">{children}</p>
  </section>
);
