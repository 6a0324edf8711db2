// What the app asks of Jira and of storage for each thing that happens.
import type { Figure } from '../figure';
import { jiraReads, jiraWrites, mail, MeasuredDesk } from '../desk';
import { unitsOf } from '../../host/forge/kvs/rates';
import type { Call } from '../../host/jira/types';

const figures = (
  name: string,
  calls: readonly Call[],
  bound: { reads: number; writes: number },
): Figure[] => [
  { name: `${name}: reads of Jira`, value: jiraReads(calls), bound: bound.reads, unit: 'requests' },
  {
    name: `${name}: writes to Jira`,
    value: jiraWrites(calls),
    bound: bound.writes,
    unit: 'requests',
  },
];

/** Events that change nothing for the SOP. */
async function foreignEvents(desk: MeasuredDesk): Promise<Figure[]> {
  const { key } = await desk.ticket();
  const ben = desk.host.as(mail('ben.ito'));
  const happenings = [
    () => ben.edit(key, { summary: 'Another summary' }),
    () => ben.edit(key, { priority: { name: 'High' } }),
    () => ben.comment(key, 'We are looking into it.', { public: true }),
    () => desk.host.as(mail('nora.quist')).reply(key, 'Thank you.'),
    () => ben.edit(key, { assignee: mail('lin.chen') }),
  ];
  const each: Call[][] = [];
  for (const happening of happenings) each.push(await desk.during(happening));
  const most = (count: (calls: readonly Call[]) => number): number => Math.max(...each.map(count));
  // A move may be the SOP's own request made by hand, or the end of the ticket: it is looked at, once.
  await desk.during(() => ben.transition(key, 'In Progress'));
  const again = await desk.during(() => ben.transition(key, 'Waiting for Customer'));
  return [
    {
      name: 'Moved by hand, nobody asked: requests to Jira',
      value: jiraReads(again) + jiraWrites(again),
      bound: 1,
      unit: 'requests',
    },
    {
      name: 'Event that is none of our business: requests to Jira',
      value: most((calls) => jiraReads(calls) + jiraWrites(calls)),
      bound: 0,
      unit: 'requests',
    },
    {
      name: 'Event that is none of our business: requests to storage',
      value: most((calls) => calls.filter(({ path }) => !path.startsWith('/rest/')).length),
      bound: 1,
      unit: 'requests',
    },
    {
      name: 'Event that is none of our business: units of storage',
      value: most((calls) =>
        calls
          .filter(({ path }) => path.startsWith('/api/'))
          .reduce((sum, { path, bytes }) => sum + unitsOf(path, bytes).units, 0),
      ),
      bound: 1,
      unit: 'units',
    },
  ];
}

/** An ask from the click to the answer, a customer's reply in between. */
async function wholeLife(desk: MeasuredDesk): Promise<Figure[]> {
  const { host } = desk;
  const { key } = await desk.ticket();
  const { revision: expectedRevision } = await desk.panel(key, 'ben.ito');
  await host.advance('PT1M');
  const steps = {
    request: await desk.during(() =>
      desk.send(key, 'ben.ito', 'account-manager.request', { ...question, expectedRevision }),
    ),
    reply: await desk.during(() => host.as(mail('nora.quist')).reply(key, 'Any news?')),
    'put back': await desk.during(() =>
      host.as(mail('ben.ito')).comment(key, 'Asking.', { public: true }),
    ),
    answer: await desk.during(() => host.as(mail('maya.ortiz')).comment(key, 'It is signed.')),
  };
  if (isTraced) for (const [step, made] of Object.entries(steps)) console.log(traceOf(step, made));
  const calls = Object.values(steps).flat();
  const storage = calls.filter(({ path }) => path.startsWith('/api/'));
  const turn = 'take-ticket-turns';
  const turns = new Set(
    storage.filter((call) => call.function === turn).map(({ invocation }) => invocation),
  );
  const reads = storage.filter(
    ({ invocation, path }) => turns.has(invocation) && !/\/(?:set|delete|transaction)$/u.test(path),
  );
  return [
    {
      name: 'The whole life of an ask: requests to storage',
      value: storage.length,
      bound: 25,
      unit: 'requests',
    },
    {
      name: 'A turn of a ticket: reads of storage',
      value: reads.length / turns.size,
      bound: 3,
      unit: 'requests',
    },
  ];
}

/** Each request one a line, on standard output: `TRACE=1 npm run bench -- requests`. */
const isTraced = process.env['TRACE'] === '1';
const traceOf = (step: string, calls: readonly Call[]): string =>
  [
    step,
    ...calls.map(({ invocation, function: of, method, path, bytes, keys = [] }) => {
      const what = path.startsWith('/api/v1/')
        ? path.slice('/api/v1/'.length)
        : `${method} ${path}`;
      return `  ${invocation.replace('invocation-', '')} ${of}: ${what} ${bytes.sent}/${bytes.received} B ${keys.join(' ')}`;
    }),
  ].join('\n');

const question = { entryId: 'other', note: 'Is the contract signed?' };

export async function requestCounts(): Promise<readonly Figure[]> {
  const desk = await MeasuredDesk.open();
  const foreign = await foreignEvents(desk);
  const answer = (key: string) => desk.host.as(mail('maya.ortiz')).comment(key, 'It is signed.');
  // The first of all pays for the names of people, which are then known.
  const first = await desk.ticket();
  await desk.click(first.key, 'ben.ito', 'account-manager.request', question);
  await answer(first.key);
  // Away from the seconds at which schedules run.
  await desk.host.advance('PT7M13S');

  const { key } = await desk.ticket();
  const view = await desk.panel(key, 'ben.ito');
  const request = await desk.during(() =>
    desk.send(key, 'ben.ito', 'account-manager.request', {
      ...question,
      expectedRevision: view.revision,
    }),
  );
  const { ask } = await desk.panel(key, 'ben.ito');
  await desk.host.advance(Date.parse(ask?.dueAt ?? '') - desk.host.clock.now() - 1000);
  const escalation = await desk.during(() => desk.host.advance(2000));
  // Nobody answers on the second level either.
  const { ask: above } = await desk.panel(key, 'ben.ito');
  await desk.host.advance(Date.parse(above?.dueAt ?? '') - desk.host.clock.now() - 1000);
  const further = await desk.during(() => desk.host.advance(2000));

  const other = await desk.ticket();
  await desk.click(other.key, 'ben.ito', 'account-manager.request', question);
  await desk.host.as(mail('nora.quist')).reply(other.key, 'Any news?');
  await desk.host.advance('PT5M');
  const putBack = await desk.during(() =>
    desk.host.as(mail('ben.ito')).comment(other.key, 'We are asking.', { public: true }),
  );
  const answered = await desk.during(() => answer(other.key));
  const life = await wholeLife(desk);
  await desk.host.stop();
  return [
    ...foreign,
    ...life,
    ...figures('Request from the panel', request, { reads: 1, writes: 3 }),
    ...figures('Escalation', escalation, { reads: 1, writes: 2 }),
    ...figures('Escalation from the second level', further, { reads: 1, writes: 2 }),
    ...figures('Put back after a customer’s reply', putBack, { reads: 1, writes: 1 }),
    ...figures('Answer', answered, { reads: 1, writes: 2 }),
  ];
}
