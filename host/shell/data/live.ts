import { useEffect, useRef } from 'react';

export interface IssueChanged {
  readonly type: 'issue-changed';
  readonly issueKey: string;
  readonly issueId: string;
  readonly what: 'updated' | 'commented' | 'created' | 'deleted';
  readonly actor: string | null;
}

/** What the host tells its pages (`GET /__host/stream`). */
export type Change =
  | IssueChanged
  | { readonly type: 'clock'; readonly now: string; readonly running: boolean }
  | { readonly type: 'faults' }
  | { readonly type: 'reset' }
  /** Ours: whatever these changes caused at this instant has happened (see settling.ts). */
  | { readonly type: 'settled'; readonly changes: readonly IssueChanged[] }
  /** Ours: the host has stopped telling; the browser keeps trying. */
  | { readonly type: 'disconnected' }
  /** Ours: the connection is back after a break, so anything may have changed. */
  | { readonly type: 'reconnected' };

const listeners = new Set<(change: Change) => void>();
let source: EventSource | null = null;
let wasOpen = false;

function connect(): void {
  source = new EventSource('/__host/stream');
  source.onopen = () => {
    if (wasOpen) tell({ type: 'reconnected' });
    wasOpen = true;
  };
  source.onerror = () => tell({ type: 'disconnected' });
  source.onmessage = ({ data }: MessageEvent<string>) => tell(JSON.parse(data) as Change);
}

/** Tells every listener of this page. */
export const tell = (change: Change): void => listeners.forEach((listener) => listener(change));

/** Calls `onChange` with whatever the host tells while the component is on the page. */
export function useChanges(onChange: (change: Change) => void): void {
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => {
    if (source === null) connect();
    const listener = (change: Change): void => latest.current(change);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
}

/** Calls `reload` a little after the last of a burst of changes that concern it. */
export function useReloadOn(
  concerns: (change: Change) => boolean,
  reload: () => void,
  afterMs = 150,
): void {
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useChanges((change) => {
    if (change.type !== 'reconnected' && !concerns(change)) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(reload, afterMs);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}
