import type { ChangeView } from '../../../src/procedures/change-request/contract/panel';
import { type Step, useStepOf } from '../../shared/use-step';
import { useChange } from './panel-context';

export const useStep = (): Step<ChangeView> => useStepOf(useChange());
