// Every name in the file becomes an id of this site, or a problem that names it.
import type { CustomerAccount } from '../../domain/account';
import type { BusinessCalendar, WorkingHours } from '../../domain/calendar/business-calendar';
import { isTimeZone } from '../../domain/calendar/local-time';
import type { DirectoryPerson } from '../../domain/people';
import type { Policy, QueuePolicy } from '../../domain/policy';
import type { Catalogue } from '../ports';
import { type CalendarFile, type ConfigurationFile, type FileProblem, weekdays } from './file';
import { Resolution } from './resolution';
import { resolveQueue } from './resolve-queue';

export interface Resolved {
  readonly policy: Pick<Policy, 'fallback' | 'calendars' | 'queues'>;
  readonly accounts: readonly CustomerAccount[];
  readonly people: readonly DirectoryPerson[];
}

/** @returns what can be put in force, or every problem found */
export async function resolve(file: ConfigurationFile, catalogue: Catalogue): Promise<Resolved | { readonly problems: readonly FileProblem[] }> {
  const resolution = new Resolution(catalogue);
  const calendars = Object.fromEntries(Object.entries(file.calendars).map(([key, calendar]) => [key, readCalendar(resolution, `calendars.${key}`, calendar)]));
  const fallback: string[] = [];
  for (const [index, person] of file.fallback.entries()) fallback.push(await resolution.person(`fallback[${index}]`, person));
  const queues: Record<string, QueuePolicy> = {};
  for (const [index, queue] of file.queues.entries()) {
    const resolved = await resolveQueue(resolution, `queues[${index}]`, queue, Object.keys(calendars));
    if (resolved === null) continue;
    if (queues[resolved.projectId]) resolution.problem(`queues[${index}].project`, `Project ${queue.project} is named twice.`, 'Keep one of them.');
    queues[resolved.projectId] = resolved;
  }
  const accounts = await resolveAccounts(resolution, file);
  const people = await resolvePeople(resolution, file, Object.keys(calendars));
  return resolution.problems.length > 0 ? { problems: resolution.problems } : { policy: { fallback, calendars, queues }, accounts, people };
}

function readCalendar(resolution: Resolution, path: string, calendar: CalendarFile): BusinessCalendar {
  if (!isTimeZone(calendar.timeZone)) resolution.problem(`${path}.timeZone`, `"${calendar.timeZone}" is not a time zone.`, 'Use an IANA name such as "America/Chicago".');
  const week = weekdays.map((day) => calendar.week[day].map(readHours).sort((a, b) => a.from - b.from));
  weekdays.forEach((day, index) => {
    const hours = week[index] ?? [];
    const wrong = hours.some(({ from, to }, place) => to <= from || from < (hours[place - 1]?.to ?? 0));
    if (wrong) resolution.problem(`${path}.week.${day}`, 'These working hours overlap, or end before they begin.', 'Write each stretch once, such as ["09:00-12:00", "13:00-17:00"].');
  });
  if (week.every((hours) => hours.length === 0)) resolution.problem(`${path}.week`, `The calendar "${calendar.name}" has no working hours.`, 'Give at least one day its hours.');
  return { name: calendar.name, timeZone: calendar.timeZone, week, holidays: calendar.holidays };
}

function readHours(hours: string): WorkingHours {
  const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const [from = '00:00', to = '00:00'] = hours.split('-');
  return { from: minutesOf(from), to: minutesOf(to) };
}

async function resolveAccounts(resolution: Resolution, file: ConfigurationFile): Promise<CustomerAccount[]> {
  if (file.accounts.length === 0) return [];
  const organizations = await resolution.catalogue.organizations();
  const cids = new Set<string>();
  const accounts: CustomerAccount[] = [];
  for (const [index, account] of file.accounts.entries()) {
    const path = `accounts[${index}]`;
    if (cids.has(account.cid)) resolution.problem(`${path}.cid`, `The CID ${account.cid} is used twice.`, 'Give every account its own.');
    cids.add(account.cid);
    accounts.push({
      cid: account.cid,
      name: account.name,
      organizations: account.organizations.map((name, place) => resolution.named(`${path}.organizations[${place}]`, 'organization', name, organizations, 'in Jira').id),
      accountManager: await resolution.person(`${path}.accountManager`, account.accountManager),
      regionalManager: await resolution.person(`${path}.regionalManager`, account.regionalManager),
    });
  }
  return accounts;
}

/** Calendars and delegations, and everybody else who was named anywhere in the file. */
async function resolvePeople(resolution: Resolution, file: ConfigurationFile, calendars: readonly string[]): Promise<DirectoryPerson[]> {
  const described = new Map<string, Partial<DirectoryPerson>>();
  for (const [index, { person, calendar, delegation }] of file.people.entries()) {
    const path = `people[${index}]`;
    const accountId = await resolution.person(`${path}.person`, person);
    if (calendar !== undefined && !calendars.includes(calendar)) resolution.problem(`${path}.calendar`, `There is no calendar "${calendar}" in this file.`, `Name one of: ${calendars.join(', ')}.`);
    if (delegation !== undefined && delegation.until <= delegation.from) resolution.problem(`${path}.delegation`, 'The absence ends before it begins.', 'Swap the two times.');
    described.set(accountId, {
      ...(calendar === undefined ? {} : { calendar }),
      ...(delegation === undefined ? {} : { delegation: { delegate: await resolution.person(`${path}.delegation.delegate`, delegation.delegate), from: new Date(delegation.from).toISOString(), until: new Date(delegation.until).toISOString() } }),
    });
  }
  return [...resolution.people.values()].map((person) => ({ ...person, ...described.get(person.accountId) }));
}
