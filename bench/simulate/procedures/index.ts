import { access } from './access';
import { changeRequest } from './change-request';
import { hybrid } from './hybrid';
import type { Procedure } from './procedure';
import { release } from './release';

/** By the name that a script has for them. */
export const procedures: readonly Procedure[] = [
  changeRequest,
  release,
  access,
  hybrid,
] as unknown as readonly Procedure[];
