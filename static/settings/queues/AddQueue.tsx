import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import { useEffect, useState } from 'react';
import type { ProjectChoice } from '../../../src/contract/settings-choices';
import type { DraftView } from '../../../src/contract/versions';
import { callSettings } from '../call';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { type PageProblem, problemOf } from '../../shared/problem';
import type { SettingsDraftPage } from '../draft/use-settings-draft';

/** A service project becomes a queue, filled in as far as Jira's names tell. */
export function AddQueue({
  draft,
  page,
  onAdded,
}: {
  draft: DraftView;
  page: SettingsDraftPage;
  onAdded: (project: string) => void;
}) {
  const [asking, setAsking] = useState(false);
  const [projects, setProjects] = useState<readonly ProjectChoice[] | null>(null);
  const [chosen, setChosen] = useState<ProjectChoice | null>(null);
  const [problem, setProblem] = useState<PageProblem | null>(null);
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    if (asking)
      callSettings('choices.projects', {}).then(setProjects, (error: unknown) =>
        setProblem(problemOf(error)),
      );
  }, [asking]);
  if (!asking) {
    return (
      <div>
        <Button onClick={() => setAsking(true)}>Add a queue</Button>
      </div>
    );
  }
  const add = async (): Promise<void> => {
    setMissing(chosen === null);
    if (chosen === null) return;
    setProblem(null);
    try {
      const { begin } = await callSettings('choices.queue', { project: chosen.id });
      if (
        !(await page.save(
          { part: 'queue', key: chosen.id, value: begin },
          `${chosen.name} is in the draft.`,
        ))
      )
        return;
      setAsking(false);
      onAdded(chosen.id);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const left = (projects ?? []).filter(
    ({ id }) => !draft.form.queues.some(({ project }) => project === id),
  );
  return (
    <FormFrame
      label="Add a queue"
      submit="Add"
      permission={{ allowed: true }}
      busy={page.busy}
      problem={problem}
      onSubmit={() => void add()}
      onClose={() => setAsking(false)}
    >
      <Field
        label="Service project"
        required
        help="Fields and statuses of the usual names are found by themselves."
        error={isMissing ? 'Choose a project.' : page.refused[0]?.message}
      >
        {({ id, isInvalid, ...field }) => (
          <Select
            {...field}
            inputId={id}
            isInvalid={isInvalid}
            autoFocus
            menuPosition="fixed"
            isLoading={projects === null}
            noOptionsMessage={() => 'Every service project you see is a queue already.'}
            options={left.map((project) => ({
              value: project.id,
              label: `${project.name} (${project.key})`,
            }))}
            onChange={(option) =>
              setChosen(left.find((project) => project.id === option?.value) ?? null)
            }
          />
        )}
      </Field>
    </FormFrame>
  );
}
