// A story in which the app asks everything that it ever asks of Jira.
import type { OneFault } from '../../host/faults';
import type { Call } from '../../host/jira/types';
import { Desk } from '../simulation/desk';

const once = (...faults: OneFault[]): { once: OneFault[] } => ({ once: faults });

/** @returns every request to Jira, from the import of the settings on */
export async function everyRequest(): Promise<Call[]> {
  const desk = await Desk.open();
  await desk.ticket();
  const { host, key } = desk;
  const settings = async (call: string, payload: object): Promise<unknown> =>
    host.invoke({ module: 'relay-settings', as: 'alex.kim@relay.example', call, payload });

  const { value } = (await settings('doctor.get', {})) as { value: { sections: { id: string }[] } };
  for (const { id } of value.sections)
    await settings('doctor.examine', { section: id, continued: false });
  const projects = (await settings('choices.projects', {})) as {
    value: { id: string; key: string }[];
  };
  for (const { key: project } of projects.value) await settings('choices.queue', { project });

  // A ticket for the integrations team of a customer whom two teams serve.
  const hybrid = { module: 'hybrid-account', issue: key, as: 'dana.fox@relay.example' };
  const { value: seen } = (await host.invoke({ ...hybrid, call: 'hybrid.get', payload: {} })) as {
    value: { revision: number };
  };
  const symptom = {
    symptom: 'duplicated-users',
    summary: 'Users appear twice',
    description: 'Since Monday.',
    expectedRevision: seen.revision,
  };
  await host.invoke({ ...hybrid, call: 'hybrid-account.raise-integration', payload: symptom });
  await host.settled();

  await host.invoke({
    module: 'change-request-portal',
    issue: key,
    as: 'nora.quist@relay.example',
    call: 'request.get',
    payload: {},
  });

  await desk
    .act('ben.ito', 'account-manager.add-watcher', { entryId: 'enrollment-news' }, () => true)
    .catch(() => undefined);
  await desk.as('ben.ito').comment(key, 'is it signed?', { mention: ['maya.ortiz@relay.example'] });
  await host.advance('PT10M');
  await desk.gadget('maya.ortiz');
  // A history too long for one answer is read in pages when the ticket closes.
  for (let turn = 0; turn < 60; turn += 1) {
    await desk.as('ben.ito').edit(key, { priority: { name: 'High' } });
    await desk.as('ben.ito').edit(key, { priority: { name: 'Low' } });
  }
  host.faults.set(once({ kind: 'conflict', nth: 1 }));
  await desk.as('maya.ortiz').comment(key, 'It is signed.');
  await host.advance('PT2H');
  await desk.as('ben.ito').transition(key, 'Resolved');
  await host.advance('PT2H');
  // A note that may or may not have been posted is looked for.
  await desk.ticket({ organizations: ['Alder Bank'], reporter: 'paul.weber' });
  host.faults.set(once({ kind: 'server-error', nth: 1, method: 'POST' }));
  await desk.as('ben.ito').transition(desk.key, 'Waiting for Account Manager');
  await host.advance('PT10M');
  // A promise moves nothing but the time in the search property.
  await desk.act(
    'owen.clarke',
    'account-manager.promise',
    { by: '2026-03-04T15:00:00Z', text: 'On Wednesday.' },
    () => true,
  );
  // Somebody with an Atlassian account replies: only Jira says that they take part in the request.
  await desk.as('ben.ito').request('POST', `/rest/servicedeskapi/request/${desk.key}/participant`, {
    accountIds: [host.as('ada.winter@relay.example').accountId],
  });
  await desk.as('ada.winter').reply(desk.key, 'Any news?');
  await host.settled();
  // A note that comes out public is taken back at once.
  await desk.ticket({ organizations: ['Alder Bank'], reporter: 'paul.weber' });
  host.faults.set(once({ kind: 'public-comment', nth: 1 }));
  await desk.as('ben.ito').transition(desk.key, 'Waiting for Account Manager');
  await host.advance('PT10M');
  // Last, as the tickets here can do without it no more: a field that was thrown away is created again.
  const { body: fields } = await host
    .as('alex.kim@relay.example')
    .request('GET', '/rest/api/3/field');
  const lost =
    (fields as { id: string; name: string }[]).find(({ name }) => name === 'Regional Manager')
      ?.id ?? '';
  await host.as('alex.kim@relay.example').request('POST', `/rest/api/3/field/${lost}/trash`);
  const { value: live } = (await settings('doctor.get', {})) as { value: { version: number } };
  await settings('doctor.create-field', {
    projectId: projects.value.find(({ key: project }) => project === 'EBH')?.id,
    place: 'regionalManager',
    expectedVersion: live.version,
  });
  const calls = host.calls().filter(({ path }) => path.startsWith('/rest/'));
  await host.stop();
  return calls;
}
