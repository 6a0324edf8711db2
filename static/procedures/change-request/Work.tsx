import { type ReactNode } from 'react';
import type { ChangeAction, NextView } from '../../../src/procedures/change-request/contract/panel';
import { Why } from '../../shared/Why';
import { BehindButton } from './BehindButton';
import { ClassificationForm } from './ClassificationForm';
import { CompleteForm } from './CompleteForm';
import { CostStep } from './CostStep';
import { CreateIssue } from './CreateIssue';
import { DueDateForm } from './DueDateForm';
import { ImpactForm } from './ImpactForm';
import { InterfaceForm } from './InterfaceForm';
import { useChange } from './panel-context';
import { RequirementForm } from './RequirementForm';
import { ShareForm } from './ShareForm';

/** What a step needs to be done: a form behind a button, or a button alone. */
export function Work({ next: { step, title } }: { next: NextView }) {
  const form = (action: ChangeAction, label: string, open: (close: () => void) => ReactNode) => (
    <Allowed action={action} about={title}>
      <div className="buttons">
        <BehindButton label={label} appearance="primary">
          {open}
        </BehindButton>
      </div>
    </Allowed>
  );
  switch (step) {
    case 'classified':
      return form('save-classification', 'Say what it means in cost', (close) => (
        <ClassificationForm onClose={close} />
      ));
    case 'requirement':
      return form('save-requirement', 'Write the requirement', (close) => (
        <RequirementForm onClose={close} />
      ));
    case 'impact':
      return form('save-impact', 'Add approach and effort', (close) => (
        <ImpactForm onClose={close} />
      ));
    case 'cost':
      return (
        <Allowed action="save-cost" about={title}>
          <CostStep />
        </Allowed>
      );
    case 'issue':
      return (
        <Allowed action="create-issue" about={title}>
          <CreateIssue />
        </Allowed>
      );
    case 'due-date':
      return form('save-due-date', 'Give the due date', (close) => <DueDateForm onClose={close} />);
    case 'interface':
      return form('save-interface', 'Describe the interface', (close) => (
        <InterfaceForm onClose={close} />
      ));
    case 'interface-shared':
      return form('share-interface', 'Share with the customer', (close) => (
        <ShareForm onClose={close} />
      ));
    default:
      return form('complete', `${title}: done`, (close) => (
        <CompleteForm step={step} onClose={close} />
      ));
  }
}

/** The means, for whoever may; the rule, for everybody else. */
function Allowed({
  action,
  about,
  children,
}: {
  action: ChangeAction;
  about: string;
  children: ReactNode;
}) {
  const { view } = useChange();
  const permission = view.actions[action];
  if (permission.allowed) return <>{children}</>;
  return (
    <Why why={permission.why} question="Why not?" about={`not by me: ${about}`}>
      <span className="subtle small">Not by you now.</span>
    </Why>
  );
}
