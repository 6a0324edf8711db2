import { useState } from 'react';
import type { Instant } from '../../src/contract/why';
import { useNow } from './clock';
import { useDraft } from './use-draft';
import { useViewer } from './viewer';
import { instantOfWallTime, nextWeekdayNoon } from './wall-time';

export interface PromiseDraft {
  /** As `<input type="datetime-local">` has it, in the viewer's zone. */
  readonly wall: string;
  readonly setWall: (wall: string) => void;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly error: string | null;
  /** What to send, or null and an error at the field. */
  readonly say: () => { readonly by: Instant; readonly text?: string } | null;
  readonly forget: () => void;
}

/** "By <date>", half said. @param key of the ticket and the form */
export function usePromise(key: string): PromiseDraft {
  const now = useNow();
  const { timeZone } = useViewer();
  const [wall, setWallTime] = useState(() => nextWeekdayNoon(now, timeZone));
  const [text, setText] = useDraft(key);
  const [error, setError] = useState<string | null>(null);
  return {
    wall,
    setWall: (next) => {
      setWallTime(next);
      setError(null);
    },
    text,
    setText,
    error,
    say: () => {
      const by = instantOfWallTime(wall, timeZone);
      if (by === null) setError('Choose a day and a time.');
      else if (Date.parse(by) <= now) setError('Choose a time that is still to come.');
      else return text.trim() === '' ? { by } : { by, text: text.trim() };
      return null;
    },
    forget: () => setText(''),
  };
}
