import './procedures.css';
import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { QueueForm } from '../../../src/contract/settings-form';
import {
  isRequired,
  mayBeNull,
  type SettingsDescription,
  type Values,
  withValue,
} from '../../../src/contract/settings-description';
import type { DraftView } from '../../../src/contract/versions';
import { described } from '../../procedures/settings';
import { callSettings } from '../call';
import { type PageProblem, problemOf } from '../../shared/problem';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { DraftPage } from '../draft/DraftPage';
import { type SettingsDraftPage, useSettingsDraft } from '../draft/use-settings-draft';
import { type Place, useQueuePlace, useSitePlace } from './place';
import { ProcedureForm } from './ProcedureForm';

interface Open {
  readonly id: string;
  /** The queue's project; null for what is no queue's own. */
  readonly project: string | null;
}

/** The SOPs beside account manager escalation: where each runs, and everything it lets an organization decide. */
export default function ProceduresTab() {
  const page = useSettingsDraft();
  const [open, setOpen] = useState<Open | null>(null);
  const shown = (draft: DraftView) =>
    described
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
  readonly procedure: SettingsDescription;
  readonly draft: DraftView;
  readonly page: SettingsDraftPage;
  readonly open: Open | null;
  readonly setOpen: (open: Open | null) => void;
}

function OneProcedure(props: Props) {
  const { procedure, draft, open } = props;
  const { id, title, intro, of } = procedure;
  const rows =
    of === 'site' ? (
      <SiteRow {...props} />
    ) : (
      draft.form.queues
        .filter(({ project }) => open === null || open.project === project)
        .map((queue) => <QueueRow key={queue.project} {...props} queue={queue} />)
    );
  if (open !== null) return <>{rows}</>;
  return (
    <section aria-labelledby={`procedure-${id}`} className="settings-section">
      <h2 id={`procedure-${id}`}>{title}</h2>
      <p className="settings-intro">{intro}</p>
      {draft.form.queues.length === 0 && of === 'queue' && (
        <p className="empty">No queue yet. Add one on the tab “Queues and SOPs” first.</p>
      )}
      <ul className="settings-list">{rows}</ul>
    </section>
  );
}

function QueueRow({ queue, ...props }: Props & { queue: QueueForm }) {
  const name =
    props.draft.queues.find(({ projectId }) => projectId === queue.project)?.name ??
    `Project ${queue.project}`;
  return (
    <Row
      {...props}
      project={queue.project}
      place={useQueuePlace(props.procedure, { saved: queue, name }, props.draft, props.page)}
    />
  );
}

function SiteRow(props: Props) {
  return (
    <Row {...props} project={null} place={useSitePlace(props.procedure, props.draft, props.page)} />
  );
}

/** What an SOP cannot begin without: nothing where that is a choice, else the first that Jira has; the rest is as usual. */
async function leastOf({ values }: SettingsDescription, project: string | null): Promise<Values> {
  const needed = values.filter(isRequired);
  if (needed.length === 0 || project === null) return {};
  const { priorities } = await callSettings('choices.queue', { project });
  return needed.reduce<Values>(
    (all, field) => withValue(all, field.path, mayBeNull(field) ? null : (priorities[0]?.id ?? '')),
    {},
  );
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
