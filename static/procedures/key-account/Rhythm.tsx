import { useState } from 'react';
import Button from '@atlaskit/button/new';
import type { Rhythm } from '../../../src/procedures/key-account/contract/panel';
import { callKeyAccount } from './call';
import { FormFrame } from '../../shared/FormFrame';
import { useKeyAccount } from './panel-context';
import { RhythmFields } from './RhythmFields';
import { useStep } from './use-step';

/** K10: the keeper says when the account runs production. */
export function SayRhythm({ known }: { known: boolean }) {
  const { view } = useKeyAccount();
  const { busy, problem, step } = useStep();
  const [open, setOpen] = useState(false);
  const [rhythm, setRhythm] = useState<Rhythm | null>(null);
  if (!view.mayRhythm) return null;
  if (!open)
    return (
      <div className="buttons">
        <Button
          spacing="compact"
          appearance={known ? 'subtle' : 'default'}
          onClick={() => setOpen(true)}
        >
          {known ? 'Change when production runs' : 'Say when production runs'}
        </Button>
      </div>
    );
  const submit = async (): Promise<void> => {
    if (rhythm === null) return;
    const done = await step(
      (expectedRevision) => callKeyAccount('key-account.set-rhythm', { rhythm, expectedRevision }),
      'Saved.',
    );
    if (done) setOpen(false);
  };
  return (
    <FormFrame
      label="When production runs"
      submit="Save"
      permission={{ allowed: true }}
      ready={rhythm !== null}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={() => setOpen(false)}
    >
      <RhythmFields rhythm={rhythm} onChange={setRhythm} />
    </FormFrame>
  );
}
