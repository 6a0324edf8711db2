import { type Clock } from '../clock';
import { type FaultBox } from '../faults';
import { type Act, type IssueChange, noEffects } from './act';
import { deleteProject, moveToProject } from './administer';
import { appUser } from './build/people';
import { buildWorld } from './build/world';
import { type User } from './entities';
import { type Exchange, overheard } from './exchange';
import { avatarUrls } from './format/people';
import { uuidFor } from './ids';
import { Meter } from './meter';
import { mailsKept } from './notifications';
import { operations } from './operations';
import { serve, type Unmodelled } from './serve';
import { type Role, type Site } from './site';
import { type Caller, type Notification, type ProductEvent, type Validator } from './types';

export interface JiraOptions {
  readonly clock: Clock;
  readonly faults: FaultBox;
  readonly site: Site;
  /** Such as `http://localhost:8080`. */
  readonly baseUrl: string;
  /** Points that other sites of the app take of each hour's quota. */
  readonly pointsElsewhere?: number;
  /** Whether each person, group or permission that a read returns costs its points (belief `points-of-people`). */
  readonly carefulPoints?: boolean;
}

/** A person as the host shows one. */
export interface PersonInfo {
  readonly accountId: string;
  readonly email: string;
  readonly displayName: string;
  readonly role: Role | 'app';
  /** What the person is called, such as "Account manager"; null where the role says it. */
  readonly title: string | null;
  readonly accountType: 'atlassian' | 'app' | 'customer';
  readonly timeZone: string;
  readonly active: boolean;
  readonly avatarUrls: Readonly<Record<string, string>>;
}

/** What of an app's manifest Jira itself needs to know. */
export interface AppInfo {
  readonly id: string;
  readonly name: string;
  readonly entityProperties: readonly {
    readonly entityType: string;
    readonly propertyKey: string;
    readonly values: readonly {
      readonly path: string;
      readonly type: string;
      readonly searchAlias?: string;
    }[];
  }[];
  /** For transitions, by key. */
  readonly validators?: ReadonlyMap<string, Validator>;
}

/** The local Jira with Jira Service Management. */
export interface Jira {
  /** Serves `/rest/api/3/**` and `/rest/servicedeskapi/**`; the caller has been authenticated outside. */
  handle(request: Request, caller: Caller): Promise<{ response: Response; points: number }>;
  /** Product events for apps, in their order, as they happen. */
  onEvent(listener: (event: ProductEvent) => void): void;
  onIssueChanged(listener: (change: IssueChange) => void): void;
  /** Every request, by whomever, with its answer. */
  onExchange(listener: (exchange: Exchange) => void): void;
  /** Makes the app's own account and lets JQL search its entity properties. */
  installApp(app: AppInfo): { accountId: string };
  /** What of the app works on in Jira stops: its rules are nobody's any more. */
  uninstallApp(app: AppInfo): void;
  /**
   * What an administrator does in the editor of workflows: these rules, and no others, on every transition of a project
   * that leads to this status.
   * @throws Error when there is no such project, transition or rule
   */
  setRules(project: string, to: string, validators: readonly string[]): void;
  /**
   * What an administrator does in the settings of a project: it is gone, and its issues with it.
   * @throws Error when there is no such project or person
   */
  deleteProject(project: string, by: string): void;
  /**
   * "Move" in an issue's menu. @returns the new key
   * @throws Error when there is no such issue, project or person
   */
  moveIssue(issue: string, project: string, by: string): string;
  /** By e-mail address or account id. */
  person(emailOrAccountId: string): PersonInfo | null;
  people(): PersonInfo[];
  projects(): { id: string; key: string; name: string; serviceDeskId: string | null }[];
  /** The mails Jira would have sent, the oldest first. */
  mail(): readonly Notification[];
  /** Every request for something this Jira does not model. */
  unmodelled(): readonly Unmodelled[];
}

/** A Jira with this site. @throws Error when the site names something it does not have */
export function createJira({
  clock,
  faults,
  site,
  baseUrl,
  pointsElsewhere = 0,
  carefulPoints = false,
}: JiraOptions): Jira {
  const world = buildWorld(site, { clock, faults, baseUrl });
  const unmodelled: Unmodelled[] = [];
  const mails: Notification[] = [];
  const eventListeners: ((event: ProductEvent) => void)[] = [];
  const changeListeners: ((change: IssueChange) => void)[] = [];
  const exchangeListeners: ((exchange: Exchange) => void)[] = [];
  const release = ({ effects }: Act): void => {
    mails.push(...effects.mails);
    if (mails.length > mailsKept) mails.splice(0, mails.length - mailsKept);
    for (const event of effects.events) for (const listener of eventListeners) listener(event);
    for (const change of effects.changes) for (const listener of changeListeners) listener(change);
    for (const { afterMs, by, run } of effects.later)
      clock.schedule(clock.now() + afterMs, () => {
        const act = acting(by);
        run(act);
        release(act);
      });
  };
  const show = (user: User): PersonInfo => ({
    accountId: user.accountId,
    email: user.email,
    displayName: user.displayName,
    role: user.role,
    title: user.title,
    accountType: user.accountType,
    timeZone: user.timeZone,
    active: world.isActive(user),
    avatarUrls: avatarUrls(world, 'user', user.avatarId),
  });
  const acting = (by: string): Act => ({
    world,
    actor: existing(world.user(by), `person ${by}`),
    now: clock.now(),
    viaApp: false,
    trace: null,
    notify: true,
    effects: noEffects(),
  });
  let apps = 0;
  return {
    handle: overheard(
      serve(
        { world, meter: new Meter(pointsElsewhere, carefulPoints), unmodelled, release },
        operations,
      ),
      exchangeListeners,
    ),
    onEvent: (listener) => void eventListeners.push(listener),
    onIssueChanged: (listener) => void changeListeners.push(listener),
    onExchange: (listener) => void exchangeListeners.push(listener),
    installApp(app) {
      const accountId = `712020:${uuidFor('app', (apps += 1))}`;
      world.addUser(appUser(world, accountId, app.name, `app-${apps}`));
      for (const { entityType, propertyKey, values } of app.entityProperties) {
        for (const { path, type, searchAlias } of values) {
          world.indexedProperties.push({
            entityType,
            propertyKey,
            path,
            type,
            alias: searchAlias ?? null,
          });
        }
      }
      for (const [key, validator] of app.validators ?? []) world.validators.set(key, validator);
      return { accountId };
    },
    uninstallApp: ({ validators }) =>
      validators?.forEach((_validator, key) => world.validators.delete(key)),
    setRules(key, to, validators) {
      const project = world.project(key);
      const there = (project?.workflow.transitions ?? []).filter(
        (one) => world.statuses.get(one.to)?.name === to,
      );
      if (there.length === 0) throw new Error(`Project ${key} has no transition to "${to}".`);
      const unknown = validators.find((one) => !world.validators.has(one));
      if (unknown !== undefined)
        throw new Error(
          `No app brings a validator "${unknown}"; there are ${[...world.validators.keys()].join(', ') || 'none'}.`,
        );
      for (const transition of there) {
        transition.validators.clear();
        for (const one of validators) transition.validators.add(one);
      }
    },
    deleteProject(key, by) {
      const act = acting(by);
      deleteProject(act, existing(world.project(key), `project ${key}`));
      release(act);
    },
    moveIssue(key, project, by) {
      const act = acting(by);
      const issue = moveToProject(
        act,
        existing(world.issue(key), `issue ${key}`),
        existing(world.project(project), `project ${project}`),
      );
      release(act);
      return issue.key;
    },
    person(emailOrAccountId) {
      const user = world.user(emailOrAccountId);
      return user ? show(user) : null;
    },
    people: () =>
      [...world.users.values()].filter(({ accountType }) => accountType !== 'app').map(show),
    projects: () =>
      [...world.projects.values()].map(({ id, key, name, serviceDeskId }) => ({
        id,
        key,
        name,
        serviceDeskId,
      })),
    mail: () => mails,
    unmodelled: () => unmodelled,
  };
}

function existing<T>(found: T | null, what: string): T {
  if (found === null) throw new Error(`There is no ${what}.`);
  return found;
}
