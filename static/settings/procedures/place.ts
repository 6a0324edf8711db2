import type { QueueForm } from '../../../src/contract/settings-form';
import type { DraftView } from '../../../src/contract/versions';
import { type Editing, useUnsaved } from '../draft/unsaved';
import type { SettingsDraftPage } from '../draft/use-settings-draft';
import type { SettingsDescription, Values } from '../../../src/contract/settings-description';

/** Where an SOP's settings stand: in a queue, or beside the queues. */
export interface Place {
  /** The queue's project; empty beside the queues. */
  readonly key: string;
  /** The queue's name. */
  readonly name: string | null;
  /** Where problems with it are told. */
  readonly path: string;
  /** Null where the SOP is not run. */
  readonly values: Values | null;
  readonly editing: Pick<Editing<unknown>, 'isChanged' | 'isOvertaken' | 'reset'>;
  readonly set: (values: Values) => void;
  readonly save: () => Promise<boolean>;
  /** Begins to run the SOP: the functions fill in what is left out with what the SOP says. */
  readonly begin: (values: Values) => Promise<boolean>;
  readonly stop: () => Promise<boolean>;
}

/** An SOP of one queue. It is edited together with the rest of the queue, so that neither form loses what the other changed. */
export function useQueuePlace(
  { file, title }: SettingsDescription,
  { saved, name }: { readonly saved: QueueForm; readonly name: string },
  draft: DraftView,
  page: SettingsDraftPage,
): Place {
  const editing = useUnsaved(`queue ${saved.project}`, `queue “${name}”`, saved);
  const queue = editing.value;
  const send = async (value: QueueForm, said: string): Promise<boolean> => {
    const done = await page.save({ part: 'queue', key: saved.project, value }, said);
    if (done) editing.reset();
    return done;
  };
  const holding = (values: Values): QueueForm => ({ ...queue, [file]: values });
  const { [file]: _, ...without } = queue;
  return {
    key: saved.project,
    name,
    path: `queues[${draft.form.queues.findIndex(({ project }) => project === saved.project)}].${file}`,
    values: (queue[file] ?? null) as Values | null,
    editing,
    set: (values) => editing.set(holding(values)),
    save: () => send(queue, `${title} of ${name} are saved to the draft.`),
    begin: (values) =>
      send(holding(values), `${title} run in ${name} once the draft is published.`),
    stop: () =>
      send(
        without as QueueForm,
        `${title} do not run in ${name} any more once the draft is published.`,
      ),
  };
}

/** An SOP of the whole site. */
export function useSitePlace(
  { file, title }: SettingsDescription,
  draft: DraftView,
  page: SettingsDraftPage,
): Place {
  const saved = (draft.form[file] ?? null) as Values | null;
  const editing = useUnsaved<Values | null>(file, title, saved);
  const send = async (value: Values | null, said: string): Promise<boolean> => {
    const done = await page.save({ part: 'procedure', key: file, value }, said);
    if (done) editing.reset();
    return done;
  };
  return {
    key: '',
    name: null,
    path: file,
    values: editing.value,
    editing,
    set: editing.set,
    save: () => send(editing.value, `${title} are saved to the draft.`),
    begin: (values) => send(values, `${title} are run once the draft is published.`),
    stop: () => send(null, `${title} are not run any more once the draft is published.`),
  };
}
