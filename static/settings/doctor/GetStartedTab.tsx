import './doctor.css';
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { DoctorView, FieldCreated } from '../../../src/contract/doctor';
import { callSettings } from '../call';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { Skeleton } from '../../shared/Skeleton';
import { announce } from '../../shared/tell';
import { useLive } from '../../shared/use-live';
import { CreatedField } from './CreatedField';
import { QueueLooks } from './QueueLooks';
import { FirstSteps } from './FirstSteps';
import type { Mending } from './Offer';
import { Section } from './Section';
import { summary } from './standing';
import { useExamination } from './use-examination';

const load = (): Promise<DoctorView> => callSettings('doctor.get', {});
const liveliness = { every: () => 10 * 60_000, on: {} };

/** The first tab: is everything there that the SOPs need, and what is to be mended? */
export default function GetStartedTab() {
  const { received, problem, read, show } = useLive(load, liveliness);
  const view = received?.view ?? null;
  return (
    <>
      {problem && (
        <ProblemMessage
          problem={problem}
          {...(problem.code === 'permission' ? {} : { onTryAgain: () => void read() })}
        />
      )}
      {view === null && problem === null && (
        <Skeleton lines={[30, 60, 60, 60]} label="Reading what was checked last" />
      )}
      {view !== null &&
        (view.version === null ? <FirstSteps /> : <Checklist view={view} show={show} />)}
    </>
  );
}

function Checklist({ view, show }: { view: DoctorView; show: (view: DoctorView) => void }) {
  const { now, problems, examine } = useExamination(show);
  const { sections, version } = view;
  const [made, setMade] = useState<FieldCreated | null>(null);
  const mending: Mending = {
    onUse: async ({ projectId, place, field }) => {
      show(
        await callSettings('doctor.use-field', {
          projectId,
          place,
          fieldId: field.id,
          expectedVersion: version ?? 0,
        }),
      );
      setMade(null);
    },
    onCreate: async ({ projectId, place }) => {
      const created = await callSettings('doctor.create-field', {
        projectId,
        place,
        expectedVersion: version ?? 0,
      });
      show(created.view);
      setMade(created);
      announce(
        created.created
          ? `The field ${created.field.name} was created.`
          : `Jira has the field ${created.field.name} already.`,
      );
    },
  };
  return (
    <section className="checklist" aria-labelledby="checklist">
      <header className="checklist-head">
        <div>
          <h2 id="checklist">Is everything in place?</h2>
          <p className="subtle">
            Version {version} of the settings is in force. {summary(sections)}
          </p>
          <p role="status" className="subtle small">
            {now !== null &&
              `Checking ${now.title}, ${now.place} of ${now.of}. Each takes a few seconds.`}
          </p>
        </div>
        <Button
          appearance="primary"
          isDisabled={now !== null}
          onClick={() => void examine(sections)}
        >
          Check everything
        </Button>
      </header>
      <QueueLooks queues={view.queues} />
      {made !== null && <CreatedField {...made} />}
      {sections.map((section) => (
        <Section
          key={section.id}
          section={section}
          busy={now?.id === section.id}
          waiting={now !== null && now.id !== section.id}
          problem={problems[section.id] ?? null}
          onExamine={() => void examine([section])}
          mending={mending}
        />
      ))}
    </section>
  );
}
