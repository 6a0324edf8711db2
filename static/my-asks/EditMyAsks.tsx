import './gadget.css';
import { useState } from 'react';
import type { MyAsksView } from '../../src/procedures/account-manager/contract/gadget';
import { callMyAsks } from './call';
import { ProblemMessage } from '../shared/ProblemMessage';
import { Skeleton } from '../shared/Skeleton';
import { useLive } from '../shared/use-live';
import { readConfiguration } from './configuration';
import { ConfigurationForm } from './ConfigurationForm';

const load = (): Promise<MyAsksView> => callMyAsks('asks.mine', { rows: 1 });
const liveliness = { every: () => 60 * 60_000, on: {} };

/** The gadget's edit view. */
export function EditMyAsks({ saved }: { saved: unknown }) {
  const { received, problem, read } = useLive(load, liveliness);
  const [configuration] = useState(() => readConfiguration(saved));
  return (
    <main className="gadget">
      <h1 className="for-screen-readers">Configure the gadget</h1>
      {problem && <ProblemMessage problem={problem} onTryAgain={() => void read()} />}
      {received ? (
        <ConfigurationForm configuration={configuration} queues={received.view.queues} />
      ) : (
        problem === null && <Skeleton lines={[20, 60, 20, 30, 50]} label="Reading the queues" />
      )}
    </main>
  );
}
