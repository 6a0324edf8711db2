// Change requests (CR, C).
import { createIssue, sayAsCustomer as receipt } from './effects';
import { createChangeRequest } from './effects/create-change-request';
import { sayAsCustomer } from './effects/say-as-customer';
import type { AppProcedure } from '../../app/app-procedure';
import { rules } from './rules';
import { settings } from './settings/settings';

export const changeRequest: AppProcedure = {
  rules,
  settings,
  effects: {
    [createIssue.name]: createChangeRequest,
    [receipt.name]: sayAsCustomer,
  },
};
