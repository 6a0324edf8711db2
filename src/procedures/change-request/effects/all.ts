import { createIssue, sayAsCustomer as receipt, setDueDate } from '../effects';
import type { PerformOwn } from '../../../app/app-procedure';
import { createChangeRequest } from './create-change-request';
import { sayAsCustomer } from './say-as-customer';
import { setJirasDueDate } from './set-due-date';

export const effects: Readonly<Record<string, PerformOwn>> = {
  [createIssue.name]: createChangeRequest,
  [receipt.name]: sayAsCustomer,
  [setDueDate.name]: setJirasDueDate,
};
