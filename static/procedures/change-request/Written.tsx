import { type ReactNode } from 'react';
import type { ChangeAction } from '../../../src/procedures/change-request/contract/panel';
import { spellDay } from '../../shared/days';
import { BehindButton } from './BehindButton';
import { ClassificationForm } from './ClassificationForm';
import { CompleteForm } from './CompleteForm';
import { DueDateForm } from './DueDateForm';
import { ImpactForm } from './ImpactForm';
import { InterfaceForm } from './InterfaceForm';
import { Money } from './Money';
import { useChange, useContent } from './panel-context';
import { RequirementForm } from './RequirementForm';
import { UntestedForm } from './UntestedForm';

/** What the change request says so far, part by part; each can be changed by whoever wrote it. */
export function Written() {
  const content = useContent();
  const { from, until } = content.timeline;
  const written = content.interface?.headings.filter(({ text }) => text !== '') ?? [];
  return (
    <section aria-labelledby="written" className="stack">
      <h2 id="written" className="section">
        What it says <span className="subtle">version {content.version}</span>
      </h2>
      <Part
        title="Cost for the customer"
        action="save-classification"
        form={(close) => <ClassificationForm onClose={close} />}
      >
        {content.chargeable ? 'Charged.' : 'Not charged.'} {content.implication}
        {content.customerRep !== null && (
          <span className="subtle small"> On behalf of {content.customerRep.name}.</span>
        )}
      </Part>
      {(content.requirement !== '' || content.documentUrl !== null) && (
        <Part
          title="Requirement"
          action="save-requirement"
          form={(close) => <RequirementForm onClose={close} />}
        >
          {content.requirement === '' ? 'In the linked document.' : content.requirement}
        </Part>
      )}
      {content.approach !== '' && (
        <Part
          title="Impact and effort"
          action="save-impact"
          form={(close) => <ImpactForm onClose={close} />}
          below={<Money />}
        >
          {content.approach}
          {(from !== null || until !== null) && (
            <span className="subtle small">
              {' '}
              Tentatively {from === null ? '' : `from ${spellDay(from)} `}
              {until === null ? '' : `until ${spellDay(until)}`}.
            </span>
          )}
        </Part>
      )}
      {content.dueDate !== null && (
        <Part
          title="Due date"
          action="save-due-date"
          form={(close) => <DueDateForm onClose={close} />}
        >
          {spellDay(content.dueDate)}, firm.
        </Part>
      )}
      {content.interface !== null && (
        <Part
          title="Interface"
          action="save-interface"
          form={(close) => <InterfaceForm onClose={close} />}
          below={
            written.length > 0 && (
              <dl className="facts">
                {written.map(({ heading, title, text }) => (
                  <div key={heading}>
                    <dt>{title}</dt>
                    <dd>{text}</dd>
                  </div>
                ))}
              </dl>
            )
          }
        >
          {written.length === 0 ? 'In the linked document.' : null}
        </Part>
      )}
      <Builds />
    </section>
  );
}

function Part({
  title,
  action,
  form,
  below,
  children,
}: {
  title: string;
  action: ChangeAction;
  form: (close: () => void) => ReactNode;
  below?: ReactNode;
  children: ReactNode;
}) {
  const { view } = useChange();
  // Where this is the present step, its form stands in the box above.
  const open =
    view.actions[action].allowed &&
    !view.next.some(
      ({ step }) =>
        `save-${step}` === action || (step === 'classified' && action === 'save-classification'),
    );
  return (
    <div className="part">
      <div className="part-head">
        <h3>{title}</h3>
        {open && (
          <BehindButton label="Edit" about={title} appearance="subtle" compact>
            {form}
          </BehindButton>
        )}
      </div>
      {children !== null && <p className="part-text">{children}</p>}
      {below}
    </div>
  );
}

/** What is deployed where; another build may follow, and is tested again. */
function Builds() {
  const { view } = useChange();
  const { builds } = useContent();
  if (builds.length === 0) return null;
  return (
    <div className="part">
      <h3>Deployed</h3>
      <ul className="plain-list">
        {builds.map(({ environment, build, untested }) => {
          const step = view.steps.find((one) => one.environment === environment);
          const again =
            view.state === 'running' &&
            step !== undefined &&
            step.state === 'done' &&
            view.yourRoles.includes(step.owner);
          return (
            <li key={environment} className="part-head">
              <span>
                {environment}: {build}
                {untested !== null && (
                  <span className="subtle small">
                    {' '}
                    not tested: {untested.reason} ({untested.by.name})
                  </span>
                )}
              </span>
              {again && (
                <BehindButton
                  label="Deploy another build"
                  about={`to ${environment}`}
                  appearance="subtle"
                  compact
                >
                  {(close) => (
                    <CompleteForm step={step.key} permission={{ allowed: true }} onClose={close} />
                  )}
                </BehindButton>
              )}
            </li>
          );
        })}
      </ul>
      {view.state === 'running' && view.actions['allow-untested'].allowed && (
        <div className="buttons">
          <BehindButton label={view.actions['allow-untested'].title} appearance="subtle" compact>
            {(close) => <UntestedForm onClose={close} />}
          </BehindButton>
        </div>
      )}
    </div>
  );
}
