import './settings.css';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { Suspense } from 'react';
import { Now } from '../shared/clock';
import { Skeleton } from '../shared/Skeleton';
import { tabs } from './tabs';

/** The administrator's page: a tab for each thing there is to set up. */
export function Settings() {
  return (
    <Now.Provider value={Date.now()}>
      <main className="settings">
        <h1>Account Relay</h1>
        <Tabs id="settings" shouldUnmountTabPanelOnChange>
          <TabList>
            {tabs.map(({ title }) => (
              <Tab key={title}>{title}</Tab>
            ))}
          </TabList>
          {tabs.map(({ title, Page }) => (
            <TabPanel key={title}>
              <div className="settings-tab">
                <Suspense fallback={<Skeleton lines={[30, 60, 60]} label={`Opening ${title}`} />}>
                  <Page />
                </Suspense>
              </div>
            </TabPanel>
          ))}
        </Tabs>
      </main>
    </Now.Provider>
  );
}
