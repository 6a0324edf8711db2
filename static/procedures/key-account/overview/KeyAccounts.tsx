import './key-accounts.css';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useCallback } from 'react';
import type { KeyAccountsView } from '../../../../src/procedures/key-account/contract/overview';
import { callKeyAccounts } from './call';
import { Now, useServerClock } from '../../../shared/clock';
import { ProblemMessage } from '../../../shared/ProblemMessage';
import { Skeleton } from '../../../shared/Skeleton';
import { useLive } from '../../../shared/use-live';
import { Accounts } from './Accounts';
import { Month } from './Month';
import { PageContext } from './page-context';
import { Weeks } from './Weeks';

const load = () => callKeyAccounts('accounts.get', {});
const liveliness = { every: () => 120_000, on: {} };

/** Key accounts across the desk: who they are, how they are doing, what the weeks and the months looked like. */
export function KeyAccounts() {
  const { received, problem, read, show } = useLive<KeyAccountsView>(load, liveliness);
  const now = useServerClock(received);
  const again = useCallback(() => void read(), [read]);
  const view = received?.view ?? null;
  return (
    <main className="key-accounts">
      <h1>Key accounts</h1>
      {problem && <ProblemMessage problem={problem} onTryAgain={again} />}
      {view === null ? (
        problem === null && <Skeleton lines={[40, 90, 90, 70]} label="Reading the key accounts" />
      ) : !view.on ? (
        <p className="subtle">
          No queue knows key accounts. An administrator can turn them on in the Account Relay
          settings.
        </p>
      ) : (
        <Now.Provider value={now}>
          <PageContext.Provider value={{ view, show, read: again }}>
            <Tabs id="key-accounts">
              <TabList>
                <Tab>Accounts</Tab>
                <Tab>Weeks</Tab>
                <Tab>Months</Tab>
              </TabList>
              <TabPanel>
                <Accounts />
              </TabPanel>
              <TabPanel>
                <Weeks />
              </TabPanel>
              <TabPanel>
                <Month />
              </TabPanel>
            </Tabs>
          </PageContext.Provider>
        </Now.Provider>
      )}
    </main>
  );
}
