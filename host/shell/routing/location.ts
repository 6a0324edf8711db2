import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const told = (): void => listeners.forEach((listener) => listener());

window.addEventListener('popstate', told);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The place in these pages: path and query. */
export const useLocation = (): URL =>
  new URL(useSyncExternalStore(subscribe, () => window.location.href));

/** Goes there without loading the page anew. */
export function navigate(to: string, how: 'push' | 'replace' = 'push'): void {
  if (to === window.location.pathname + window.location.search) return;
  if (how === 'push') window.history.pushState(null, '', to);
  else window.history.replaceState(null, '', to);
  told();
  if (how === 'replace') return;
  // As when a page is loaded: readers and the keyboard begin at the top of the new one.
  const main = document.getElementById('main');
  main?.scrollTo(0, 0);
  main?.focus({ preventScroll: true });
}
