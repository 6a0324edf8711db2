import type { Handlers } from '@forge/resolver';
import * as v from 'valibot';
import { catchUp, discardDraft, editDraft } from '../../../app/settings/edit-draft';
import { exportSettings } from '../../../app/settings/export-settings';
import { partNames } from '../../../app/settings/parts';
import { publishDraft, restoreVersion } from '../../../app/settings/publish-draft';
import { freshReport, readDraft, settingsOfDraft } from '../../../app/settings/the-draft';
import { compareVersions, listVersions } from '../../../app/settings/versions';
import type { SettingsEdit, VersionsApi } from '../../../contract/versions';
import { adminsOnly } from '../../../app/administrators';
import { cataloguesForViewer } from '../../ports';
import { expectedRevision, given, parse } from '../../../app/input';
import { answering, type Asked } from '../answering';

const version = (what: string) =>
  v.pipe(
    v.number(`${what} must be a number.`),
    v.integer(`${what} must be a whole number.`),
    v.minValue(1, `${what} must be at least 1.`),
  );
const versionName = (what: string) =>
  v.union([v.literal('draft'), version(what)], `${what} is the number of a version, or "draft".`);
const comment = given('The comment', 500);

const shapes = {
  edit: v.object({
    edit: v.object({
      part: v.picklist(partNames, `A part is one of: ${partNames.join(', ')}.`),
      key: v.pipe(
        v.string('The key must be text.'),
        v.maxLength(100, 'The key is longer than 100 characters.'),
      ),
      value: v.unknown(),
    }),
    expectedRevision,
  }),
  expecting: v.object({ expectedRevision }),
  publish: v.object({ comment, expectedRevision }),
  list: v.object({ before: v.optional(version('before')) }),
  compare: v.object({ from: versionName('from'), to: versionName('to') }),
  restore: v.object({
    version: version('version'),
    expectedVersion: version('expectedVersion'),
    comment,
  }),
} as const;

const fresh = ({ ports }: Asked) => freshReport(ports, cataloguesForViewer());

export const draft: Handlers<VersionsApi> = {
  'draft.get': answering(({ ports }) => readDraft(ports, cataloguesForViewer())),
  'draft.edit': answering(({ payload, ports }) => {
    // The value is read by the shape of its part, in the use case.
    const { edit, expectedRevision: revision } = parse(shapes.edit, payload);
    return editDraft(ports, cataloguesForViewer(), {
      edit: { ...edit, value: edit.value ?? null } as SettingsEdit,
      expectedRevision: revision,
    });
  }, fresh),
  'draft.discard': answering(
    ({ payload, ports }) =>
      discardDraft(ports, cataloguesForViewer(), parse(shapes.expecting, payload)),
    fresh,
  ),
  'draft.catch-up': answering(
    ({ payload, ports }) => catchUp(ports, cataloguesForViewer(), parse(shapes.expecting, payload)),
    fresh,
  ),
  'draft.publish': answering(
    ({ payload, ports }) =>
      publishDraft(ports, cataloguesForViewer(), parse(shapes.publish, payload)),
    fresh,
  ),
  'versions.list': answering(async ({ payload, ports }) => {
    await adminsOnly(ports, cataloguesForViewer().viewer);
    return listVersions(ports, parse(shapes.list, payload).before);
  }),
  'versions.compare': answering(async ({ payload, ports }) => {
    const catalogues = cataloguesForViewer();
    await adminsOnly(ports, catalogues.viewer);
    const { from, to } = parse(shapes.compare, payload);
    return compareVersions(ports, from, to, () => settingsOfDraft(ports, catalogues));
  }),
  'versions.restore': answering(
    ({ payload, ports }) =>
      restoreVersion(ports, cataloguesForViewer(), parse(shapes.restore, payload)),
    fresh,
  ),
  'settings.export': answering(({ ports }) => exportSettings(ports, cataloguesForViewer())),
};
