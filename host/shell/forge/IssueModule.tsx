import AppIcon from '@atlaskit/icon/core/app';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import Lozenge from '@atlaskit/lozenge';
import { useId, useState } from 'react';
import { ForgeFrame } from '../../bridge/page/ForgeFrame';
import { type UiModule } from '../../host';
import { Skeleton } from '../parts/Skeleton';
import { Trouble } from '../parts/Trouble';
import { useStatus } from './use-status';

interface Props {
  readonly module: UiModule;
  readonly issueKey: string;
  /** Has the ticket read anew. */
  readonly onRefresh: () => void;
}

const storedAs = (key: string): string => `local-jira-closed ${key}`;

/** A panel of the app in a ticket: its row with the status lozenge, and the page behind it. */
export function IssueModule({ module, issueKey, onRefresh }: Props) {
  const id = useId();
  const [open, setOpen] = useState(() => sessionStorage.getItem(storedAs(module.key)) === null);
  // Once opened, the page stays loaded: closing and opening keeps what was typed.
  const [loaded, setLoaded] = useState(open);
  const status = useStatus(module.key, issueKey, module.hasStatus);
  const name = module.label ?? module.title;
  const flip = (): void => {
    if (open) sessionStorage.setItem(storedAs(module.key), 'closed');
    else sessionStorage.removeItem(storedAs(module.key));
    setOpen(!open);
    setLoaded(true);
  };
  const Chevron = open ? ChevronDownIcon : ChevronRightIcon;
  return (
    <section className="panel" aria-labelledby={`${id}-name`}>
      <h2>
        <button
          type="button"
          className="panel-row"
          aria-expanded={open}
          aria-controls={id}
          onClick={flip}
        >
          <Chevron label="" size="small" />
          {module.icon ? (
            <img src={module.icon} width={16} height={16} alt="" />
          ) : (
            <AppIcon label="" />
          )}
          <span id={`${id}-name`} className="clipped panel-name">
            {name}
          </span>
          {status && (
            <span className="panel-status">
              <Lozenge appearance={status.appearance} maxWidth={180}>
                {status.label}
              </Lozenge>
            </span>
          )}
        </button>
      </h2>
      <div id={id} className="panel-body" hidden={!open}>
        {loaded && (
          <ForgeFrame
            place={{ moduleKey: module.key, issueKey }}
            title={module.title}
            minHeight={40}
            refresh={onRefresh}
            waiting={<Skeleton lines={[60, 90, 40]} label={`Opening ${name}`} />}
            refused={(message, tryAgain) => (
              <Trouble
                title={`${name} is not shown`}
                error={new Error(message)}
                onTryAgain={tryAgain}
              />
            )}
          />
        )}
      </div>
    </section>
  );
}
