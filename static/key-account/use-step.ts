import type { KeyAccountView } from '../../src/contract/key-account';
import { type Step, useStepOf } from '../shared/use-step';
import { useKeyAccount } from './panel-context';

export const useStep = (): Step<KeyAccountView> => useStepOf(useKeyAccount());
