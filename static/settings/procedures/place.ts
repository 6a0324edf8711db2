import type { HybridForm, QueueForm } from '../../../src/contract/settings-form';
import type { DraftView } from '../../../src/contract/versions';
import { type Editing, useUnsaved } from '../draft/unsaved';
import type { SettingsDraftPage } from '../draft/use-settings-draft';
import type { Procedure } from './describe';
import type { Values } from './values';

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
  { id, title }: Procedure & { id: Exclude<Procedure['id'], 'hybrid'> },
  saved: QueueForm,
  name: string,
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
  const holding = (values: Values): QueueForm => ({ ...queue, [id]: values });
  const { [id]: _, ...without } = queue;
  return {
    key: saved.project,
    name,
    path: `queues[${draft.form.queues.findIndex(({ project }) => project === saved.project)}].${id}`,
    values: (queue[id] ?? null) as Values | null,
    editing,
    set: (values) => editing.set(holding(values)),
    save: () => send(queue, `${title} of ${name} are saved to the draft.`),
    begin: (values) =>
      send(holding(values), `${title} run in ${name} once the draft is published.`),
    stop: () =>
      send(without, `${title} do not run in ${name} any more once the draft is published.`),
  };
}

/** Hybrid accounts, which are no queue's own. */
export function useHybridPlace(
  { title }: Procedure,
  draft: DraftView,
  page: SettingsDraftPage,
): Place {
  const editing = useUnsaved<HybridForm | null>('hybrid', title, draft.form.hybrid ?? null);
  const send = async (value: HybridForm | null, said: string): Promise<boolean> => {
    const done = await page.save({ part: 'hybrid', key: '', value }, said);
    if (done) editing.reset();
    return done;
  };
  return {
    key: '',
    name: null,
    path: 'hybrid',
    values: editing.value as Values | null,
    editing,
    set: (values) => editing.set(values as unknown as HybridForm),
    save: () => send(editing.value, `${title} are saved to the draft.`),
    begin: (values) =>
      send(values as unknown as HybridForm, `${title} are run once the draft is published.`),
    stop: () => send(null, `${title} are not run any more once the draft is published.`),
  };
}
