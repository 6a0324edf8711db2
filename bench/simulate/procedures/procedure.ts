// The procedures beside the account manager's, as a simulated desk walks them: somebody does what comes next, or what nobody
// may do, and at the end a judge that knows nothing of the app's code looks at what people are shown.
import type { Random } from '../../../host/random';
import type { SeenTicket } from '../what-jira-shows';

/** One click of somebody. */
export interface Attempt {
  readonly as: string;
  readonly call: string;
  readonly payload: object;
  /** Another page than the procedure's own. */
  readonly module?: string;
}

/** A click, and what came of it. */
export interface Clicked extends Attempt {
  readonly at: number;
  /** Nobody may do this. */
  readonly mistake: boolean;
  /** `unknown` when the page failed under the person: it may have happened. */
  readonly outcome: 'done' | 'refused' | 'unknown';
}

export interface Page {
  readonly revision: number;
  readonly history: readonly {
    readonly at: string;
    readonly text: string;
    readonly why: { readonly clause: string; readonly text: string } | null;
  }[];
  readonly pending: { readonly reason: string } | null;
}

export interface Site {
  /** What a page of the ticket answers to that person. @throws when it does not load, or refuses */
  readonly look: <View>(as: string, call: string, module?: string) => Promise<View>;
  readonly accountId: (name: string) => string;
  readonly now: () => number;
}

export interface Procedure<View extends Page = Page> {
  readonly name: string;
  readonly module: string;
  readonly ticket: {
    readonly project: string;
    readonly requestType: string;
    readonly organization: string | null;
    readonly reporter: string;
  };
  /** What shows all of it, and to whom. */
  readonly read: { readonly call: string; readonly as: string };
  /** What comes next in the SOP; null when there is nothing to do now. */
  readonly next: (view: View, random: Random, site: Site) => Promise<Attempt | null>;
  /** What has to be refused now. */
  readonly mistake: (view: View, random: Random, site: Site) => Attempt | null;
  /** What is broken at the end, a line each. */
  readonly judge: (end: {
    readonly view: View;
    readonly clicks: readonly Clicked[];
    readonly ticket: SeenTicket;
    readonly site: Site;
  }) => Promise<readonly string[]>;
}

/** How often something was certainly done, and how often it may have been. */
export function counted(
  clicks: readonly Clicked[],
  matches: (click: Clicked) => boolean,
): { readonly least: number; readonly most: number } {
  const those = clicks.filter(matches);
  const least = those.filter(({ outcome }) => outcome === 'done').length;
  return { least, most: least + those.filter(({ outcome }) => outcome === 'unknown').length };
}

/** What must hold of every procedure: mistakes are refused, acts are explained, nothing is left to be done, nothing is public. */
export function soundBroken({
  view,
  clicks,
  ticket,
}: {
  readonly view: Page;
  readonly clicks: readonly Clicked[];
  readonly ticket: SeenTicket;
}): string[] {
  const broken = clicks
    .filter(({ mistake, outcome }) => mistake && outcome === 'done')
    .map(
      ({ as, call, payload }) => `${as} was let through with ${call} ${JSON.stringify(payload)}`,
    );
  broken.push(
    ...view.history
      .filter(({ why }) => why === null || why.clause === '' || why.text === '')
      .map(({ text }) => `"${text}" is not explained`),
  );
  if (view.pending !== null) broken.push(`still to be done: ${view.pending.reason}`);
  broken.push(
    ...ticket.comments
      .filter((comment) => comment.public && comment.byApp)
      .map(({ text }) => `customers can read "${text}"`),
  );
  return broken;
}
