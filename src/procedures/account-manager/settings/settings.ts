import type { ProcedureSettings } from '../../../app/settings/procedure-settings';
import { accountManagerFacts } from './facts';
import { accountManagerProse } from './prose';
import { readingChoices } from './reading-choices';

export const accountManagerProcedure: ProcedureSettings = {
  facts: accountManagerFacts,
  prose: accountManagerProse,
  readings: readingChoices.map(({ path, clause, question, choices }) => ({
    path,
    clause,
    question,
    choices: choices.map(({ value, label }) => ({ value, label })),
  })),
};
