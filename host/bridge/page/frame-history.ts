/** A place within the app's own page. */
export interface FrameLocation {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly state?: unknown;
  readonly key: string;
}

type Action = 'PUSH' | 'REPLACE' | 'POP';
type Listener = (location: FrameLocation, action: Action) => void;
type Target = string | { pathname?: string; search?: string; hash?: string; state?: unknown };

function locationOf(to: Target, state: unknown, key: number): FrameLocation {
  const url = new URL(
    typeof to === 'string' ? to : `${to.pathname ?? '/'}${to.search ?? ''}${to.hash ?? ''}`,
    'http://frame/',
  );
  return {
    pathname: url.pathname,
    search: url.search,
    hash: url.hash,
    state: typeof to === 'string' ? state : (to.state ?? state),
    key: String(key),
  };
}

const pathOf = ({ pathname, search, hash }: FrameLocation): string => pathname + search + hash;

/**
 * The history object of `view.createHistory()` (the interface of `history` 4, as Forge documents it). It lives in the
 * frame and begins at its root; unlike Jira, the page around does not put the place into its own address.
 */
export function createFrameHistory() {
  const listeners = new Set<Listener>();
  const entries = [locationOf('/', undefined, 0)];
  let index = 0;
  let keys = 0;
  const here = (): FrameLocation => entries[index] as FrameLocation;
  const arrive = (action: Action): void => {
    history.action = action;
    history.location = here();
    history.length = entries.length;
    listeners.forEach((listener) => listener(here(), action));
  };
  const go = (delta: number): void => {
    const target = Math.min(Math.max(index + delta, 0), entries.length - 1);
    if (target === index) return;
    index = target;
    arrive('POP');
  };
  const history = {
    action: 'POP' as Action,
    location: here(),
    length: 1,
    push(to: Target, state?: unknown): void {
      entries.splice(index + 1, entries.length, locationOf(to, state, (keys += 1)));
      index += 1;
      arrive('PUSH');
    },
    replace(to: Target, state?: unknown): void {
      entries[index] = locationOf(to, state, (keys += 1));
      arrive('REPLACE');
    },
    go,
    goBack: () => go(-1),
    goForward: () => go(1),
    createHref: (to: Target) => pathOf(locationOf(to, undefined, 0)),
    listen(listener: Listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return history;
}
