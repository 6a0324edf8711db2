// Change requests (CR, C).
import { createIssue, sayAsCustomer as receipt } from './effects';
import { createChangeRequest } from './effects/create-change-request';
import { sayAsCustomer } from './effects/say-as-customer';
import type { AppProcedure } from '../../app/app-procedure';
import { rules } from './rules';

export const changeRequest: AppProcedure = {
  rules,
  effects: {
    [createIssue.name]: createChangeRequest,
    [receipt.name]: sayAsCustomer,
  },
};
