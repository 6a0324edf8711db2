// A log of real tickets: one JSON object a line,
// {"key","product","country","org","events":[[time, status, level, impact, team, person], …]}.
import { readFileSync } from 'node:fs';

export interface IncidentEvent {
  readonly at: number;
  readonly status: string;
  readonly level: string;
  readonly impact: string;
}

export interface Incident {
  readonly key: string;
  readonly org: string;
  readonly events: readonly IncidentEvent[];
}

/** @throws Error naming the line that cannot be read */
export function readIncidents(file: string, most: number): Incident[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.slice(0, most).map((line, index) => {
    try {
      const { key, org, events } = JSON.parse(line) as {
        key: string;
        org: string;
        events: [string, string, string, string][];
      };
      const read = events.map(([time, status, level, impact]) => ({
        at: Date.parse(time),
        status,
        level,
        impact,
      }));
      if (read.length === 0 || read.some(({ at }) => !Number.isFinite(at)))
        throw new Error('it has no events, or one without a time');
      return { key, org, events: read.sort((a, b) => a.at - b.at) };
    } catch (error) {
      throw new Error(
        `Line ${index + 1} of ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  });
}
