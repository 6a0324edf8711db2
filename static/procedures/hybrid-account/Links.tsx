import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import type { OnboardingView } from '../../../src/procedures/hybrid-account/contract/panel';
import { callHybrid } from './call';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { Moment } from '../../shared/Moment';
import { useHybrid } from './panel-context';
import { useStep } from './use-step';

type What = 'object' | 'channel';
const titles: Readonly<Record<What, string>> = {
  object: 'Onboarding Object',
  channel: 'Channel for issues of this account',
};

/** H7, HY-11: where the Onboarding Object and the channel are; their content stays where it is. */
export function Links({ onboarding: { object, channel } }: { onboarding: OnboardingView }) {
  const { side } = useHybrid().view;
  const [open, setOpen] = useState<What | null>(null);
  const link = (what: What, url: string | null) => (
    <p key={what} className="small">
      <span className="strong">{titles[what]}:</span>{' '}
      {url === null ? (
        <span className="subtle">no link yet</span>
      ) : (
        <a href={url} target="_blank" rel="noreferrer">
          {url}
        </a>
      )}{' '}
      {what === 'object' && object !== null && (
        <span className="subtle">
          {object.updatedAt === undefined ? (
            <>
              (link of <Moment at={object.at} />)
            </>
          ) : (
            <>
              (updated <Moment at={object.updatedAt} />)
            </>
          )}
        </span>
      )}{' '}
      {side !== null && open === null && (
        <button type="button" className="link-button" onClick={() => setOpen(what)}>
          {url === null ? 'Add link' : 'Change link'}
          <span className="for-screen-readers"> {titles[what]}</span>
        </button>
      )}
    </p>
  );
  return (
    <div className="stack">
      {link('object', object?.url ?? null)}
      {link('channel', channel)}
      {open !== null && <LinkForm what={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function LinkForm({ what, onClose }: { what: What; onClose: () => void }) {
  const [url, setUrl] = useState('');
  const { busy, problem, step } = useStep();
  const atField = problem?.field === 'url';
  const save = async (): Promise<void> => {
    if (
      await step(
        (expectedRevision) =>
          callHybrid('hybrid-account.set-link', { what, url: url.trim(), expectedRevision }),
        'Link kept.',
      )
    )
      onClose();
  };
  return (
    <FormFrame
      label={titles[what]}
      submit="Keep link"
      permission={{ allowed: true }}
      ready={url.trim() !== ''}
      busy={busy}
      problem={atField ? null : problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Field
        label={`Link to: ${titles[what]}`}
        help="Begins with https://. Only the link is kept here."
        error={atField ? problem.message : undefined}
      >
        {(field) => (
          <TextField
            {...field}
            autoFocus
            type="url"
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormFrame>
  );
}
