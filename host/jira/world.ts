import { type Clock } from '../clock';
import { type FaultBox } from '../faults';
import {
  type Attachment,
  type Field,
  type Group,
  type IndexedProperty,
  type Issue,
  type IssueLink,
  type IssueType,
  type LinkType,
  type Organization,
  type Priority,
  type Project,
  type RequestType,
  type Resolution,
  type Status,
  type User,
} from './entities';
import { Ids } from './ids';
import { SearchIndex } from './search-index';
import { type SentFile, type Validator } from './types';

/** Where a site's world comes from and what it stands on. */
export interface WorldOptions {
  readonly clock: Clock;
  readonly faults: FaultBox;
  /** Such as `http://localhost:8080`, without a slash at the end. */
  readonly baseUrl: string;
  readonly name: string;
  readonly timeZone: string;
}

/** Everything the site knows, by id and by the names people use. */
export class World {
  readonly clock: Clock;
  readonly faults: FaultBox;
  readonly baseUrl: string;
  readonly name: string;
  readonly timeZone: string;
  readonly ids = new Ids();
  readonly users = new Map<string, User>();
  readonly groups = new Map<string, Group>();
  readonly organizations = new Map<string, Organization>();
  /** From the highest to the lowest. */
  readonly priorities = new Map<string, Priority>();
  readonly issueTypes = new Map<string, IssueType>();
  readonly statuses = new Map<string, Status>();
  readonly resolutions = new Map<string, Resolution>();
  readonly fields = new Map<string, Field>();
  readonly projects = new Map<string, Project>();
  readonly issues = new Map<string, Issue>();
  readonly linkTypes = new Map<string, LinkType>();
  readonly links = new Map<string, IssueLink>();
  readonly attachments = new Map<string, Attachment>();
  /** Files sent ahead (JSM: attachTemporaryFile), by their temporary id. */
  readonly temporaryFiles = new Map<string, SentFile>();
  /** What the installed apps bring for transitions, by key. */
  readonly validators = new Map<string, Validator>();
  readonly indexedProperties: IndexedProperty[] = [];
  readonly index: SearchIndex;
  readonly #issuesByKey = new Map<string, Issue>();
  readonly #usersByEmail = new Map<string, User>();

  constructor(options: WorldOptions) {
    this.clock = options.clock;
    this.faults = options.faults;
    this.baseUrl = options.baseUrl;
    this.name = options.name;
    this.timeZone = options.timeZone;
    this.index = new SearchIndex(options.clock, options.faults);
  }

  addUser(user: User): void {
    this.users.set(user.accountId, user);
    this.#usersByEmail.set(user.email.toLowerCase(), user);
  }

  addIssue(issue: Issue): void {
    this.issues.set(issue.id, issue);
    this.#issuesByKey.set(issue.key, issue);
  }

  removeIssue(issue: Issue): void {
    this.issues.delete(issue.id);
    this.#issuesByKey.delete(issue.key);
    this.index.forget(issue);
  }

  /** The issue is another now, such as in another project; its former key still leads to it. */
  replaceIssue(before: Issue, after: Issue): void {
    this.issues.set(after.id, after);
    for (const [key, issue] of this.#issuesByKey)
      if (issue === before) this.#issuesByKey.set(key, after);
    this.#issuesByKey.set(after.key, after);
  }

  issue(idOrKey: string): Issue | null {
    return this.issues.get(idOrKey) ?? this.#issuesByKey.get(idOrKey.toUpperCase()) ?? null;
  }

  project(idOrKey: string): Project | null {
    const byId = this.projects.get(idOrKey);
    if (byId) return byId;
    const key = idOrKey.toUpperCase();
    for (const project of this.projects.values()) if (project.key === key) return project;
    return null;
  }

  /** By account id or e-mail address. */
  user(accountIdOrEmail: string): User | null {
    return (
      this.users.get(accountIdOrEmail) ??
      this.#usersByEmail.get(accountIdOrEmail.toLowerCase()) ??
      null
    );
  }

  /** Is the account open, as of the faults set now? */
  isActive(user: User): boolean {
    return user.active && !this.isNamed(user, this.faults.current.deactivated);
  }

  isNamed(user: User, names: readonly string[]): boolean {
    return (
      names.length > 0 &&
      names.some(
        (name) => name === user.accountId || name.toLowerCase() === user.email.toLowerCase(),
      )
    );
  }

  serviceDesk(id: string): Project | null {
    for (const project of this.projects.values()) {
      if (
        project.serviceDeskId !== null &&
        (project.serviceDeskId === id || project.id === id || project.key === id)
      )
        return project;
    }
    return null;
  }

  requestType(id: string): RequestType | null {
    for (const project of this.projects.values()) {
      const found = project.requestTypes.find((type) => type.id === id);
      if (found) return found;
    }
    return null;
  }

  /** A field by its id, such as `customfield_10001`, or its name. */
  field(idOrName: string): Field | null {
    const byId = this.fields.get(idOrName);
    if (byId) return byId;
    const name = idOrName.toLowerCase();
    for (const field of this.fields.values()) if (field.name.toLowerCase() === name) return field;
    return null;
  }

  /** The field JSM brings along. */
  jsmField(kind: 'organizations' | 'request-type' | 'participants'): Field {
    const name = {
      organizations: 'Organizations',
      'request-type': 'Request Type',
      participants: 'Request participants',
    }[kind];
    const field = this.field(name);
    if (!field) throw new Error(`The site has no field "${name}".`);
    return field;
  }
}
