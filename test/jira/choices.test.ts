import api from '@forge/api';
import type { Choices } from '../../src/app/settings-ports';
import { jiraChoices } from '../../src/jira/choices';
import { type AdapterDoor, openAdapterDoor } from '../support/adapter-door';
import { admin } from '../support/real-queue';

describe('What the forms of the settings offer', () => {
  let door: AdapterDoor;
  beforeEach(async () => {
    door = await openAdapterDoor();
  });
  const ask = <T>(question: (choices: Choices) => Promise<T>, as = admin): Promise<T> =>
    door.run(() => question(jiraChoices(api.asUser())), as);

  it('service projects that the administrator sees', async () => {
    expect(await ask((choices) => choices.serviceProjects())).toEqual(
      door.host.jira.projects().map(({ id, key, name }) => ({ id, key, name })),
    );
  });

  it('request types of one of them, each once, found by the id of the project', async () => {
    const [project] = door.host.jira.projects();
    const types = await ask((choices) => choices.requestTypes(project?.id ?? ''));
    expect(types.length).toBeGreaterThan(0);
    expect(new Set(types).size).toBe(types.length);
  });

  it('says so where the project is no service desk', async () => {
    await expect(ask((choices) => choices.requestTypes('999999'))).rejects.toMatchObject({
      code: 'missing',
    });
  });
});
