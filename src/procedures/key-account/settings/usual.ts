// What the SOP begins with.
import { usualSettings } from '../../../contract/settings-description';
import { keyAccountSettings } from '../contract/settings';
import type { EscalationPolicy, KeyAccountPolicy } from './policy';

/** Without the two priorities, which each organization names itself. */
export const defaultKeyAccountPolicy = usualSettings(keyAccountSettings) as unknown as Omit<
  KeyAccountPolicy,
  'floor' | 'escalation'
> & { readonly escalation: Omit<EscalationPolicy, 'priority'> };
