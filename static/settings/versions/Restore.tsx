import { useEffect, useState } from 'react';
import TextField from '@atlaskit/textfield';
import type { DifferenceView } from '../../../src/contract/versions';
import { callSettings } from '../call';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { Skeleton } from '../../shared/Skeleton';
import type { SettingsDraftPage } from '../draft/use-settings-draft';
import { Differences } from './Differences';

interface Props {
  readonly version: number;
  readonly live: number;
  readonly page: SettingsDraftPage;
  readonly onClose: () => void;
}

/** What restoring would change, before it is done. */
export function Restore({ version, live, page, onClose }: Props) {
  const [differences, setDifferences] = useState<readonly DifferenceView[] | null>(null);
  const [comment, setComment] = useState(`Version ${version} again`);
  useEffect(() => {
    let wanted = true;
    void callSettings('versions.compare', { from: live, to: version }).then(
      (answer) => wanted && setDifferences(answer),
      () => wanted && setDifferences([]),
    );
    return () => {
      wanted = false;
    };
  }, [live, version]);
  const restore = async (): Promise<void> => {
    const done = await page.run(
      () =>
        callSettings('versions.restore', {
          version,
          expectedVersion: live,
          comment: comment.trim(),
        }),
      `Version ${live + 1} is in force: version ${version} again.`,
    );
    if (done) onClose();
  };
  return (
    <FormFrame
      label={`Restore version ${version}`}
      submit={`Restore as version ${live + 1}`}
      permission={{ allowed: true }}
      ready={comment.trim() !== ''}
      busy={page.busy}
      problem={null}
      onSubmit={() => void restore()}
      onClose={onClose}
    >
      {differences === null ? (
        <Skeleton lines={[60, 40]} label="Comparing" />
      ) : (
        <Differences
          title="What this changes"
          differences={differences}
          none="Nothing: it says the same as what is in force."
        />
      )}
      <p className="small subtle">
        The old version comes into force again as a new one. The draft stays.
      </p>
      <Field label="Why, in a sentence" required>
        {(field) => (
          <TextField
            {...field}
            autoFocus
            value={comment}
            maxLength={500}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormFrame>
  );
}
