import './versions.css';
import type { DraftView } from '../../../src/contract/versions';
import { ImportConfiguration } from '../configuration/ImportConfiguration';
import { DraftPage } from '../draft/DraftPage';
import { useSettingsDraft } from '../draft/use-settings-draft';
import { DraftReview } from './DraftReview';
import { ExportSettings } from './ExportSettings';
import { VersionList } from './VersionList';

/** What the draft would change, how it comes into force, and everything that was in force before. */
export default function VersionsTab() {
  const page = useSettingsDraft();
  const versions = (draft: DraftView) => (
    <>
      <DraftReview draft={draft} page={page} />
      <VersionList draft={draft} page={page} />
      {draft.live !== null && <ExportSettings />}
      <ImportConfiguration
        inForce={draft.live?.version ?? null}
        replaced={draft.changed ? draft.differences.length : 0}
        onApplied={page.readAgain}
      />
    </>
  );
  return (
    <DraftPage page={page} label="Reading the versions" isReview>
      {versions}
    </DraftPage>
  );
}
