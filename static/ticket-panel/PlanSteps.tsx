import type {
  PlannedStep,
  ResponsePlan,
} from '../../src/procedures/account-manager/contract/panel';
import { Why } from '../shared/Why';

const verbOf: Readonly<Record<PlannedStep['kind'], string>> = {
  comment: 'Internal comment',
  field: 'Field',
  priority: 'Priority',
  status: 'Status',
  watcher: 'Watcher',
};

/** What will happen, with the values, before it is done. */
export function PlanSteps({ plan }: { plan: ResponsePlan }) {
  return (
    <ol className="steps plan">
      {plan.steps.map((step) => (
        <li key={`${step.kind} ${step.name}`} className="step">
          <Why why={step.why} about={step.name}>
            <Step step={step} />
          </Why>
        </li>
      ))}
    </ol>
  );
}

function Step({ step }: { step: PlannedStep }) {
  const name =
    step.kind === 'field' || step.name === '' ? step.name || verbOf[step.kind] : step.name;
  if (!step.changes) {
    return (
      <span className="subtle">
        {name}: {step.to} (already so)
      </span>
    );
  }
  return (
    <span>
      {name}:{' '}
      {step.from !== null && step.from !== '' && (
        <>
          <span className="subtle">
            <span className="for-screen-readers">from </span>
            {step.from}
          </span>
          <span aria-hidden="true"> → </span>
          <span className="for-screen-readers"> to </span>
        </>
      )}
      <span className="strong">{step.to}</span>
    </span>
  );
}
