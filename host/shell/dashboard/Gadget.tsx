import Button, { IconButton } from '@atlaskit/button/new';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import SettingsIcon from '@atlaskit/icon/core/settings';
import { useId, useState } from 'react';
import { ForgeFrame } from '../../bridge/page/ForgeFrame';
import { emitToFrames } from '../../bridge/page/frames';
import { type UiModule } from '../../host';
import { Skeleton } from '../parts/Skeleton';
import { Trouble } from '../parts/Trouble';

export interface GadgetOnDashboard {
  readonly id: string;
  readonly moduleKey: string;
  readonly configuration: unknown;
}

interface Props {
  readonly gadget: GadgetOnDashboard;
  readonly module: UiModule;
  readonly dashboardId: string;
  readonly onConfigure: (configuration: unknown) => Promise<void>;
}

/** A gadget: its page, or its edit view while it is configured. */
export function Gadget({ gadget, module, dashboardId, onConfigure }: Props) {
  const id = useId();
  const [editing, setEditing] = useState(false);
  const place = {
    moduleKey: module.key,
    gadget: { id: gadget.id, dashboardId, configuration: gadget.configuration },
  };
  const refused = (message: string, tryAgain: () => void) => (
    <Trouble
      title={`${module.title} is not shown`}
      error={new Error(message)}
      onTryAgain={tryAgain}
    />
  );
  const waiting = <Skeleton lines={[30, 100, 100]} label={`Opening ${module.title}`} />;
  const save = async (configuration: unknown): Promise<void> => {
    await onConfigure(configuration);
    setEditing(false);
  };
  return (
    <section className="gadget-card" aria-labelledby={id}>
      <header className="gadget-title">
        <h2 id={id}>{editing ? `Configure ${module.title}` : module.title}</h2>
        {editing ? (
          <Button appearance="subtle" onClick={() => setEditing(false)}>
            Cancel
          </Button>
        ) : (
          <span className="buttons">
            <IconButton
              icon={RefreshIcon}
              appearance="subtle"
              label={`Refresh ${module.title}`}
              onClick={() => refresh(gadget.id)}
            />
            <IconButton
              icon={SettingsIcon}
              appearance="subtle"
              label={`Configure ${module.title}`}
              onClick={() => setEditing(true)}
            />
          </span>
        )}
      </header>
      <div className="gadget-body">
        {editing ? (
          <ForgeFrame
            key="edit"
            place={{ ...place, entryPoint: 'edit' }}
            title={`Configure ${module.title}`}
            minHeight={120}
            submit={save}
            waiting={waiting}
            refused={refused}
          />
        ) : (
          <ForgeFrame
            key="view"
            place={place}
            title={module.title}
            minHeight={120}
            waiting={waiting}
            refused={refused}
          />
        )}
      </div>
    </section>
  );
}

/** Forge: https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-dashboard-gadget/ */
const refresh = (gadgetId: string): void =>
  emitToFrames('JIRA_DASHBOARD_GADGET_REFRESH', { origin: 'gadget', gadgetId });
