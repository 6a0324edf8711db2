import TextArea from '@atlaskit/textarea';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import { Field } from '../../shared/Field';
import { type EffortDraft, EffortFields, effortOf } from './EffortFields';
import { useChange, useContent } from './panel-context';
import { problemAt } from './problem-at';
import { SaveForm } from './SaveForm';
import { useSave } from './use-save';

const orNull = (day: string): string | null => (day === '' ? null : day);

/** How it will be built, what that takes, and roughly when. */
export function ImpactForm({ onClose }: { onClose: () => void }) {
  const { view } = useChange();
  const content = useContent();
  const roles = view.rateCard?.roles.map(({ role }) => role) ?? [];
  const [approach, setApproach] = useState(content.approach);
  const [lines, setLines] = useState<readonly EffortDraft[]>(() =>
    content.effort.length > 0
      ? content.effort.map(({ role, days }) => ({ role, days: `${days}` }))
      : [{ role: roles[0] ?? '', days: '' }],
  );
  const [from, setFrom] = useState(content.timeline.from ?? '');
  const [until, setUntil] = useState(content.timeline.until ?? '');
  const [unread, setUnread] = useState<string | undefined>();
  const effort = effortOf(lines);
  const saving = useSave({
    part: 'impact',
    approach,
    effort,
    timeline: { from: orNull(from), until: orNull(until) },
  });
  const { at, rest } = problemAt(saving.problem, ['approach', 'effort', 'timeline']);
  /** What is no number would not arrive as one. */
  const ready = (): boolean => {
    const wrong = effort.find(({ days }) => !Number.isFinite(days));
    setUnread(
      wrong === undefined
        ? undefined
        : `State the days of ${wrong.role === '' ? 'every role' : wrong.role} as a number, such as 2.5.`,
    );
    return wrong === undefined;
  };
  return (
    <SaveForm
      label="Impact and effort"
      permission={view.actions['save-impact']}
      saving={saving}
      problem={rest}
      said="Impact and effort are saved."
      ready={ready}
      onClose={onClose}
    >
      <Field
        label="Solution approach"
        required
        help="What has to change, and how. The customer reads it with the approval."
        error={at('approach')}
      >
        {(field) => (
          <TextArea
            {...field}
            minimumRows={3}
            maxHeight="40vh"
            maxLength={4000}
            value={approach}
            onChange={(event) => setApproach(event.currentTarget.value)}
          />
        )}
      </Field>
      <EffortFields
        lines={lines}
        roles={roles}
        error={unread ?? at('effort')}
        onChange={setLines}
      />
      <div className="form-columns">
        <Field label="Tentative: from" error={at('timeline')}>
          {(field) => (
            <TextField
              {...field}
              type="date"
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label="Tentative: until" help="The firm date comes later.">
          {(field) => (
            <TextField
              {...field}
              type="date"
              value={until}
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
    </SaveForm>
  );
}
