// Custom fields that the app makes for an administrator.
import { route } from '@forge/api';
import type { NewFields } from '../app/ports';
import { type Api, bodyOf, json } from './http';

/** Which index finds the values, by the type of the field: without one nobody can search for it (Jira, "Create custom field"). */
const searchers: Readonly<Record<string, string>> = {
  'com.atlassian.jira.plugin.system.customfieldtypes:userpicker': 'com.atlassian.jira.plugin.system.customfieldtypes:userpickergroupsearcher',
};

/** @param api `api.asUser()`: Jira itself looks whether they may configure it */
export const newFields = (api: Api): NewFields => ({
  async create({ name, type, description }) {
    const body = { name, type, description, ...(searchers[type] === undefined ? {} : { searcherKey: searchers[type] }) };
    const response = await api.requestJira(route`/rest/api/3/field`, { method: 'POST', headers: json, body: JSON.stringify(body) });
    const field = await bodyOf<{ id: string; name: string }>(response, `create the field ${name}`);
    return { id: field.id, name: field.name };
  },
});
