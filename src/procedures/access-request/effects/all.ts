import type { PerformOwn } from '../../../app/app-procedure';
import { done } from '../../../app/performing';
import {
  deletePersonal as purged,
  keepPersonal,
  raiseToCustomer,
  rememberLeadTime,
} from '../effects';
import { deletePersonal } from './delete-personal';
import { raiseAccessRequest } from './raise-access-request';

export const effects: Readonly<Record<string, PerformOwn>> = {
  [raiseToCustomer.name]: raiseAccessRequest,
  [purged.name]: deletePersonal,
  [keepPersonal.name]: async ({ ports, issueId }, _item, command) => {
    await ports.personal.keepStaged(issueId, keepPersonal.inputOf(command).by);
    return done();
  },
  [rememberLeadTime.name]: async ({ ports, issueId }, _item, command) => {
    const { cid, days } = rememberLeadTime.inputOf(command);
    await ports.leadTimes.remember(cid, issueId, days);
    return done();
  },
};
