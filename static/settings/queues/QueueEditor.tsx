import Button from '@atlaskit/button/new';
import { useEffect, useMemo, useState } from 'react';
import type { QueueChoices } from '../../../src/contract/settings-choices';
import type { QueueForm } from '../../../src/contract/settings-form';
import type { DraftView } from '../../../src/contract/versions';
import { callSettings } from '../call';
import { type PageProblem, problemOf } from '../../shared/problem';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { Skeleton } from '../../shared/Skeleton';
import { problemsAt } from '../draft/problems-at';
import { useUnsaved } from '../draft/unsaved';
import { usePreview } from '../draft/use-preview';
import type { SettingsDraftPage } from '../draft/use-settings-draft';
import { Bounds } from './Bounds';
import { Entries } from './Entries';
import { JiraPlaces } from './JiraPlaces';
import { LivingSop } from './LivingSop';
import { Readings } from './Readings';
import { SaveQueue } from './SaveQueue';

interface Props {
  readonly saved: QueueForm;
  readonly name: string;
  readonly draft: DraftView;
  readonly page: SettingsDraftPage;
  readonly onClose: () => void;
}

const preview = (queue: QueueForm) => callSettings('sop.preview', { queue });

/** One queue: the form, and beside it the SOP that it writes. */
export function QueueEditor({ saved, name, draft, page, onClose }: Props) {
  const editing = useUnsaved(`queue ${saved.project}`, `queue “${name}”`, saved);
  const { value: queue, set } = editing;
  const [choices, setChoices] = useState<QueueChoices | null>(null);
  const [problem, setProblem] = useState<PageProblem | null>(null);
  const { answer, isFresh } = usePreview(preview, queue);
  const at = useMemo(() => problemsAt(answer?.problems ?? []), [answer]);
  useEffect(() => {
    callSettings('choices.queue', { project: saved.project }).then(setChoices, (error: unknown) =>
      setProblem(problemOf(error)),
    );
  }, [saved.project]);
  const save = async (): Promise<void> => {
    if (
      await page.save(
        { part: 'queue', key: queue.project, value: queue },
        `${name} is saved to the draft.`,
      )
    )
      editing.reset();
  };
  const remove = async (): Promise<void> => {
    if (
      !(await page.save(
        { part: 'queue', key: saved.project, value: null },
        `${name} is removed in the draft.`,
      ))
    )
      return;
    editing.reset();
    onClose();
  };
  return (
    <section className="queue-editor" aria-labelledby="queue">
      <div className="settings-head">
        <h2 id="queue">{name}</h2>
        <Button appearance="subtle" onClick={onClose}>
          Back to the queues
        </Button>
      </div>
      {problem && <ProblemMessage problem={problem} />}
      {choices === null && problem === null && (
        <Skeleton lines={[40, 80, 80, 60]} label="Reading what Jira has" />
      )}
      {choices && (
        <>
          <div className="queue-columns">
            <div className="queue-form">
              <JiraPlaces
                queue={queue}
                set={set}
                choices={choices}
                calendars={draft.form.calendars}
                at={at}
              />
              <Entries queue={queue} set={set} choices={choices} at={at} />
              <Readings queue={queue} set={set} at={at} />
              <Bounds queue={queue} set={set} choices={choices} at={at} />
            </div>
            <LivingSop name={name} preview={answer} entries={queue.entries} />
          </div>
          <SaveQueue
            editing={editing}
            busy={page.busy}
            wrong={isFresh ? (answer?.problems.length ?? 0) : 0}
            onSave={() => void save()}
            onRemove={() => void remove()}
          />
        </>
      )}
    </section>
  );
}
