import { useCallback, useState } from 'react';

/**
 * Text that is not sent yet. It outlives the form and the frame: closing a dialog, or Jira reloading the panel, must not
 * lose a note. It is kept for this tab only and ends when it is sent.
 *
 * @param key of the ticket and the form
 */
export function useDraft(key: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => read(key));
  const change = useCallback(
    (next: string) => {
      setText(next);
      write(key, next);
    },
    [key],
  );
  return [text, change];
}

// A browser may forbid storage in frames of other sites; then the draft lives as long as the form.
function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function write(key: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    return;
  }
}
