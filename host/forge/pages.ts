// What Forge does for a page of the app: who may see it, its context, and the way to its resolver.
import type { PageCall } from '../host';
import type { Jira, PersonInfo } from '../jira';
import type { Invoker } from './invoker';
import { forgeLimits } from './limits';
import type { Manifest } from './manifest';
import type { Installation } from './runtime';

interface IssueShown {
  readonly id: string;
  readonly key: string;
  readonly fields: {
    readonly issuetype: { readonly id: string; readonly name: string };
    readonly project: {
      readonly id: string;
      readonly key: string;
      readonly projectTypeKey?: string;
    };
  };
}

interface RequestShown {
  readonly issueId: string;
  readonly issueKey: string;
  readonly serviceDeskId: string;
  readonly requestTypeId: string;
}

/** Modules that do not exist outside a ticket. */
const standsInTicket = /^(?:jira:issue|jiraServiceManagement:portalRequest)/u;

const { page: limits } = forgeLimits;
const bytesOf = (value: unknown): number =>
  value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));

type Place = Omit<PageCall, 'call' | 'payload'>;
type UiModule = Manifest['ui'][number];

/** A page may not be seen there, does not exist, or sends too much; the app is never asked. */
export class PageRefused extends Error {
  constructor(
    readonly status: 403 | 404 | 413,
    message: string,
  ) {
    super(message);
    this.name = 'PageRefused';
  }
}

export class Pages {
  constructor(
    private readonly manifest: Manifest,
    private readonly jira: Jira,
    private readonly installation: Installation,
    private readonly invoker: Invoker,
  ) {}

  /** @throws PageRefused as Forge would not show the module; Error with the app's message when its resolver throws */
  async invoke(call: PageCall): Promise<unknown> {
    const module = this.#module(call.module);
    const person = this.#person(call.as);
    const context = await this.#contextFor(module, person, call);
    if (module.resolver === null)
      throw new PageRefused(404, `Module ${module.key} has no resolver.`);
    if (bytesOf(call.payload) > limits.requestBytes)
      throw new PageRefused(413, `A page sends at most ${limits.requestBytes} bytes at once.`);
    const outcome = await this.invoker.run({
      function: module.resolver,
      module: module.key,
      moduleType: module.type,
      timeoutSeconds: forgeLimits.timeout.resolver,
      accountId: person.accountId,
      call: call.call,
      payload: {
        call: {
          functionKey: call.call,
          ...(call.payload === undefined ? {} : { payload: call.payload }),
        },
        context,
      },
    });
    if (outcome.kind === 'threw') throw outcome.error;
    if (outcome.kind === 'returned') {
      if (bytesOf(outcome.value) > limits.answerBytes)
        throw new Error(`A resolver answers at most ${limits.answerBytes} bytes at once.`);
      return outcome.value;
    }
    throw new Error(
      outcome.how === 'timed-out'
        ? 'The function took too long and was stopped.'
        : 'There was an error invoking the function.',
    );
  }

  /** The context a page gets, or null when this person does not see the module there. */
  async context(place: Place): Promise<Readonly<Record<string, unknown>> | null> {
    try {
      return await this.#contextFor(this.#module(place.module), this.#person(place.as), place);
    } catch (error) {
      if (error instanceof PageRefused) return null;
      throw error;
    }
  }

  /** What the module's `dynamicProperties` function answers; null when it has none, or fails. */
  async status(key: string, issue: string): Promise<unknown> {
    const module = this.#module(key);
    if (module.status === null) return null;
    const shown = await this.#issue(issue, null);
    const outcome = await this.invoker.run({
      function: module.status,
      module: key,
      moduleType: module.type,
      timeoutSeconds: forgeLimits.timeout.resolver,
      payload: {
        cloudId: this.installation.cloudId,
        extension: {
          type: module.type,
          issue: { id: shown.id, key: shown.key },
          project: { id: shown.fields.project.id, key: shown.fields.project.key },
        },
      },
    });
    return outcome.kind === 'returned' ? outcome.value : null;
  }

  #module(key: string): UiModule {
    const module = this.manifest.ui.find((one) => one.key === key);
    if (module === undefined)
      throw new PageRefused(
        404,
        `The app has no module ${key}; it has ${this.manifest.ui.map((one) => one.key).join(', ')}.`,
      );
    return module;
  }

  #person(as: string): PersonInfo {
    const person = this.jira.person(as);
    if (person === null) throw new PageRefused(404, `Nobody here is ${as}.`);
    if (!person.active) throw new PageRefused(403, `The account of ${as} is deactivated.`);
    return person;
  }

  async #contextFor(
    module: UiModule,
    person: PersonInfo,
    place: Place,
  ): Promise<Readonly<Record<string, unknown>>> {
    const guarded = place.letIn !== true;
    if (
      guarded &&
      person.accountType === 'customer' &&
      !module.unlicensedAccess.includes('customer')
    ) {
      throw new PageRefused(403, `Customers do not see module ${module.key}.`);
    }
    if (guarded && module.type === 'jira:adminPage' && !(await this.#administers(person)))
      throw new PageRefused(403, 'Only administrators see this page.');
    if (standsInTicket.test(module.type) && place.issue === undefined)
      throw new PageRefused(404, `Module ${module.key} stands in an issue; name one.`);
    if (
      module.type === 'jira:projectPage' &&
      place.project === undefined &&
      place.issue === undefined
    )
      throw new PageRefused(404, `Module ${module.key} stands in a project; name one.`);
    const project = place.project === undefined ? null : await this.#project(place.project, person);
    const ticket =
      place.issue === undefined
        ? null
        : await this.#ticket(module, place.issue, guarded ? person : null);
    return {
      accountId: person.accountId,
      accountType: person.accountType === 'customer' ? 'customer' : 'licensed',
      cloudId: this.installation.cloudId,
      siteUrl: this.installation.siteUrl,
      environmentId: this.installation.environmentId,
      environmentType: 'DEVELOPMENT',
      localId: `${module.key}-${ticket?.id ?? 'page'}`,
      locale: 'en-US',
      timezone: person.timeZone,
      moduleKey: module.key,
      extension: {
        type: module.type,
        ...ticket?.extension,
        ...(project === null ? {} : { project }),
        ...place.extension,
      },
    };
  }

  async #administers(person: PersonInfo): Promise<boolean> {
    const answer = await this.#read<{ permissions: { ADMINISTER?: { havePermission?: boolean } } }>(
      '/rest/api/3/mypermissions?permissions=ADMINISTER',
      person,
    );
    return answer?.permissions.ADMINISTER?.havePermission === true;
  }

  /** The ticket a page stands in, on the agents' side or in the portal, as that person sees it. */
  async #ticket(
    module: UiModule,
    key: string,
    person: PersonInfo | null,
  ): Promise<{ id: string; extension: object }> {
    if (person !== null && module.type.startsWith('jiraServiceManagement:portal')) {
      const request = await this.#read<RequestShown>(
        `/rest/servicedeskapi/request/${encodeURIComponent(key)}`,
        person,
      );
      if (request === null)
        throw new PageRefused(
          404,
          `Request ${key} does not exist, or ${person.displayName} may not see it.`,
        );
      return {
        id: request.issueId,
        extension: {
          portal: { id: Number(request.serviceDeskId) },
          request: { key: request.issueKey, typeId: Number(request.requestTypeId) },
        },
      };
    }
    const { id, key: issueKey, fields } = await this.#issue(key, person);
    return {
      id,
      extension: {
        issue: { id, key: issueKey, type: fields.issuetype.name, typeId: fields.issuetype.id },
        project: {
          id: fields.project.id,
          key: fields.project.key,
          type: fields.project.projectTypeKey ?? 'service_desk',
        },
      },
    };
  }

  /** The project a page stands in (Forge, "Jira project page": `extension.project` has its id, key and type). */
  async #project(
    key: string,
    person: PersonInfo,
  ): Promise<{ id: string; key: string; type: string }> {
    const project = await this.#read<{ id: string; key: string; projectTypeKey?: string }>(
      `/rest/api/3/project/${encodeURIComponent(key)}`,
      person,
    );
    if (project === null)
      throw new PageRefused(
        404,
        `Project ${key} does not exist, or ${person.displayName} may not see it.`,
      );
    return { id: project.id, key: project.key, type: project.projectTypeKey ?? 'service_desk' };
  }

  /** An issue as that person sees it; as anybody may who asks for a lozenge, when nobody is named. */
  async #issue(key: string, person: PersonInfo | null): Promise<IssueShown> {
    const reader = person ?? this.jira.people().find(({ role }) => role === 'admin') ?? null;
    const issue =
      reader === null
        ? null
        : await this.#read<IssueShown>(
            `/rest/api/3/issue/${encodeURIComponent(key)}?fields=issuetype,project`,
            reader,
          );
    if (issue === null)
      throw new PageRefused(
        404,
        `Issue ${key} does not exist, or ${person?.displayName ?? 'nobody'} may not see it.`,
      );
    return issue;
  }

  async #read<T>(path: string, person: PersonInfo): Promise<T | null> {
    const { response } = await this.jira.handle(
      new Request(new URL(path, this.installation.siteUrl)),
      { accountId: person.accountId },
    );
    return response.ok ? ((await response.json()) as T) : null;
  }
}
