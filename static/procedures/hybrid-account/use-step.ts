import type { HybridView } from '../../../src/procedures/hybrid-account/contract/panel';
import { type Step, useStepOf } from '../../shared/use-step';
import { useHybrid } from './panel-context';

export const useStep = (): Step<HybridView> => useStepOf(useHybrid());
