import './draft.css';
import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import type { DraftView } from '../../../src/contract/versions';
import { counted } from '../../shared/counted';
import { useOpenTab } from '../open-tab';
import { useAllUnsaved } from './unsaved';

/** Where the draft stands, over every tab that edits it: nothing here is in force before it is published. */
export function DraftBar({
  draft,
  isReview,
}: {
  draft: DraftView;
  /** The bar stands over the review itself. */ isReview: boolean;
}) {
  const unsaved = useAllUnsaved();
  const open = useOpenTab();
  const { changed, differences, problems, behind, live } = draft;
  return (
    <div className="draft-bar">
      <div className="draft-state" role="status">
        {changed ? (
          <Lozenge appearance="moved">Draft</Lozenge>
        ) : (
          <Lozenge appearance="success">In force</Lozenge>
        )}
        <span>
          {changed
            ? `${counted(differences.length, 'change', 'changes')} not in force yet${problems.length === 0 ? '' : `, ${counted(problems.length, 'problem', 'problems')} to solve`}.`
            : live === null
              ? 'Nothing is in force yet.'
              : `This is version ${live.version}, as it is in force.`}
          {behind && ' Somebody has published another version meanwhile.'}
          {unsaved.length > 0 && <strong> Not saved yet: {unsaved.join(', ')}.</strong>}
        </span>
      </div>
      {(changed || behind) && !isReview && (
        <Button spacing="compact" onClick={() => open('Versions')}>
          Review and publish
        </Button>
      )}
    </div>
  );
}
