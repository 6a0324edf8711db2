import * as v from 'valibot';
import { customField } from '../build/schemes';
import { type Field, type FieldKind } from '../entities';
import { badRequest, forbidden, notFound, NotModelled } from '../errors';
import { customTypes } from '../fields/system';
import { formatField, formatFieldMeta, formatSchema } from '../format/field';
import { formatIssueType } from '../format/scheme';
import { isEditable } from '../fields/of-issue';
import { type Ask, bodyOf, created, ok, type Operation, param, under } from '../operation';
import { pageBean, pageOf } from '../paging';
import { mayGlobally } from '../permissions';
import { projectOf } from './project';

const at = under('/rest/api/3', 'read:jira-work');
const configuration = under('/rest/api/3', 'manage:jira-configuration');

const kindOf = (type: string): FieldKind | undefined =>
  (Object.keys(customTypes) as FieldKind[]).find((kind) => customTypes[kind] === type);

function found(ask: Ask): Field[] {
  const types = ask.query.list('type');
  const ids = ask.query.list('id');
  const text = ask.query.text('query')?.toLowerCase();
  return [...ask.world.fields.values()]
    .filter((field) => types.length === 0 || types.includes(field.custom ? 'custom' : 'system'))
    .filter(
      (field) =>
        (ids.length === 0 || ids.includes(field.id)) &&
        (text === undefined || field.name.toLowerCase().includes(text)),
    )
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** Fields, and what may be filled in when an issue is created. */
export const fieldOperations: readonly Operation[] = [
  at.get('/field', (ask) => ok([...ask.world.fields.values()].map(formatField))),
  at.get('/field/search', (ask) =>
    ok(
      pageBean(`${ask.world.baseUrl}/rest/api/3/field/search`, found(ask), ask, (field) => ({
        id: field.id,
        name: field.name,
        schema: formatSchema(field),
        description: field.description,
        key: field.id,
        isLocked: false,
      })),
    ),
  ),
  configuration.post('/field', (ask) => {
    if (!mayGlobally(ask.world, ask.user, 'ADMINISTER'))
      throw forbidden('Only Jira administrators can create custom fields.');
    const sent = bodyOf(
      ask,
      v.strictObject({
        name: v.pipe(v.string(), v.nonEmpty()),
        type: v.string(),
        description: v.optional(v.string(), ''),
        searcherKey: v.optional(v.string()),
      }),
    );
    const kind = kindOf(sent.type);
    if (!kind && sent.type.startsWith('com.atlassian.jira.plugin.system.customfieldtypes:'))
      throw new NotModelled(`custom fields of type ${sent.type}`);
    if (!kind) throw badRequest(`The custom field type '${sent.type}' does not exist.`);
    const field = customField(ask.world, sent.name, kind, { description: sent.description });
    ask.world.fields.set(field.id, field);
    return created(formatField(field));
  }),
  configuration.post('/field/{id}/trash', (ask) => {
    if (!mayGlobally(ask.world, ask.user, 'ADMINISTER'))
      throw forbidden('Only Jira administrators can move custom fields to the trash.');
    const field = ask.world.fields.get(param(ask, 'id'));
    if (field === undefined) throw notFound('The custom field was not found.');
    if (!field.custom) throw badRequest('Only custom fields can be moved to the trash.');
    ask.world.fields.delete(field.id);
    return ok({});
  }),
  at.get('/issue/createmeta/{projectIdOrKey}/issuetypes', (ask) => {
    const project = projectOf(ask, param(ask, 'projectIdOrKey'));
    const page = pageOf(
      project.issueTypes.flatMap((id) => ask.world.issueTypes.get(id) ?? []),
      ask.query,
    );
    const issueTypes = page.rows.map((type) => {
      const {
        hierarchyLevel: _level,
        avatarId: _avatar,
        ...rest
      } = formatIssueType(ask.world, type);
      return rest;
    });
    return ok({ ...page.bean, issueTypes });
  }),
  at.get('/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}', (ask) => {
    const project = projectOf(ask, param(ask, 'projectIdOrKey'));
    const type = param(ask, 'issueTypeId');
    if (!project.issueTypes.includes(type))
      throw badRequest(`The issue type '${type}' is not of project ${project.key}.`);
    const page = pageOf(
      [...ask.world.fields.values()].filter((field) => isEditable(ask.world, project, field)),
      ask.query,
    );
    return ok({
      ...page.bean,
      fields: page.rows.map((field) => ({
        ...formatFieldMeta(ask.world, project, field),
        fieldId: field.id,
      })),
    });
  }),
];
