// What only this procedure can do, by name; how it is done stands in `effects/all.ts`.
import { ownEffect } from '../../core/command';
import { id } from './state';

/** HY-22: the onboarding of another opportunity ends in favour of this one. */
export const endOther = ownEffect<{
  readonly issueId: string;
  readonly opportunity: string;
  readonly inFavourOf: string;
}>(id, 'end-other');
