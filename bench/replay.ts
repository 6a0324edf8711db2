// npm run replay -- FILE [--tickets 300] [--days 60] [--response-hours 8]
// Real tickets become tickets of the local Jira, their waits become requests for a response, and a judge that knows
// nothing of the app says whether each was answered, escalated and when.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createHost } from '../host';
import type { Host } from '../host/host';
import { readIncidents } from './replay/incidents';
import { judge, type Office, type Verdict } from './replay/judge';
import { costs } from './replay/costs';
import { scriptOf } from './replay/script';
import { Stage } from './replay/stage';

const organizations = [
  'Northwind Credit Union',
  'Alder Bank',
  'Birch Federal Credit Union',
  'Cedar Savings',
];
const dayMs = 86_400_000;

interface Options {
  readonly file: string;
  readonly tickets: number;
  readonly days: number;
  readonly responseHours: number;
}

function optionsOf(argv: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      tickets: { type: 'string', default: '300' },
      days: { type: 'string', default: '60' },
      'response-hours': { type: 'string', default: '8' },
    },
  });
  const [file] = positionals;
  if (file === undefined)
    throw new Error(
      'Name the log: npm run replay -- FILE [--tickets 300] [--days 60] [--response-hours 8]',
    );
  const number = (name: 'tickets' | 'days' | 'response-hours'): number => {
    const value = Number(values[name]);
    if (!(value > 0)) throw new Error(`--${name} must be a number above 0, not ${values[name]}.`);
    return value;
  };
  return {
    file,
    tickets: number('tickets'),
    days: number('days'),
    responseHours: number('response-hours'),
  };
}

/** The demo's settings with one response time for all, and everybody in one calendar: so that the judge can reckon. */
async function openDesk({ responseHours }: Options): Promise<Host> {
  const settings = JSON.parse(
    readFileSync(join(__dirname, '..', 'demo', 'account-relay.json'), 'utf8'),
  ) as {
    people: unknown[];
    queues: { entries: { id: string; ladder?: { respondWithin: object }[] }[] }[];
  };
  const minutes = responseHours * 60;
  const respondWithin = { default: minutes, Highest: Math.ceil(minutes / 4) };
  for (const queue of settings.queues)
    for (const entry of queue.entries)
      for (const rung of entry.ladder ?? []) rung.respondWithin = respondWithin;
  const call = {
    as: 'alex.kim@relay.example',
    module: 'relay-settings',
    call: 'configuration.import',
    payload: { dryRun: false, configuration: { ...settings, people: [] } },
  };
  return createHost({ setup: [call] });
}

async function play(host: Host, options: Options): Promise<Stage> {
  const incidents = readIncidents(options.file, options.tickets);
  const stage = new Stage(host);
  const start = host.clock.now();
  // The log spans years; its tickets are raised over the first half of the time, each with its own pace.
  incidents.forEach((incident, index) =>
    stage.schedule(
      scriptOf(incident, organizations),
      start + Math.floor((index / incidents.length) * (options.days / 2) * dayMs) + 1000,
    ),
  );
  for (let day = 1; day <= options.days; day += 1) {
    await host.advance(dayMs);
    const answered = stage.asks.filter(({ answeredAt }) => answeredAt !== null).length;
    process.stderr.write(
      `\rday ${day} of ${options.days}: ${stage.tickets} tickets, ${stage.asks.length} asks, ${answered} answered   `,
    );
  }
  process.stderr.write('\n');
  return stage;
}

const share = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? 0;

function report(verdict: Verdict, stage: Stage, seconds: number): string {
  const { escalationDelays, answerLead } = verdict;
  return [
    `${stage.tickets} tickets, ${verdict.asks} asks, in ${seconds.toFixed(1)} s`,
    `answered without escalation     ${verdict.answeredInTime}`,
    `answered after escalation       ${verdict.answeredAfterEscalation}`,
    `withdrawn with the ticket       ${verdict.withdrawn}`,
    `still open at the end           ${verdict.stillOpen}`,
    `escalated at the due time       ${verdict.escalatedByTime}, seconds after it: median ${share(escalationDelays, 0.5)}, most ${share(escalationDelays, 1)}`,
    `escalated by leadership before  ${verdict.escalatedByHand}`,
    `answers, hours after due        10 % ${share(answerLead, 0.1).toFixed(1)}, median ${share(answerLead, 0.5).toFixed(1)}, 90 % ${share(answerLead, 0.9).toFixed(1)}`,
    ...[...stage.refused].map(([reason, times]) => `refused ${times} times: ${reason}`),
  ].join('\n');
}

async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2));
  const began = performance.now();
  const host = await openDesk(options);
  const stage = await play(host, options);
  const office: Office = {
    timeZone: 'America/New_York',
    opens: 9,
    closes: 17,
    holidays: ['2026-05-25', '2026-07-03', '2026-09-07', '2026-11-26', '2026-12-25'],
  };
  const verdict = await judge(host, stage.asks, office, (priority) =>
    priority === 'Highest' ? Math.ceil(options.responseHours * 15) : options.responseHours * 60,
  );
  console.log(report(verdict, stage, (performance.now() - began) / 1000));
  console.log(costs(host));
  const broken = [
    ...verdict.broken,
    ...host.unmodelled().map(({ what }) => `not modelled: ${what}`),
  ];
  console.log(
    broken.length === 0
      ? 'No invariant was broken.'
      : `${broken.length} invariants were broken:\n${broken.slice(0, 20).join('\n')}`,
  );
  process.exitCode = broken.length === 0 ? 0 : 1;
  await host.stop();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
