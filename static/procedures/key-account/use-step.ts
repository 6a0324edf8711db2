import type { KeyAccountView } from '../../../src/procedures/key-account/contract/panel';
import { type Step, useStepOf } from '../../shared/use-step';
import { useKeyAccount } from './panel-context';

export const useStep = (): Step<KeyAccountView> => useStepOf(useKeyAccount());
