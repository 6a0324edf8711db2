import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { callSettings } from '../call';
import { download } from '../../shared/files';
import { type PageProblem, problemOf } from '../../shared/problem';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { announce } from '../../shared/tell';

/** What is in force as one file, everything by name. */
export function ExportSettings() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PageProblem | null>(null);
  const save = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const { name, configuration } = await callSettings('settings.export', {});
      download(
        name,
        new Blob([`${JSON.stringify(configuration, null, 2)}\n`], { type: 'application/json' }),
      );
      announce(`${name} is downloaded.`);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby="export" className="settings-section">
      <h2 id="export">Export</h2>
      <p className="settings-intro">
        One file with everything that is in force, by name: queues, SOP entries, roles, calendars
        and absences. Another site can import it. Customer accounts are exported on their own tab.
      </p>
      {problem && <ProblemMessage problem={problem} />}
      <div>
        <Button isLoading={busy} onClick={() => void save()}>
          Download the settings
        </Button>
      </div>
    </section>
  );
}
