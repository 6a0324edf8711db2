import * as v from 'valibot';
import type { SettingsForm } from '../../contract/settings-form';
import type { AccountId } from '../../core/ids';
import type { People } from '../../core/people';
import type { Settings } from '../../core/policy';
import { byId, Resolution } from '../configuration/resolution';
import { resolveSettings } from '../configuration/resolve-settings';
import { type SettingsProblem, shapeProblems } from '../configuration/problems';
import { settingsShape } from '../configuration/shapes';
import { configuredOf } from '../app-procedure';
import type { Ports } from '../ports';
import type { Catalogue } from '../settings-ports';

/** What a form means in Jira as it is now. */
export interface Checked {
  /** Complete when there are no problems; else without what could not be found. */
  readonly settings: Settings;
  readonly problems: readonly SettingsProblem[];
  /** What is as wrong in the settings in force, and stands in nobody's way. */
  readonly warnings: readonly SettingsProblem[];
  /** Everybody the form names, as Jira knows them. */
  readonly people: People;
}

/** People Jira is asked for at a time. */
const perRequest = 100;

/** Finds in Jira what the form names and notes every problem. */
export async function checkForm(
  ports: Ports,
  catalogue: Catalogue,
  form: SettingsForm,
): Promise<Checked> {
  const ids: AccountId[] = [
    ...new Set([...form.fallback, ...Object.values(form.roles ?? {}).flat()]),
  ];
  const pages = Array.from({ length: Math.ceil(ids.length / perRequest) }, (_, page) =>
    ids.slice(page * perRequest, (page + 1) * perRequest),
  );
  const [live, ...found] = await Promise.all([
    ports.policy.current(),
    ...pages.map((page) => ports.jira.app.people(page)),
  ]);
  const known = found.flat();
  const resolution = new Resolution(catalogue, byId(known), live);
  const procedures = await configuredOf(ports);
  const settings = await resolveSettings(resolution, form, procedures);
  const shape = v.safeParse(v.object(settingsShape(procedures)), form);
  const outOfBounds = shape.success ? [] : shapeProblems(shape.issues, '', 'Correct this value.');
  return {
    settings,
    problems: [...outOfBounds, ...resolution.problems],
    warnings: resolution.warnings,
    people: Object.fromEntries(known.map((person) => [person.accountId, person])),
  };
}
