// Access requests of new engineers (EA, E).
import { done } from '../../app/performing';
import { deletePersonal as purged, raiseToCustomer, rememberLeadTime } from './effects';
import { deletePersonal } from './effects/delete-personal';
import { raiseAccessRequest } from './effects/raise-access-request';
import { accessRequestPart } from './accounts/account-part';
import type { AppProcedure } from '../../app/app-procedure';
import { rules } from './rules';
import { settings } from './settings/settings';

export const accessRequest: AppProcedure = {
  rules,
  accounts: accessRequestPart,
  settings,
  effects: {
    [raiseToCustomer.name]: raiseAccessRequest,
    [purged.name]: deletePersonal,
    [rememberLeadTime.name]: async ({ ports, issueId }, _item, command) => {
      const { cid, days } = rememberLeadTime.inputOf(command);
      await ports.leadTimes.remember(cid, issueId, days);
      return done();
    },
  },
  forget: (ports, issueId) => ports.personal.forget(issueId),
};
