import type { SettingsForm } from '../../contract/settings-form';
import { type Part, partNames, type Parts } from './parts';

/** A value as text, whatever the order in which its members were written down. */
const canonical = (value: unknown): string =>
  JSON.stringify(value ?? null, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );

const equal = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/** Do both say the same, part by part? */
export const same = (parts: Parts, one: SettingsForm, other: SettingsForm): boolean =>
  partNames.every((name) => equal(parts[name].read(one), parts[name].read(other)));

/**
 * The draft with what was published meanwhile: parts that the draft has left as they were become those in force; parts
 * that the draft has changed stay as they are in the draft, and show as differences.
 * @param base what the draft began from
 */
export function caughtUp(
  parts: Parts,
  base: SettingsForm,
  inForce: SettingsForm,
  draft: SettingsForm,
): SettingsForm {
  return partNames.reduce((form, name) => {
    const part = parts[name] as Part<unknown>;
    const [was, is, mine] = [part.read(base), part.read(inForce), part.read(draft)];
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is), ...Object.keys(mine)])];
    const untouched = keys.filter((key) => equal(mine[key], was[key]) && !equal(is[key], was[key]));
    return untouched.reduce((changed, key) => part.write(changed, key, is[key] ?? null), form);
  }, draft);
}
