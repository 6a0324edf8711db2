import { page } from '../../../app/page';
import type { KeyAccountReads, KeyAccountView } from '../contract/panel';
import { keyAccountPage } from './key-account-panel';

export const panel = page<KeyAccountReads, KeyAccountView>({
  ...keyAccountPage,
  reads: { 'key.get': keyAccountPage.show },
});
