// The file that Forge starts for a page: it sends the first storage request, and loads what answers meanwhile.
import type { FirstLook } from '../first-look';
import { lookFirst } from '../first-look';

/** Made by Forge, never by the page: https://developer.atlassian.com/platform/forge/app-context-security/ */
export interface PlatformContext {
  readonly accountId?: string;
  readonly extension?: {
    readonly issue?: { readonly id?: string | number };
    readonly project?: { readonly id?: string | number };
    /** In the portal: https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-service-management-portal-request-detail-panel/ */
    readonly request?: { readonly key?: string };
  };
}

/** A call of a page, as Forge hands it over. */
export interface Called {
  readonly call: { readonly functionKey: string };
  readonly context: PlatformContext;
}

/** What the platform adds to a call. */
export type Runtime = Readonly<Record<string, unknown>> | undefined;

/** What answers a page, and the names of everything that it answers. */
export interface PageResolver {
  (called: Called, runtime: Runtime, look?: FirstLook | null): Promise<unknown>;
  readonly calls: () => Promise<readonly string[]>;
}

/** The ticket that a page stands in. */
export const ticketOf = ({ context }: Called): string | null => {
  const issue = context.extension?.issue?.id;
  return issue === undefined ? null : String(issue);
};

/** For pages that stand in no ticket. */
export const settingsAlone = (): null => null;

/**
 * @param load what answers
 * @param about the ticket whose ledger is read with the settings, null for settings alone; undefined where a call needs neither
 */
export const thinResolver = (
  load: () => Promise<PageResolver>,
  about: (called: Called) => string | null | undefined,
): PageResolver =>
  Object.assign(
    async (called: Called, runtime: Runtime) => {
      const issueId = about(called);
      const look = issueId === undefined ? null : await lookFirst(issueId);
      return (await load())(called, runtime, look);
    },
    { calls: async () => (await load()).calls() },
  );
