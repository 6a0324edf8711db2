import './queues.css';
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { DraftView } from '../../../src/contract/versions';
import { DraftPage } from '../draft/DraftPage';
import { useSettingsDraft } from '../draft/use-settings-draft';
import { AddQueue } from './AddQueue';
import { QueueEditor } from './QueueEditor';
import { WholeSop } from './WholeSop';

/** The queues, each with its SOP entries; and the SOP that all of it writes. */
export default function QueuesTab() {
  const page = useSettingsDraft();
  const [open, setOpen] = useState<string | null>(null);
  const queues = (draft: DraftView) => {
    const queue = draft.form.queues.find(({ project }) => project === open);
    if (queue !== undefined) {
      return (
        <QueueEditor
          key={queue.project}
          saved={queue}
          name={nameOf(draft, queue.project)}
          draft={draft}
          page={page}
          onClose={() => setOpen(null)}
        />
      );
    }
    return (
      <>
        <section aria-labelledby="queues" className="settings-section">
          <h2 id="queues">Queues</h2>
          <ul className="settings-list">
            {draft.form.queues.map(({ project, entries }) => (
              <li key={project} className="settings-form queue-row">
                <div className="settings-head">
                  <h3>{nameOf(draft, project)}</h3>
                  <Button
                    spacing="compact"
                    aria-label={`Edit ${nameOf(draft, project)}`}
                    onClick={() => setOpen(project)}
                  >
                    Edit
                  </Button>
                </div>
                <p className="subtle">{entries.map(({ name }) => name).join(' · ')}</p>
              </li>
            ))}
          </ul>
          {draft.form.queues.length === 0 && (
            <p className="empty">
              No queue yet. A queue is a service project in which account managers are looped in.
            </p>
          )}
          <AddQueue draft={draft} page={page} onAdded={setOpen} />
        </section>
        <WholeSop draft={draft} />
      </>
    );
  };
  return (
    <DraftPage page={page} label="Reading the queues">
      {queues}
    </DraftPage>
  );
}

const nameOf = ({ queues }: DraftView, project: string): string =>
  queues.find(({ projectId }) => projectId === project)?.name ?? `Project ${project}`;
