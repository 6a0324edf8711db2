import TextArea from '@atlaskit/textarea';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import type { FactsForm as Form } from '../../../src/procedures/key-account/contract/panel';
import { callKeyAccount } from './call';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { useViewer } from '../../shared/viewer';
import { instantOfWallTime, wallTimeOf } from '../../shared/wall-time';
import { People } from './People';
import { useRelease } from './panel-context';
import { useStep } from './use-step';

/** Only what was changed is sent: what was signed and stays as it is stays signed. */
export function FactsForm({ onClose }: { onClose: () => void }) {
  const { view, release } = useRelease();
  const { timeZone } = useViewer();
  const { busy, problem, step } = useStep();
  const { facts } = release;
  const before = {
    commit: facts.commit ?? '',
    build: facts.build ?? '',
    environment: facts.environment ?? '',
    results: facts.results ?? '',
    deployer: facts.deployer?.accountId ?? '',
    deployedAt: facts.deployedAt === null ? '' : wallTimeOf(Date.parse(facts.deployedAt), timeZone),
    authors: facts.authors.map(({ accountId }) => accountId),
  };
  const [draft, setDraft] = useState(before);
  const set = (change: Partial<typeof draft>): void => setDraft({ ...draft, ...change });
  const at = (field: string): string | undefined =>
    problem?.field === field || problem?.field === `facts.${field}` ? problem.message : undefined;
  const signed = release.witness.some(({ given }) => given !== null);

  const submit = async (): Promise<void> => {
    const text = (field: 'commit' | 'build' | 'environment' | 'results' | 'deployer') =>
      draft[field] === before[field]
        ? {}
        : { [field]: draft[field].trim() === '' ? null : draft[field].trim() };
    const changed: Form = {
      ...text('commit'),
      ...text('build'),
      ...text('environment'),
      ...text('results'),
      ...text('deployer'),
      ...(draft.deployedAt === before.deployedAt
        ? {}
        : { deployedAt: instantOfWallTime(draft.deployedAt, timeZone) }),
      ...(draft.authors.join() === before.authors.join() ? {} : { authors: draft.authors }),
    };
    if (Object.keys(changed).length === 0) return onClose();
    if (
      await step(
        (expectedRevision) =>
          callKeyAccount('key-account.set-facts', { facts: changed, expectedRevision }),
        'Saved.',
      )
    )
      onClose();
  };
  const known = ['commit', 'build', 'environment', 'results', 'deployer', 'deployedAt'].some(
    (field) => at(field) !== undefined,
  );
  return (
    <FormFrame
      label="What is released"
      submit="Save"
      permission={{ allowed: true }}
      busy={busy}
      problem={known ? null : problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {signed && (
        <p className="subtle small">
          What is signed and changed here is void: it has to be witnessed again.
        </p>
      )}
      <div className="form-columns">
        <Field
          label="Commit"
          help="Its SHA. Another commit needs another review."
          error={at('commit')}
        >
          {(field) => (
            <TextField
              {...field}
              value={draft.commit}
              onChange={(event) => set({ commit: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label="Build" error={at('build')}>
          {(field) => (
            <TextField
              {...field}
              value={draft.build}
              onChange={(event) => set({ build: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label="Environment" error={at('environment')}>
          {(field) => (
            <TextField
              {...field}
              value={draft.environment}
              onChange={(event) => set({ environment: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field
          label="Deployed by"
          help="They do not witness it, nor does whoever enters it."
          error={at('deployer')}
        >
          {({ isInvalid: _, ...field }) => (
            <select
              {...field}
              className="plain-select"
              value={draft.deployer}
              onChange={(event) => set({ deployer: event.currentTarget.value })}
            >
              <option value="">Nobody yet</option>
              {view.people.map(({ accountId, name }) => (
                <option key={accountId} value={accountId}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Deployed at" help={timeZone} error={at('deployedAt')}>
          {(field) => (
            <TextField
              {...field}
              type="datetime-local"
              value={draft.deployedAt}
              onChange={(event) => set({ deployedAt: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <Field label="What the post-release checks showed" error={at('results')}>
        {(field) => (
          <TextArea
            {...field}
            minimumRows={2}
            value={draft.results}
            onChange={(event) => set({ results: event.currentTarget.value })}
          />
        )}
      </Field>
      <People
        label="Who wrote the code?"
        help="They neither review nor witness it, and nor does whoever enters it."
        people={view.people}
        chosen={draft.authors}
        onChange={(authors) => set({ authors: [...authors] })}
      />
    </FormFrame>
  );
}
