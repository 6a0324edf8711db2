// The draft, or an old version, becomes what is in force; or everything that stands in its way is said.
import type { SettingsReport } from '../../contract/versions';
import type { Policy } from '../../core/policy';
import { adminsOnly } from '../administrators';
import { RelayError } from '../errors';
import { configuredOf } from '../app-procedure';
import type { Ports } from '../ports';
import { checkForm } from './check-form';
import { formOf } from './form-of';
import { putInForce } from './put-in-force';
import { asIds } from './spelling';
import { type Catalogues, draftView, expectRevision, readDraft, stored } from './the-draft';
import { versionOf } from './versions';

/**
 * @throws ChangedMeanwhile when the draft is not the one the page showed
 * @throws RelayError `changed-meanwhile` when others have published since the draft was begun, `refused` without a draft
 */
export async function publishDraft(
  ports: Ports,
  catalogues: Catalogues,
  { comment, expectedRevision }: { readonly comment: string; readonly expectedRevision: number },
): Promise<SettingsReport> {
  const by = await adminsOnly(ports, catalogues.viewer);
  const before = await stored(ports);
  expectRevision(before, expectedRevision);
  const { draft, live, form } = before;
  if (draft.form === null)
    throw new RelayError('refused', 'There is no draft to publish.', {
      remedy: 'Change something first.',
    });
  if (draft.basedOn !== (live?.version ?? null))
    throw publishedMeanwhile(
      live,
      'Take over what was published, look at the differences, and publish again.',
    );
  const checked = await checkForm(ports, catalogues.app, form);
  if (checked.problems.length > 0)
    return {
      done: false,
      problems: checked.problems,
      draft: await draftView(ports, before, checked),
    };
  await putInForce(ports, checked.settings, {
    live,
    by,
    comment,
    people: Object.values(checked.people),
    draft,
  });
  return { done: true, problems: [], draft: await readDraft(ports, catalogues) };
}

/**
 * Publishes an old version again, as a new one, if Jira still has what it names. The draft stays, and is behind then.
 * @throws RelayError `changed-meanwhile` when another version is in force than the page showed
 */
export async function restoreVersion(
  ports: Ports,
  catalogues: Catalogues,
  {
    version,
    expectedVersion,
    comment,
  }: { readonly version: number; readonly expectedVersion: number; readonly comment: string },
): Promise<SettingsReport> {
  const by = await adminsOnly(ports, catalogues.viewer);
  const [live, old] = await Promise.all([ports.policy.current(), versionOf(ports, version)]);
  if (live?.version !== expectedVersion)
    throw publishedMeanwhile(live, 'Look at what is different, and decide again.');
  const checked = await checkForm(
    ports,
    catalogues.app,
    formOf(old, asIds, await configuredOf(ports)),
  );
  if (checked.problems.length > 0)
    return { done: false, problems: checked.problems, draft: await readDraft(ports, catalogues) };
  await putInForce(ports, checked.settings, {
    live,
    by,
    comment,
    people: Object.values(checked.people),
  });
  return { done: true, problems: [], draft: await readDraft(ports, catalogues) };
}

const publishedMeanwhile = (live: Policy | null, remedy: string): RelayError =>
  new RelayError(
    'changed-meanwhile',
    `Version ${live?.version ?? 0} of the settings was published meanwhile.`,
    { remedy },
  );
