import './settings.css';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { Suspense, useCallback, useMemo, useState } from 'react';
import { callSettings } from './call';
import { Now } from '../shared/clock';
import { WrittenSopContext } from '../shared/rule';
import { Skeleton } from '../shared/Skeleton';
import { ClauseToShow, OpenTab } from './open-tab';
import { tabs } from './tabs';

const sentencesOf = async (clause: string): Promise<readonly string[]> => [
  ...new Set(
    (await callSettings('sop.read', { of: 'in-force' })).sentences
      .filter((one) => one.clause === clause)
      .map(({ text }) => text),
  ),
];

/** The administrator's page: a tab for each thing there is to set up. */
export function Settings() {
  const [selected, setSelected] = useState(0);
  const open = useCallback(
    (title: string) =>
      setSelected(
        Math.max(
          0,
          tabs.findIndex((tab) => tab.title === title),
        ),
      ),
    [],
  );
  const [clause, setClause] = useState<string | null>(null);
  const sop = useMemo(
    () => ({
      read: sentencesOf,
      open: (wanted: string) => {
        setClause(wanted);
        open('Queues and SOPs');
      },
    }),
    [open],
  );
  // Whoever goes to another tab by themselves has seen the clause.
  const select = (tab: number): void => {
    setClause(null);
    setSelected(tab);
  };
  return (
    <Now.Provider value={Date.now()}>
      <OpenTab.Provider value={open}>
        <WrittenSopContext.Provider value={sop}>
          <ClauseToShow.Provider value={clause}>
            <main className="settings">
              <h1>Account Relay</h1>
              <Tabs
                id="settings"
                shouldUnmountTabPanelOnChange
                selected={selected}
                onChange={select}
              >
                <TabList>
                  {tabs.map(({ title }) => (
                    <Tab key={title}>{title}</Tab>
                  ))}
                </TabList>
                {tabs.map(({ title, Page }) => (
                  <TabPanel key={title}>
                    <div className="settings-tab">
                      <Suspense
                        fallback={<Skeleton lines={[30, 60, 60]} label={`Opening ${title}`} />}
                      >
                        <Page />
                      </Suspense>
                    </div>
                  </TabPanel>
                ))}
              </Tabs>
            </main>
          </ClauseToShow.Provider>
        </WrittenSopContext.Provider>
      </OpenTab.Provider>
    </Now.Provider>
  );
}
