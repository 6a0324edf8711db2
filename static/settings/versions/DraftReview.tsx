import Button from '@atlaskit/button/new';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import type { DraftView } from '../../../src/contract/versions';
import { callSettings } from '../call';
import { Field } from '../../shared/Field';
import { Moment } from '../../shared/Moment';
import { Notice } from '../../shared/Notice';
import { Person } from '../../shared/Person';
import { useAllUnsaved } from '../draft/unsaved';
import type { SettingsDraftPage } from '../draft/use-settings-draft';
import { Differences } from './Differences';
import { Problems } from './Problems';

/** The draft in words, and the ways out of it: publish, catch up, discard. */
export function DraftReview({ draft, page }: { draft: DraftView; page: SettingsDraftPage }) {
  const [comment, setComment] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  const unsaved = useAllUnsaved();
  const { live, changed, behind, differences, problems, editedBy, editedAt, revision } = draft;
  const publish = async (): Promise<void> => {
    setMissing(comment.trim() === '');
    if (comment.trim() === '') return;
    if (
      await page.run(
        () =>
          callSettings('draft.publish', { comment: comment.trim(), expectedRevision: revision }),
        `Version ${(live?.version ?? 0) + 1} is in force.`,
      )
    )
      setComment('');
  };
  const catchUp = (): Promise<boolean> =>
    page.run(
      () => callSettings('draft.catch-up', { expectedRevision: revision }),
      'The draft has caught up.',
    );
  const discard = async (): Promise<void> => {
    if (
      await page.run(
        () => callSettings('draft.discard', { expectedRevision: revision }),
        'The draft is discarded.',
      )
    )
      setDiscarding(false);
  };
  if (!changed && !behind) {
    return (
      <section aria-labelledby="draft" className="settings-section">
        <h2 id="draft">Draft</h2>
        <p className="subtle">
          No changes. What you save on the other tabs is gathered here, and comes into force when
          you publish it.
        </p>
      </section>
    );
  }
  return (
    <section aria-labelledby="draft" className="settings-section">
      <h2 id="draft">Draft</h2>
      {editedBy !== null && editedAt !== null && (
        <p className="subtle">
          Last changed <Moment at={editedAt} /> by <Person person={editedBy} />. All administrators
          share this draft.
        </p>
      )}
      {behind && (
        <Notice
          appearance="warning"
          title={
            live === null
              ? 'This draft began elsewhere'
              : `Version ${live.version} was published meanwhile`
          }
        >
          <p>
            Take over what was published: what this draft has not touched becomes as it is in force,
            what it has changed stays and is shown below.
          </p>
          <div>
            <Button spacing="compact" isLoading={page.busy} onClick={() => void catchUp()}>
              Take over
            </Button>
          </div>
        </Notice>
      )}
      <Differences
        title={
          live === null ? 'What would be in force' : `What changes against version ${live.version}`
        }
        differences={differences}
        none="Nothing: the draft says the same as what is in force."
      />
      {problems.length > 0 && <Problems title="What stands in the way" problems={problems} />}
      {unsaved.length > 0 && (
        <Notice appearance="warning" title="Not everything is saved">
          <p>
            Not in the draft yet: {unsaved.join(', ')}. Save it on its tab first if it shall be
            published too.
          </p>
        </Notice>
      )}
      <form
        className="settings-form"
        aria-label="Publish"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void publish();
        }}
      >
        <Field
          label="What changes and why, in a sentence"
          required
          help="Kept with the version. Everybody who asks later why something was done finds it."
          error={isMissing ? 'Say in a sentence what changes.' : undefined}
        >
          {(field) => (
            <TextField
              {...field}
              value={comment}
              maxLength={500}
              onChange={(event) => setComment(event.currentTarget.value)}
            />
          )}
        </Field>
        <div className="save-row">
          <Button
            type="submit"
            appearance="primary"
            isLoading={page.busy}
            isDisabled={problems.length > 0 || behind}
          >
            {`Publish as version ${(live?.version ?? 0) + 1}`}
          </Button>
          {problems.length > 0 && (
            <span className="small subtle">Solve the problems above first.</span>
          )}
          {problems.length === 0 && behind && (
            <span className="small subtle">Take over what was published first.</span>
          )}
          {!discarding && (
            <Button appearance="subtle" isDisabled={page.busy} onClick={() => setDiscarding(true)}>
              Discard the draft
            </Button>
          )}
        </div>
        {discarding && (
          <div className="save-row" role="group" aria-label="Discard the draft">
            <span>
              {differences.length === 1
                ? 'One change is lost.'
                : `${differences.length} changes are lost.`}
            </span>
            <Button appearance="danger" isLoading={page.busy} onClick={() => void discard()}>
              Discard
            </Button>
            <Button appearance="subtle" onClick={() => setDiscarding(false)}>
              Keep the draft
            </Button>
          </div>
        )}
      </form>
    </section>
  );
}
