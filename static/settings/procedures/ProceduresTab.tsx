import './procedures.css';
import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { QueueForm } from '../../../src/contract/settings-form';
import type { DraftView } from '../../../src/contract/versions';
import { callSettings } from '../../shared/call';
import { type PageProblem, problemOf } from '../../shared/problem';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { DraftPage } from '../draft/DraftPage';
import { type SettingsDraftPage, useSettingsDraft } from '../draft/use-settings-draft';
import type { Procedure } from './describe';
import { type Place, useHybridPlace, useQueuePlace } from './place';
import { ProcedureForm } from './ProcedureForm';
import { procedures } from './tables';
import type { Values } from './values';

type OfQueue = Procedure & { id: Exclude<Procedure['id'], 'hybrid'> };

interface Open {
  readonly id: Procedure['id'];
  /** The queue's project; null for what is no queue's own. */
  readonly project: string | null;
}

/** The SOPs beside account manager escalation: where each runs, and everything it lets an organization decide. */
export default function ProceduresTab() {
  const page = useSettingsDraft();
  const [open, setOpen] = useState<Open | null>(null);
  const shown = (draft: DraftView) =>
    procedures
      .filter(({ id }) => open === null || open.id === id)
      .map((procedure) => (
        <OneProcedure
          key={procedure.id}
          procedure={procedure}
          draft={draft}
          page={page}
          open={open}
          setOpen={setOpen}
        />
      ));
  return (
    <DraftPage page={page} label="Reading the procedures">
      {shown}
    </DraftPage>
  );
}

interface Props {
  readonly procedure: Procedure;
  readonly draft: DraftView;
  readonly page: SettingsDraftPage;
  readonly open: Open | null;
  readonly setOpen: (open: Open | null) => void;
}

function OneProcedure(props: Props) {
  const { procedure, draft, open } = props;
  const { id, title, intro } = procedure;
  const rows =
    id === 'hybrid' ? (
      <HybridRow {...props} />
    ) : (
      draft.form.queues
        .filter(({ project }) => open === null || open.project === project)
        .map((queue) => (
          <QueueRow key={queue.project} {...props} procedure={procedure as OfQueue} queue={queue} />
        ))
    );
  if (open !== null) return <>{rows}</>;
  return (
    <section aria-labelledby={`procedure-${id}`} className="settings-section">
      <h2 id={`procedure-${id}`}>{title}</h2>
      <p className="settings-intro">{intro}</p>
      {draft.form.queues.length === 0 && id !== 'hybrid' && (
        <p className="empty">No queue yet. Add one on the tab “Queues and SOPs” first.</p>
      )}
      <ul className="settings-list">{rows}</ul>
    </section>
  );
}

function QueueRow({ queue, ...props }: Props & { procedure: OfQueue; queue: QueueForm }) {
  const name =
    props.draft.queues.find(({ projectId }) => projectId === queue.project)?.name ??
    `Project ${queue.project}`;
  return (
    <Row
      {...props}
      project={queue.project}
      place={useQueuePlace(props.procedure, queue, name, props.draft, props.page)}
    />
  );
}

function HybridRow(props: Props) {
  return (
    <Row
      {...props}
      project={null}
      place={useHybridPlace(props.procedure, props.draft, props.page)}
    />
  );
}

/** What an SOP cannot begin without; everything else has a usual value. */
async function leastOf({ id }: Procedure, project: string | null): Promise<Values> {
  if (id !== 'keyAccounts' || project === null) return {};
  const { priorities } = await callSettings('choices.queue', { project });
  return { floor: null, escalation: { priority: priorities[0]?.id ?? '' } };
}

function Row({
  procedure,
  place,
  project,
  draft,
  page,
  open,
  setOpen,
}: Props & { place: Place; project: string | null }) {
  const [problem, setProblem] = useState<PageProblem | null>(null);
  const { values } = place;
  const here: Open = { id: procedure.id, project };
  if (open !== null && values !== null)
    return (
      <ProcedureForm
        procedure={procedure}
        place={place}
        values={values}
        draft={draft}
        page={page}
        onClose={() => setOpen(null)}
      />
    );
  const begin = async (): Promise<void> => {
    setProblem(null);
    try {
      if (await place.begin(await leastOf(procedure, project))) setOpen(here);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const called = place.name === null ? procedure.title : `${procedure.title} in ${place.name}`;
  return (
    <li className="settings-form procedure-row">
      <div className="settings-head">
        <span className="procedure-where">
          <span className="strong">{place.name ?? 'Everywhere'}</span>
          {values === null ? (
            <Lozenge>Not run</Lozenge>
          ) : (
            <Lozenge appearance="success">Runs</Lozenge>
          )}
        </span>
        {values === null ? (
          <Button
            spacing="compact"
            isDisabled={page.busy}
            aria-label={`Begin with the usual values: ${called}`}
            onClick={() => void begin()}
          >
            Begin with the usual values
          </Button>
        ) : (
          <Button spacing="compact" aria-label={`Edit ${called}`} onClick={() => setOpen(here)}>
            Edit
          </Button>
        )}
      </div>
      {problem && <ProblemMessage problem={problem} />}
    </li>
  );
}
