// The draft as it is now: what it says, against what is in force, and what stands in its way in Jira.
import type { SettingsForm } from '../../contract/settings-form';
import type { DraftView, SettingsReport } from '../../contract/versions';
import type { AccountId } from '../../core/ids';
import type { Policy, Settings } from '../../core/policy';
import { allRoles, roleNames } from '../../core/roles';
import { differences } from '../../core/settings-diff';
import { adminsOnly } from '../administrators';
import { type Configured, configuredOf } from '../app-procedure';
import { ChangedMeanwhile } from '../errors';
import { withNames } from '../names';
import type { Ports, SettingsDraft } from '../ports';
import type { Catalogue } from '../settings-ports';
import { personView, personViewOrNull } from '../views/why';
import { type Checked, checkForm } from './check-form';
import { emptyForm, formOf } from './form-of';
import { same } from './merge';
import { namesIn } from './names-in';
import { openInRemoved } from './open-there';
import { partsOf } from './parts';
import { factsIn } from './procedure-settings';
import { asIds } from './spelling';
import { versionView } from './versions';

/** Names in Jira, as the app sees them and as the viewer does. */
export interface Catalogues {
  readonly app: Catalogue;
  readonly viewer: Catalogue;
}

export const noSettings: Settings = { fallback: [], procedures: {}, calendars: {}, queues: {} };

export interface Stored {
  readonly draft: SettingsDraft;
  readonly live: Policy | null;
  /** What the draft says; what is in force while there is no draft. */
  readonly form: SettingsForm;
  /** What is configured of each procedure. */
  readonly procedures: readonly Configured[];
}

export async function stored(ports: Ports): Promise<Stored> {
  const [draft, live, procedures] = await Promise.all([
    ports.policy.draft(),
    ports.policy.current(),
    configuredOf(ports),
  ]);
  return { draft, live, form: draft.form ?? formInForce({ procedures, live }), procedures };
}

export const formInForce = ({
  procedures,
  live,
}: Pick<Stored, 'procedures' | 'live'>): SettingsForm =>
  live === null ? emptyForm : formOf(live, asIds, procedures);

/** @throws ChangedMeanwhile when somebody edited the draft since the page was read */
export function expectRevision({ draft }: Stored, expected: number): void {
  if (draft.revision !== expected) throw new ChangedMeanwhile('The draft');
}

/**
 * Puts a form into the draft in the place of what was there; null takes the draft back.
 * @throws ChangedMeanwhile when somebody else was faster
 */
export async function saveForm(
  ports: Ports,
  { draft, live, procedures }: Stored,
  by: AccountId,
  form: SettingsForm | null,
): Promise<Stored> {
  const basedOn = draft.form === null ? (live?.version ?? null) : draft.basedOn;
  const saved = await ports.policy.saveDraft({
    revision: draft.revision,
    form,
    basedOn: form === null ? null : basedOn,
    editedBy: by,
    editedAt: ports.now(),
  });
  return { draft: saved, live, form: form ?? formInForce({ procedures, live }), procedures };
}

/** For administrators: the draft, or what is in force as one begins from it. */
export async function readDraft(ports: Ports, catalogues: Catalogues): Promise<DraftView> {
  await adminsOnly(ports, catalogues.viewer);
  const now = await stored(ports);
  return draftView(ports, now, await checkForm(ports, catalogues.app, now.form));
}

/** What the draft would put in force, as far as Jira has what it names. */
export async function settingsOfDraft(ports: Ports, catalogues: Catalogues): Promise<Settings> {
  return (await checkForm(ports, catalogues.app, (await stored(ports)).form)).settings;
}

/** What a page gets when it was too late. */
export const freshReport = async (
  ports: Ports,
  catalogues: Catalogues,
): Promise<SettingsReport> => ({
  done: false,
  problems: [],
  draft: await readDraft(ports, catalogues),
});

export async function draftView(
  ports: Ports,
  { draft, live, form, procedures }: Stored,
  { settings, problems, warnings, people: known }: Checked,
): Promise<DraftView> {
  const people = await withNames(ports, known, [draft.editedBy, live?.publishedBy], true);
  const named = [...new Set([...form.fallback, ...Object.values(form.roles ?? {}).flat()])];
  return {
    revision: draft.revision,
    live: live === null ? null : versionView(live, people),
    basedOn: draft.basedOn,
    behind: draft.form !== null && draft.basedOn !== (live?.version ?? null),
    changed:
      draft.form !== null &&
      !same(partsOf(procedures), draft.form, formInForce({ procedures, live })),
    editedAt: draft.editedAt,
    editedBy: personViewOrNull(people, draft.editedBy),
    form,
    problems,
    ...(warnings.length === 0 ? {} : { warnings }),
    differences:
      draft.form === null
        ? []
        : [
            ...(await openInRemoved(ports, live ?? noSettings, settings)),
            ...differences(
              live ?? noSettings,
              settings,
              await namesIn(ports, [live ?? noSettings, settings], people),
              factsIn(procedures),
            ),
          ],
    people: named.map((accountId) => personView(people, accountId)),
    queues: Object.values(settings.queues).map(({ projectId, key, name }) => ({
      projectId,
      key,
      name,
    })),
    roles: allRoles.map((role) => ({ role, title: roleNames[role] })),
  };
}
