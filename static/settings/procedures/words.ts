import { spellMinutes } from '../queues/durations';
import type { Described } from '../../../src/contract/settings-description';

/** What stands under a field: what it does, its bounds, what the SOP begins with if that is short, and its clause. */
export function helpOf(field: Described): string {
  const said = [
    field.help,
    boundsOf(field),
    usualOf(field),
    field.clause === undefined ? undefined : `(${field.clause})`,
  ];
  return said.filter((one) => one !== undefined).join(' ');
}

function boundsOf(field: Described): string | undefined {
  switch (field.kind) {
    case 'number':
      return `${field.min} to ${field.max}.`;
    case 'minutes':
      return `Working time, ${spellMinutes(field.min)} to ${spellMinutes(field.max)}.`;
    case 'text':
    case 'long-text':
      return field.longest >= 200 ? undefined : `At most ${field.longest} characters.`;
    default:
      return undefined;
  }
}

function usualOf(field: Described): string | undefined {
  if (!('usual' in field) || typeof field.usual === 'object' || field.usual === undefined)
    return undefined;
  if (field.kind === 'minutes') return `Usual: ${spellMinutes(field.usual)}.`;
  if (field.kind === 'yes-no') return `Usual: ${field.usual ? 'yes' : 'no'}.`;
  if (field.kind === 'long-text' || (field.kind === 'text' && field.wide)) return undefined;
  const words =
    field.kind === 'choice'
      ? field.options.find(({ value }) => value === field.usual)?.label
      : undefined;
  return `Usual: ${words ?? String(field.usual)}.`;
}
