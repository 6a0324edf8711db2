// A year of two key accounts as storage keeps it: enough for charts, the same every time.
import type { StoredRow } from '../../host/host';
import { seededRandom } from '../../host/random';
import type { Happening, What } from '../../src/procedures/key-account/happening';

const aspects = ['code-quality', 'timing', 'accuracy'] as const;

/** What happened on each day from `from` on, up to and without `until`. */
export function yearOf(from: string, until: string, seed = 5): Happening[] {
  const { next: random } = seededRandom(seed);
  const happenings: Happening[] = [];
  let number = 0;
  const add = (day: string, cid: string, key: string, what: What): void => {
    number += 1;
    happenings.push({
      id: `year-${number}`,
      at: `${day}T15:00:00.000Z`,
      day,
      cid,
      issueId: `9${number}`,
      key,
      by: null,
      what,
    });
  };
  for (
    let at = Date.parse(`${from}T00:00:00Z`);
    at < Date.parse(`${until}T00:00:00Z`);
    at += 86_400_000
  ) {
    const day = new Date(at).toISOString().slice(0, 10);
    const cid = random() < 0.5 ? 'ELMS' : 'FJRD';
    const winter = Number(day.slice(5, 7)) < 3 || Number(day.slice(5, 7)) > 10;
    if (random() < (winter ? 0.28 : 0.14)) {
      const key = `SS-${100 + number}`;
      add(day, cid, key, {
        kind: 'escalated',
        aspect: aspects[Math.floor(random() * 3)] ?? 'accuracy',
        byRule: false,
      });
      add(day, cid, key, { kind: 'escalation-answered', inTime: random() < 0.8 });
    }
    if (day.endsWith('-10') || day.endsWith('-24')) {
      const key = `OPS-${100 + number}`;
      const issueId = `8${number}`;
      for (const what of [
        { kind: 'release-started' },
        { kind: 'release-signed-off', retrospective: random() < 0.15 },
        { kind: 'cycle', date: day, passed: random() < 0.9 },
        { kind: 'release-finished' },
      ] as const) {
        add(day, cid, key, what);
        happenings[happenings.length - 1] = { ...(happenings.at(-1) as Happening), issueId };
      }
    }
  }
  return happenings;
}

/** The rows in which storage keeps them. */
export const rowsOf = (happenings: readonly Happening[]): StoredRow[] =>
  happenings.map((doc) => ({
    key: `happening:${doc.id}`,
    entity: 'happening',
    value: { month: doc.day.slice(0, 7), at: doc.at, doc },
  }));
