// Change requests (CR, C).
import { createIssue, sayAsCustomer as receipt } from './effects';
import { createChangeRequest } from './effects/create-change-request';
import { sayAsCustomer } from './effects/say-as-customer';
import { changeRequestPart } from './accounts/account-part';
import type { AppProcedure } from '../../app/app-procedure';
import { rules } from './rules';
import { settings } from './settings/settings';

export const changeRequest: AppProcedure = {
  rules,
  accounts: changeRequestPart,
  settings,
  effects: {
    [createIssue.name]: createChangeRequest,
    [receipt.name]: sayAsCustomer,
  },
};
