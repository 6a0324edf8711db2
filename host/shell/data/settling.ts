import { useRef } from 'react';
import { useFlags } from '../parts/flags';
import { send } from './http';
import { type IssueChanged, tell, useChanges } from './live';

/** One round for the several changes of one act. */
const roundAfterMs = 40;

/**
 * The virtual clock stands still until somebody moves it, and with it the events on their way to the app. For people that
 * would be odd: what is due now shall happen now. So every change lets the host settle, after which `settled` is told.
 */
export function useSettling(): void {
  const flags = useFlags();
  const pending = useRef<IssueChanged[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const settle = async (): Promise<void> => {
    const changes = pending.current.splice(0);
    try {
      await send('POST', '/__host/settle');
    } catch (error) {
      flags.show({
        id: 'settle',
        type: 'error',
        title: 'Something in the local host failed',
        description: (error as Error).message,
      });
    }
    tell({ type: 'settled', changes });
  };
  useChanges((change) => {
    if (change.type !== 'issue-changed') return;
    pending.current.push(change);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void settle(), roundAfterMs);
  });
}
