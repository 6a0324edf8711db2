import type { Procedure } from '../describe';

export const hybrid: Procedure = {
  id: 'hybrid',
  title: 'Hybrid accounts',
  intro: 'Accounts that Customer Success and Fully-Managed Credentialing share: what makes one, how it is onboarded, and who looks at what the other side did.',
  groups: [
    {
      title: 'What makes an account hybrid', about: 'the names of products',
      fields: [
        {
          path: 'productNames', label: 'Products, as your records write them', clause: 'HY-01', kind: 'meanings', one: 'Name', help: 'Capitals, spaces and punctuation do not matter.',
          meanings: [
            { value: 'learning', label: 'Learning' }, { value: 'compliance', label: 'Compliance' }, { value: 'credentialing-software', label: 'Self-managed credentialing software' },
            { value: 'credentialing-service', label: 'Fully-managed credentialing' }, { value: '', label: 'A product that does not matter here' },
          ],
        },
        { path: 'becameHybrid', label: 'An account that becomes hybrid later is onboarded like a new one', clause: 'H5', kind: 'yes-no', usual: false },
      ],
    },
    {
      title: 'Tickets and channels', about: 'where onboardings are opened',
      fields: [
        { path: 'project', label: 'Project of onboardings', help: 'One of the queues.', kind: 'pick', from: 'queues', empty: 'None: nobody opens any from here', none: null },
        { path: 'requestType', label: 'Request type of onboardings', kind: 'pick', from: 'request-types', empty: 'None', none: null },
        { path: 'integrationRequestType', label: 'Request type for the integrations team', clause: 'HY-14', kind: 'pick', from: 'request-types', empty: 'None', none: null },
        { path: 'channels.departments', label: 'Link to the channel of the departments', help: 'Begins with https://. It is shown; nothing is posted there.', clause: 'H4', kind: 'text', longest: 500, empty: 'No link' },
        { path: 'channels.support', label: 'Link to the support channel', help: 'Begins with https://.', clause: 'H4', kind: 'text', longest: 500, empty: 'No link' },
      ],
    },
    {
      title: 'The onboarding', about: 'its tasks, in their order',
      fields: [
        {
          path: 'tasks', label: 'Tasks', clause: 'HY-07', kind: 'list', one: 'Task', most: 30, key: 'id', blank: { id: '', title: '', owner: 'cs-ops', kind: 'task', opens: 'at-once', clause: 'HY-07' },
          help: 'Exactly one informs the other department, and each department has an onboarding call.',
          items: [
            { path: 'title', label: 'What is to be done', kind: 'text', longest: 200, wide: true },
            { path: 'owner', label: 'Who does it', kind: 'choice', options: [{ value: 'cs-ops', label: 'CS Operations' }, { value: 'csm', label: 'The CSM' }, { value: 'fmc-team-lead', label: 'The team lead of Fully-Managed Credentialing' }, { value: 'both', label: 'Both departments' }] },
            {
              path: 'kind', label: 'What kind of task', kind: 'choice', options: [
                { value: 'task', label: 'A task' }, { value: 'inform', label: 'Informs the other department' }, { value: 'call', label: 'An onboarding call' }, { value: 'object', label: 'Updates the Onboarding Object' },
                { value: 'meeting', label: 'The sync meeting' }, { value: 'slot', label: 'A place for steps of your own' },
              ],
            },
            { path: 'opens', label: 'It can begin', kind: 'choice', options: [{ value: 'at-once', label: 'at once' }, { value: 'when-acknowledged', label: 'when the message is acknowledged' }, { value: 'when-both-called', label: 'when both calls were held' }] },
            { path: 'clause', label: 'Clause of the SOP', kind: 'text', longest: 10 },
          ],
        },
        { path: 'message', label: 'Message to the other department', help: 'Filled in: {{account}}, {{opportunity}}, {{ticket}}, {{link}}.', clause: 'HY-07', kind: 'long-text', longest: 1000 },
        { path: 'acknowledgeMinutes', label: 'Time to acknowledge it', clause: 'HY-19', kind: 'minutes', min: 15, max: 4800, usual: 480 },
      ],
    },
    {
      title: 'The sync meeting', about: 'length, agenda, until when',
      fields: [
        { path: 'meeting.title', label: 'Title', help: '{{account}} becomes the name of the account.', clause: 'HY-05', kind: 'text', longest: 200, wide: true },
        { path: 'meeting.agenda', label: 'Agenda', clause: 'HY-20', kind: 'long-text', longest: 1000 },
        { path: 'meeting.minutes', label: 'Length', clause: 'HY-05', kind: 'number', unit: 'minutes', min: 5, max: 240, usual: 15 },
        { path: 'meeting.withinDays', label: 'Held within', clause: 'HY-05', kind: 'number', unit: 'working days', min: 1, max: 30, usual: 3 },
      ],
    },
    {
      title: 'Updates and questions between the departments', about: 'times, who is told',
      fields: [
        {
          path: 'gapLadder', label: 'Who is told of an update that nobody looks at', clause: 'HY-18', kind: 'list', one: 'Step', most: 6, blank: { to: 'department', afterDays: 1 },
          help: 'Each step so many working days after the one before.',
          items: [
            { path: 'to', label: 'Who', kind: 'choice', options: [{ value: 'department', label: 'The department again' }, { value: 'fallback', label: 'The fallback list' }] },
            { path: 'afterDays', label: 'After', kind: 'number', unit: 'working days', min: 1, max: 60 },
          ],
        },
        { path: 'questionMinutes', label: 'Time for a question of the other department', clause: 'HY-20', kind: 'minutes', min: 15, max: 4800, usual: 480 },
      ],
    },
    {
      title: 'The integration guide', about: 'symptoms and what may be behind them',
      fields: [
        {
          path: 'symptoms', label: 'Symptoms', clause: 'HY-13', kind: 'list', one: 'Symptom', most: 40, key: 'id', blank: { id: '', title: '', causes: [], summary: '', description: '' },
          items: [
            { path: 'title', label: 'Symptom', kind: 'text', longest: 200, wide: true },
            { path: 'causes', label: 'What may be behind it', help: 'One per line, at most 10.', kind: 'lines' },
            { path: 'summary', label: 'Summary of the ticket for the integrations team', help: '{{account}} becomes the name of the account.', clause: 'HY-14', kind: 'text', longest: 200, wide: true },
            { path: 'description', label: 'Description of that ticket', clause: 'HY-14', kind: 'long-text', longest: 2000 },
          ],
        },
      ],
    },
  ],
};
