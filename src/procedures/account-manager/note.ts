import { type Because, because } from '../../core/because';
import type { Situation } from '../../core/situation';

/** AM-23: "leave specific notes"; the bounds are the settings'. */
export function noteOutOfBounds({ queue }: Situation, note: string): Because | null {
  const { minLength, maxLength } = queue.notes;
  const { length } = note.trim();
  if (length >= minLength && length <= maxLength) return null;
  return {
    ...because(
      'AM-23',
      `Say what you need in ${minLength} to ${maxLength} characters; the note has ${length}.`,
      { note: `${length} characters` },
    ),
    field: 'note',
  };
}
