// The living SOP: the settings read back as sentences, whether in force, in the draft, or only in a form.
import * as v from 'valibot';
import type { SopPreview, SopView } from '../../contract/sop';
import type { Settings } from '../../core/policy';
import { proseOf, proseOfQueue } from '../../core/written-sop';
import { adminsOnly } from '../administrators';
import { configuredOf } from '../app-procedure';
import { byId, Resolution } from '../configuration/resolution';
import { readCalendar } from '../configuration/resolve-calendar';
import { resolveQueue } from '../configuration/resolve-queue';
import { shapeProblems } from '../configuration/problems';
import { partShapes } from '../configuration/shapes';
import type { Ports } from '../ports';
import { namesIn } from './names-in';
import { proseIn } from './procedure-settings';
import { type Catalogues, noSettings, settingsOfDraft, stored } from './the-draft';

export async function readSop(
  ports: Ports,
  catalogues: Catalogues,
  of: 'draft' | 'in-force',
): Promise<SopView> {
  await adminsOnly(ports, catalogues.viewer);
  const live = await ports.policy.current();
  const settings: Settings =
    of === 'in-force' ? (live ?? noSettings) : await settingsOfDraft(ports, catalogues);
  return {
    version: of === 'in-force' ? (live?.version ?? null) : null,
    queues: Object.values(settings.queues).map(({ projectId, key, name }) => ({
      projectId,
      key,
      name,
    })),
    sentences: proseOf(
      settings,
      await namesIn(ports, [settings]),
      proseIn(await configuredOf(ports)),
    ),
  };
}

/** What a queue's form would write, with the calendars of the draft; nothing is kept. */
export async function previewSop(
  ports: Ports,
  catalogues: Catalogues,
  input: unknown,
): Promise<SopPreview> {
  await adminsOnly(ports, catalogues.viewer);
  const procedures = await configuredOf(ports);
  const shape = v.safeParse(partShapes.queue(procedures), input);
  if (!shape.success)
    return { sentences: null, problems: shapeProblems(shape.issues, '', 'Correct this value.') };
  const { form } = await stored(ports);
  const resolution = new Resolution(catalogues.app, byId([]));
  // What is wrong with a calendar is said where calendars are edited.
  const calendars = Object.fromEntries(
    Object.entries(form.calendars).map(([key, calendar]) => [
      key,
      readCalendar(new Resolution(catalogues.app), key, calendar),
    ]),
  );
  const queue = await resolveQueue(resolution, '', shape.output, {
    calendars: Object.keys(calendars),
    procedures,
  });
  const problems = resolution.problems.map((problem) => ({
    ...problem,
    path: problem.path.replace(/^\./u, ''),
  }));
  if (queue === null) return { sentences: null, problems };
  const settings: Settings = {
    fallback: [],
    procedures: {},
    calendars,
    queues: { [queue.projectId]: queue },
  };
  const names = await namesIn(ports, [settings]);
  return {
    sentences: proseOfQueue(settings, queue, names, proseIn(procedures)),
    problems,
  };
}
