import type { Asked } from '../answering';
import { answering as answeringWith } from '../answering';

/** Settings are about everything that a procedure is made of. */
export const answering = <T>(
  method: (asked: Asked) => Promise<T>,
  fresh?: (asked: Asked) => Promise<T>,
) => answeringWith(method, fresh, ['rules', 'effects', 'settings', 'accounts', 'contribution']);
