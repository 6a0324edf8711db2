import { router } from '@forge/bridge';
import { type ReactNode } from 'react';
import { useViewer } from '../../../shared/viewer';

/** A number, or words, that lead to the tickets behind them: one opens itself, several open as a search. */
export function Tickets({
  keys,
  children,
  label,
}: {
  keys: readonly string[];
  children: ReactNode;
  label?: string;
}) {
  const { siteUrl } = useViewer();
  const [only] = keys;
  if (only === undefined) return <span className="subtle">{children}</span>;
  const path =
    keys.length === 1
      ? `/browse/${encodeURIComponent(only)}`
      : `/issues/?jql=${encodeURIComponent(`key in (${keys.join(', ')}) ORDER BY created DESC`)}`;
  return (
    <a
      href={`${siteUrl}${path}`}
      target="_blank"
      rel="noreferrer"
      title={keys.length > 12 ? `${keys.slice(0, 12).join(', ')} …` : keys.join(', ')}
      {...(label === undefined ? {} : { 'aria-label': label })}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void router.navigate(path);
      }}
    >
      {children}
    </a>
  );
}
