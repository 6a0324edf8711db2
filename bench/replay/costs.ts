// How many Jira requests each kind of act took, from the host's own record of requests.
import type { Host } from '../../host/host';

/** What an invocation did, by the clauses it logged. */
const acts: readonly (readonly [string, string])[] = [
  ['AM-23', 'request of a response'],
  ['AM-21', 'escalation'],
  ['A5', 'answer'],
  ['A15', 'reminder'],
  ['AM-27', 'put back'],
];

interface Decided {
  readonly event: string;
  readonly clauses?: string;
}

function actOf(text: string): string | null {
  try {
    const { event, clauses = '' } = JSON.parse(text) as Decided;
    if (event !== 'decided') return null;
    return acts.find(([clause]) => clauses.split(',').includes(clause))?.[1] ?? null;
  } catch {
    return null;
  }
}

/** A table of the invocations still on record that took care of exactly one ticket. */
export function costs(host: Host): string {
  const requests = new Map<string, { reads: number; writes: number }>();
  for (const { invocation, method, path } of host.calls()) {
    if (!path.startsWith('/rest/')) continue;
    const counted = requests.get(invocation) ?? { reads: 0, writes: 0 };
    const reads = method === 'GET' || /\/(search\/jql|bulkfetch|comment\/list)/u.test(path);
    counted[reads ? 'reads' : 'writes'] += 1;
    requests.set(invocation, counted);
  }
  const decided = new Map<string, string[]>();
  for (const { invocation, text } of host.logs()) {
    const act = actOf(text);
    if (act !== null) decided.set(invocation, [...(decided.get(invocation) ?? []), act]);
  }
  const byAct = new Map<string, { reads: number; writes: number }[]>();
  for (const [invocation, [act, ...more]] of decided) {
    const counted = requests.get(invocation);
    if (act === undefined || more.length > 0 || counted === undefined) continue;
    byAct.set(act, [...(byAct.get(act) ?? []), counted]);
  }
  const rows = [...byAct].map(([act, counts]) => {
    const most = (key: 'reads' | 'writes'): number => Math.max(...counts.map((one) => one[key]));
    const mean = (key: 'reads' | 'writes'): string =>
      (counts.reduce((sum, one) => sum + one[key], 0) / counts.length).toFixed(1);
    return `${act.padEnd(24)} ${String(counts.length).padStart(6)} times, Jira reads ${mean('reads')} (most ${most('reads')}), writes ${mean('writes')} (most ${most('writes')})`;
  });
  return ['What each took, of those on record:', ...rows].join('\n');
}
