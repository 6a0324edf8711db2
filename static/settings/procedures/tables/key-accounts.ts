import type { Procedure } from '../describe';

export const keyAccounts: Procedure = {
  id: 'keyAccounts',
  title: 'Key accounts',
  intro: 'Accounts that get more attention: how their tickets are marked, what a release has to pass, and who answers for an escalation.',
  groups: [
    {
      title: 'Mark and priority', about: 'how tickets of key accounts stand out',
      fields: [
        { path: 'mark', label: 'Mark in the summary', help: 'Written as {cid} $$ - {name}, with your own sign in the place of $$. Customers never see it.', clause: 'K1', kind: 'text', longest: 60, usual: '{cid} $$ - {name}' },
        { path: 'floor', label: 'Lowest priority', help: 'No open ticket of a key account ranks below it.', clause: 'KA-15', kind: 'pick', from: 'priorities', empty: 'Leave priorities alone', none: null },
      ],
    },
    {
      title: 'The list', about: 'how accounts get onto it',
      fields: [
        { path: 'listing.requestTypes', label: 'Request types by which the list is changed', clause: 'KA-04', kind: 'pick-some', from: 'request-types', nothing: 'None' },
        {
          path: 'listing.decision', label: 'A change of the list', clause: 'K3', kind: 'choice', usual: 'accept',
          options: [{ value: 'accept', label: 'has to be accepted by the keeper of the list' }, { value: 'notice-only', label: 'counts at once; the keeper is told' }],
        },
      ],
    },
    {
      title: 'Releases', about: 'reviews, witness, production cycles',
      fields: [
        { path: 'release.requestTypes', label: 'Request types of releases', clause: 'KA-08', kind: 'pick-some', from: 'request-types', nothing: 'None' },
        { path: 'release.reviews', label: 'A commit is reviewed by', clause: 'K6', kind: 'choice', usual: 'two-people', options: [{ value: 'two-people', label: 'a peer and a senior engineer' }, { value: 'one-senior', label: 'one senior engineer' }] },
        { path: 'release.witness.who', label: 'The witness is', clause: 'K5', kind: 'choice', usual: 'same-for-all', options: [{ value: 'same-for-all', label: 'one senior engineer for all three steps' }, { value: 'one-per-step', label: 'a senior engineer for each step' }] },
        { path: 'release.witness.notOwnWork', label: 'Nobody witnesses their own work', clause: 'K5', kind: 'yes-no', usual: true },
        { path: 'release.witness.minutesApart', label: 'Two attestations lie apart by at least', help: 'Nearer than that, they were not given when it happened.', clause: 'KA-09', kind: 'number', unit: 'minutes', min: 0, max: 60, usual: 2 },
        { path: 'release.witness.lateAfterMinutes', label: 'Witnessed in time until', help: 'Later, the release says that it was attested after the fact.', clause: 'KA-09', kind: 'number', unit: 'minutes after the deployment', min: 5, max: 10080, usual: 60 },
        { path: 'release.cycles.needed', label: 'Production cycles to monitor', help: 'The SOP asks for at least the first three.', clause: 'KA-11', kind: 'number', unit: 'cycles', min: 3, max: 50, usual: 3 },
        { path: 'release.cycles.onFailure', label: 'After a cycle that failed, the count', clause: 'K10', kind: 'choice', usual: 'restart', options: [{ value: 'restart', label: 'starts again' }, { value: 'go-on', label: 'goes on' }] },
        { path: 'release.beforeGates', label: 'Gates of a change request that wait for the review', clause: 'K8', kind: 'several', options: [{ value: 'interface-approval', label: 'Interface approval' }, { value: 'uat', label: 'User acceptance test' }] },
        { path: 'release.closedEarly', label: 'A ticket closed while its release is open', clause: 'KA-16', kind: 'choice', usual: 'say-so', options: [{ value: 'say-so', label: 'stays closed, with a note that says what is missing' }, { value: 'put-back', label: 'is put back' }] },
      ],
    },
    {
      title: 'The release checklist', about: 'what is ticked, part by part',
      fields: [
        {
          path: 'release.checklist', label: 'Items', clause: 'KA-09', kind: 'list', one: 'Item', most: 500, key: 'id', blank: { id: '', section: 'release', text: '', required: true, evidence: false },
          help: 'A release that has begun keeps the list it began with.',
          items: [
            { path: 'text', label: 'What is ticked', kind: 'text', longest: 200, wide: true },
            { path: 'section', label: 'Part', kind: 'choice', options: [{ value: 'commit-review', label: 'Commit review' }, { value: 'release', label: 'Release' }, { value: 'post-release', label: 'Post-release checks' }] },
            { path: 'required', label: 'A release cannot finish without it', kind: 'yes-no' },
            { path: 'evidence', label: 'Needs a link or a few words that prove it', kind: 'yes-no' },
          ],
        },
      ],
    },
    {
      title: 'Escalations and the end of the month', about: 'priority, ladder, records',
      fields: [
        { path: 'escalation.requestTypes', label: 'Request types that are quality issues by rule', clause: 'KA-13', kind: 'pick-some', from: 'request-types', nothing: 'None' },
        { path: 'escalation.priority', label: 'Priority of escalations', clause: 'K11', kind: 'pick', from: 'priorities' },
        { path: 'escalation.label', label: 'Label of escalations', help: 'Without spaces.', clause: 'K11', kind: 'text', longest: 60, empty: 'No label', usual: 'Escalation' },
        {
          path: 'escalation.record', label: 'An escalation gets a ticket of its own', clause: 'K11', kind: 'together', blank: { project: '', requestType: '', linkType: 'Relates' },
          help: 'Linked to the ticket. Otherwise the ticket itself is flagged, and no more.',
          fields: [
            { path: 'project', label: 'Project', kind: 'pick', from: 'projects' },
            { path: 'requestType', label: 'Request type there', help: 'Its name, as on the portal.', kind: 'text', longest: 255 },
            { path: 'linkType', label: 'Type of the link', help: 'Its name in Jira, such as Relates.', kind: 'text', longest: 60 },
          ],
        },
        {
          path: 'escalation.ladder', label: 'Who answers, one after the other', clause: 'K11', kind: 'list', one: 'Level', most: 6, blank: { to: 'senior-engineer', respondWithin: 60 },
          items: [
            { path: 'to', label: 'Who', kind: 'role' },
            { path: 'respondWithin', label: 'Answers within', kind: 'minutes', min: 1, max: 13440 },
          ],
        },
        {
          path: 'monthEnd', label: 'A ticket at the end of each month, by which the summary is confirmed', clause: 'K4', kind: 'together', blank: { requestType: '', dueDays: 3 },
          fields: [
            { path: 'requestType', label: 'Request type', kind: 'pick', from: 'request-types' },
            { path: 'dueDays', label: 'Due', kind: 'number', unit: 'working days after the month', min: 0, max: 20, usual: 3 },
          ],
        },
      ],
    },
  ],
};
