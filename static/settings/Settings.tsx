import './settings.css';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { Suspense, useCallback, useState } from 'react';
import { Now } from '../shared/clock';
import { Skeleton } from '../shared/Skeleton';
import { OpenTab } from './open-tab';
import { tabs } from './tabs';

/** The administrator's page: a tab for each thing there is to set up. */
export function Settings() {
  const [selected, setSelected] = useState(0);
  const open = useCallback((title: string) => setSelected(Math.max(0, tabs.findIndex((tab) => tab.title === title))), []);
  return (
    <Now.Provider value={Date.now()}>
      <OpenTab.Provider value={open}>
        <main className="settings">
          <h1>Account Relay</h1>
          <Tabs id="settings" shouldUnmountTabPanelOnChange selected={selected} onChange={setSelected}>
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
      </OpenTab.Provider>
    </Now.Provider>
  );
}
