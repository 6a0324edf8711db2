import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useCallback, useEffect, useState } from 'react';
import type { DraftView, VersionView } from '../../../src/contract/versions';
import { callSettings } from '../call';
import { Moment } from '../../shared/Moment';
import { Person } from '../../shared/Person';
import { type PageProblem, problemOf } from '../../shared/problem';
import { ProblemMessage } from '../../shared/ProblemMessage';
import type { SettingsDraftPage } from '../draft/use-settings-draft';
import { Compare } from './Compare';
import { Problems } from './Problems';
import { Restore } from './Restore';

/** Every version that was in force, newest first. */
export function VersionList({ draft, page }: { draft: DraftView; page: SettingsDraftPage }) {
  const live = draft.live?.version ?? null;
  const [versions, setVersions] = useState<readonly VersionView[]>([]);
  const [more, setMore] = useState(false);
  const [problem, setProblem] = useState<PageProblem | null>(null);
  const [restoring, setRestoring] = useState<number | null>(null);
  const read = useCallback(async (before: number | null) => {
    try {
      const view = await callSettings('versions.list', before === null ? {} : { before });
      setVersions((known) => (before === null ? view.versions : [...known, ...view.versions]));
      setMore(view.more);
      setProblem(null);
    } catch (error) {
      setProblem(problemOf(error));
    }
  }, []);
  useEffect(() => void read(null), [read, live]);
  if (live === null) return null;
  return (
    <section aria-labelledby="versions" className="settings-section">
      <h2 id="versions">Versions</h2>
      {problem && <ProblemMessage problem={problem} onTryAgain={() => void read(null)} />}
      {page.refused.length > 0 && <Problems title="It was not done" problems={page.refused} />}
      <ol className="versions">
        {versions.map((one) => (
          <li key={one.version}>
            <div className="version-line">
              <span className="strong">Version {one.version}</span>
              {one.version === live && <Lozenge appearance="success">In force</Lozenge>}
              <span className="version-comment">
                {one.comment === '' ? (
                  <span className="subtle">Without a comment</span>
                ) : (
                  one.comment
                )}
              </span>
              {one.version !== live && restoring !== one.version && (
                <Button
                  spacing="compact"
                  appearance="subtle"
                  aria-label={`Restore version ${one.version}`}
                  onClick={() => setRestoring(one.version)}
                >
                  Restore
                </Button>
              )}
            </div>
            <p className="small subtle">
              <Moment at={one.publishedAt} />
              {one.publishedBy && (
                <>
                  {' '}
                  by <Person person={one.publishedBy} />
                </>
              )}
            </p>
            {restoring === one.version && (
              <Restore
                version={one.version}
                live={live}
                page={page}
                onClose={() => setRestoring(null)}
              />
            )}
          </li>
        ))}
      </ol>
      {more && (
        <div>
          <Button appearance="subtle" onClick={() => void read(versions.at(-1)?.version ?? null)}>
            Older versions
          </Button>
        </div>
      )}
      {live > 1 && <Compare live={live} hasDraft={draft.changed} revision={draft.revision} />}
    </section>
  );
}
