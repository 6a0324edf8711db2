// Custom fields made by the app, always in somebody's name: Jira checks that they administer it.
import { route } from '@forge/api';
import type { CustomFields } from '../app/settings-ports';
import { type Api, bodyOf, json } from './http';

const standard = 'com.atlassian.jira.plugin.system.customfieldtypes';

/** @param api `api.asUser()` inside a resolver */
export const customFields = (api: Api): CustomFields => ({
  async createUserPicker(name, description) {
    // Without a searcher a field cannot be searched; this is the one that Jira names for user pickers.
    const body = {
      name,
      description,
      type: `${standard}:userpicker`,
      searcherKey: `${standard}:userpickergroupsearcher`,
    };
    const response = await api.requestJira(route`/rest/api/3/field`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(body),
    });
    const created = await bodyOf<{ id: string; name: string }>(
      response,
      `create the field ${name}`,
    );
    return { id: created.id, name: created.name };
  },
});
