import { useNow } from './clock';
import { spellInstants } from './time';
import { useViewer } from './viewer';

/** Functions speak of instants, as they do not know who reads; this puts their words into the viewer's time. */
export function useSaid(): (words: string) => string {
  const now = useNow();
  const { timeZone } = useViewer();
  return (words) => spellInstants(words, now, timeZone);
}
