import type { AccessStep } from './access/act';
import type { ChangeStep } from './change-request/act';
import type { HybridStep } from './hybrid/act';
import type { KeyStep } from './key-account/act';
import type { Act as AccountManagerAct } from './account-manager/act';

export type { Actor } from './account-manager/act';

/** What a person does, in whichever SOP. */
export type Act = AccountManagerAct | { readonly kind: 'change-request'; readonly step: ChangeStep } | { readonly kind: 'access'; readonly step: AccessStep } | { readonly kind: 'hybrid'; readonly step: HybridStep } | { readonly kind: 'key-account'; readonly step: KeyStep };
