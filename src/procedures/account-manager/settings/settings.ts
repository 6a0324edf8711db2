import type { ProcedureSettings } from '../../../app/settings/procedure-settings';
import { boundValues, readingValues } from '../contract/settings';
import { accountManagerFacts } from './facts';
import { accountManagerProse } from './prose';

export const settings: ProcedureSettings = {
  facts: accountManagerFacts,
  prose: accountManagerProse,
  queueValues: [...boundValues, ...readingValues],
};
