// Key accounts (KA, K).
import { done } from '../../app/performing';
import { listKeyAccount as listing, rememberHappening } from './effects';
import { listKeyAccount } from './effects/list-key-account';
import { openMonthEnd } from './jobs/open-month-end';
import { keyAccountPart } from './accounts/account-part';
import type { AppProcedure } from '../../app/app-procedure';
import { rules } from './rules';
import { settings } from './settings/settings';

export const keyAccount: AppProcedure = {
  rules,
  accounts: keyAccountPart,
  settings,
  effects: {
    [listing.name]: listKeyAccount,
    [rememberHappening.name]: async ({ ports }, _item, command) => {
      await ports.happenings.remember(rememberHappening.inputOf(command).happening);
      return done();
    },
  },
  hourly: openMonthEnd,
};
