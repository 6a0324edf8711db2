import Select from '@atlaskit/select';
import { useEffect, useState } from 'react';
import type { DifferenceView, VersionName } from '../../../src/contract/versions';
import { callSettings } from '../call';
import { Field } from '../../shared/Field';
import { type PageProblem, problemOf } from '../../shared/problem';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { Differences } from './Differences';

interface Option {
  readonly value: VersionName;
  readonly label: string;
}

/** What is different between any two versions, or a version and the draft. */
export function Compare({
  live,
  hasDraft,
  revision,
}: {
  live: number;
  hasDraft: boolean;
  revision: number;
}) {
  const [from, setFrom] = useState<VersionName>(Math.max(1, hasDraft ? live : live - 1));
  const [to, setTo] = useState<VersionName>(hasDraft ? 'draft' : live);
  const [differences, setDifferences] = useState<readonly DifferenceView[] | null>(null);
  const [problem, setProblem] = useState<PageProblem | null>(null);
  useEffect(() => {
    let wanted = true;
    callSettings('versions.compare', { from, to }).then(
      (answer) => {
        if (!wanted) return;
        setDifferences(answer);
        setProblem(null);
      },
      (error: unknown) => wanted && setProblem(problemOf(error)),
    );
    return () => {
      wanted = false;
    };
  }, [from, to, revision]);
  const options: readonly Option[] = [
    ...(hasDraft ? [{ value: 'draft' as const, label: 'The draft' }] : []),
    ...Array.from({ length: live }, (_, place) => ({
      value: live - place,
      label: `Version ${live - place}${place === 0 ? ', in force' : ''}`,
    })),
  ];
  const choose = (label: string, value: VersionName, set: (value: VersionName) => void) => (
    <Field label={label}>
      {({ id, isInvalid: _, ...field }) => (
        <Select<Option>
          {...field}
          inputId={id}
          menuPosition="fixed"
          options={options}
          value={options.find((one) => one.value === value) ?? null}
          onChange={(option) => option && set(option.value)}
        />
      )}
    </Field>
  );
  return (
    <div className="settings-form">
      <h3>Compare</h3>
      <div className="fields">
        {choose('From', from, setFrom)}
        {choose('To', to, setTo)}
      </div>
      {problem && <ProblemMessage problem={problem} />}
      {differences && (
        <Differences
          title="What is different"
          differences={differences}
          none="Both say the same."
        />
      )}
    </div>
  );
}
