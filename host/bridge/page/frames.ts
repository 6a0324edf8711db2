import { type FrameContext } from './surroundings';

type Callback = (payload: unknown) => unknown;

/** The listeners of one open frame, and which ticket it stands in. */
export class FrameEvents {
  readonly #callbacks = new Map<string, Set<Callback>>();

  constructor(readonly context: FrameContext) {}

  on(event: string, callback: Callback): { unsubscribe: () => void } {
    const callbacks = this.#callbacks.get(event) ?? new Set();
    this.#callbacks.set(event, callbacks.add(callback));
    return { unsubscribe: () => void callbacks.delete(callback) };
  }

  emit(event: string, payload: unknown): void {
    this.#callbacks
      .get(event)
      ?.forEach((callback) => void Promise.resolve(callback(payload)).catch(() => undefined));
  }
}

const open = new Set<FrameEvents>();

/** Registers a frame until the returned function is called. */
export function join(frame: FrameEvents): () => void {
  open.add(frame);
  return () => void open.delete(frame);
}

/** Forge: `events.emit` reaches every frame of the app on the page, its own included. */
export function emitToFrames(
  event: string,
  payload: unknown,
  where: (context: FrameContext) => boolean = () => true,
): void {
  open.forEach((frame) => {
    if (where(frame.context)) frame.emit(event, payload);
  });
}

/**
 * Tells the panels of a ticket that it changed
 * (https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-context/, JIRA_ISSUE_CHANGED).
 */
export function tellIssueChanged(
  issueKey: string,
  projectId: string,
  change: { changeType: 'updated' | 'commented'; atlassianId: string | null },
): void {
  open.forEach((frame) => {
    const issue = frame.context.extension.issue;
    if (issue?.key === issueKey)
      frame.emit('JIRA_ISSUE_CHANGED', { issueId: issue.id, projectId, changes: [change] });
  });
}

/**
 * Has every page of the app read again after a jump of the virtual clock. Real time would have passed for them, and their
 * own timers would have done it; here it did not, so they are told as if something had changed.
 */
export function tellClockJumped(): void {
  open.forEach((frame) => {
    const { issue } = frame.context.extension;
    if (issue) frame.emit('JIRA_ISSUE_CHANGED', { issueId: issue.id, changes: [] });
    else frame.emit('JIRA_DASHBOARD_GADGET_REFRESH', { origin: 'dashboard' });
  });
}
