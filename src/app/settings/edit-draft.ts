// Changes of the shared draft. Every one says which draft it was made for.
import * as v from 'valibot';
import type { SettingsEdit, SettingsReport } from '../../contract/versions';
import type { AccountId } from '../../core/ids';
import type { SettingsForm } from '../../contract/settings-form';
import { adminsOnly } from '../administrators';
import { shapeProblems } from '../configuration/problems';
import { RelayError } from '../errors';
import type { Ports } from '../ports';
import { checkForm } from './check-form';
import { emptyForm, formOf } from './form-of';
import { caughtUp } from './merge';
import { partOfEdit, partsOf } from './parts';
import { asIds } from './spelling';
import {
  type Catalogues,
  draftView,
  expectRevision,
  formInForce,
  saveForm,
  type Stored,
  stored,
} from './the-draft';

/**
 * Changes one part, within its bounds; that Jira lacks something is no reason to refuse, it is kept as a problem of the
 * draft.
 * @throws ChangedMeanwhile when somebody edited the draft since the page was read
 */
export async function editDraft(
  ports: Ports,
  catalogues: Catalogues,
  { edit, expectedRevision }: { readonly edit: SettingsEdit; readonly expectedRevision: number },
): Promise<SettingsReport> {
  const by = await adminsOnly(ports, catalogues.viewer);
  const before = await stored(ports);
  expectRevision(before, expectedRevision);
  const part = partOfEdit(before.procedures, edit);
  if (!part.knows(before.form, edit.key)) {
    throw new RelayError('input', `There can be no ${edit.part} "${edit.key}".`, {
      field: 'edit.key',
      remedy: 'Reload the page and try again.',
    });
  }
  if (edit.value === null)
    return keep(ports, catalogues, before, by, part.write(before.form, edit.key, null));
  const read = v.safeParse(part.shape(edit.key), edit.value);
  if (read.success)
    return keep(ports, catalogues, before, by, part.write(before.form, edit.key, read.output));
  const problems = shapeProblems(
    read.issues,
    part.path(before.form, edit.key),
    'Correct this value and save again.',
  );
  return {
    done: false,
    problems,
    draft: await draftView(ports, before, await checkForm(ports, catalogues.app, before.form)),
  };
}

/** The draft says nothing any more; what is in force stays. */
export async function discardDraft(
  ports: Ports,
  catalogues: Catalogues,
  { expectedRevision }: { readonly expectedRevision: number },
): Promise<SettingsReport> {
  const by = await adminsOnly(ports, catalogues.viewer);
  const before = await stored(ports);
  expectRevision(before, expectedRevision);
  return keep(ports, catalogues, before, by, null);
}

/** Takes into the draft what others have published since it was begun. */
export async function catchUp(
  ports: Ports,
  catalogues: Catalogues,
  { expectedRevision }: { readonly expectedRevision: number },
): Promise<SettingsReport> {
  const by = await adminsOnly(ports, catalogues.viewer);
  const before = await stored(ports);
  expectRevision(before, expectedRevision);
  const { draft, procedures } = before;
  const [begun] = draft.basedOn === null ? [] : await ports.policy.versions([draft.basedOn]);
  const base = begun === undefined ? emptyForm : formOf(begun, asIds, procedures);
  const form = caughtUp(partsOf(procedures), base, formInForce(before), before.form);
  return keep(
    ports,
    catalogues,
    { ...before, draft: { ...draft, basedOn: before.live?.version ?? null } },
    by,
    form,
  );
}

/** Puts a whole form into the draft, in place of what was there. */
export async function replaceDraft(ports: Ports, by: AccountId, form: SettingsForm): Promise<void> {
  const { draft, live } = await stored(ports);
  await ports.policy.saveDraft({
    revision: draft.revision,
    form,
    basedOn: live?.version ?? null,
    editedBy: by,
    editedAt: ports.now(),
  });
}

async function keep(
  ports: Ports,
  catalogues: Catalogues,
  before: Stored,
  by: AccountId,
  form: SettingsForm | null,
): Promise<SettingsReport> {
  const now = await saveForm(ports, before, by, form);
  return {
    done: true,
    problems: [],
    draft: await draftView(ports, now, await checkForm(ports, catalogues.app, now.form)),
  };
}
