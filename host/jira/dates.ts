/** `2026-03-02T14:30:00.000+0000`, as Jira prints instants to a person whose time zone is UTC. */
export const jiraDate = (ms: number): string => new Date(ms).toISOString().replace('Z', '+0000');

/** `2026-03-02T14:30:00+0000`, as JSM prints them beside the others. */
const isoDate = (ms: number): string => jiraDate(ms).replace(/\.\d{3}/, '');

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const pad = (value: number): string => String(value).padStart(2, '0');

/** `02/Mar/26 2:30 PM`: the complete format of a site that was never configured. */
export function friendlyDate(ms: number): string {
  const at = new Date(ms);
  const hour = at.getUTCHours();
  const day = `${pad(at.getUTCDate())}/${months[at.getUTCMonth()]}/${pad(at.getUTCFullYear() % 100)}`;
  return `${day} ${hour % 12 || 12}:${pad(at.getUTCMinutes())} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** The four forms in which JSM tells an instant. */
export const jsmDate = (ms: number): Record<string, unknown> => ({
  iso8601: isoDate(ms),
  jira: jiraDate(ms),
  friendly: friendlyDate(ms),
  epochMillis: ms,
});

const instant = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;

/** Reads a date-time with an offset, with or without a colon in it. Null when it is none. */
export function parseInstant(text: string): number | null {
  const match = instant.exec(text);
  if (!match) return null;
  const [, day, minutes, seconds = ':00', offset = 'Z'] = match;
  const ms = Date.parse(
    `${day}T${minutes}${seconds}${offset.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2')}`,
  );
  return Number.isFinite(ms) ? ms : null;
}

/** Is this a calendar date such as `2026-03-02`? */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(text);
}
