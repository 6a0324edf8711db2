import { type Invocation, type LogLine } from '../../host';
import { type Call } from '../../jira/types';
import { read } from '../data/http';

export interface Activity {
  readonly calls: readonly Call[];
  readonly invocations: readonly Invocation[];
  readonly logs: readonly LogLine[];
}

const newestFirst = <T>(rows: readonly T[]): readonly T[] => [...rows].reverse();

/** What the app did lately: the newest 150 of each, in front. */
export async function readActivity(): Promise<Activity> {
  const [calls, invocations, logs] = await Promise.all([
    read<readonly Call[]>('/__host/calls?limit=150'),
    read<readonly Invocation[]>('/__host/invocations?limit=150'),
    read<readonly LogLine[]>('/__host/logs?limit=150'),
  ]);
  return {
    calls: newestFirst(calls),
    invocations: newestFirst(invocations),
    logs: newestFirst(logs),
  };
}
