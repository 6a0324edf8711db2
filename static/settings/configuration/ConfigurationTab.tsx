import { useCallback } from 'react';
import type { ConfigurationView } from '../../../src/contract/configuration';
import { callSettings } from '../call';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { Skeleton } from '../../shared/Skeleton';
import { useLive } from '../../shared/use-live';
import { ImportConfiguration } from './ImportConfiguration';
import { Overview } from './Overview';

const load = (): Promise<ConfigurationView> => callSettings('configuration.get', {});
const liveliness = { every: () => 10 * 60_000, on: {} };

/** What is in force, and how to put something else in force. */
export default function ConfigurationTab() {
  const { received, problem, read } = useLive(load, liveliness);
  const readAgain = useCallback(() => void read(), [read]);
  return (
    <>
      {problem && (
        <ProblemMessage
          problem={problem}
          {...(problem.code === 'permission' ? {} : { onTryAgain: readAgain })}
        />
      )}
      {received === null && problem === null && (
        <Skeleton lines={[30, 60, 60, 60, 40]} label="Reading the settings" />
      )}
      {received && (
        <>
          <Overview view={received.view} />
          {received.view.version === null && (
            <ImportConfiguration inForce={null} onApplied={readAgain} />
          )}
        </>
      )}
    </>
  );
}
