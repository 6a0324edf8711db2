import Button from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import StatusErrorIcon from '@atlaskit/icon/core/status-error';
import StatusInformationIcon from '@atlaskit/icon/core/status-information';
import StatusSuccessIcon from '@atlaskit/icon/core/status-success';
import StatusWarningIcon from '@atlaskit/icon/core/status-warning';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { type FlagOptions } from '../../bridge/page/surroundings';
import { say } from './say';

const icons = {
  info: StatusInformationIcon,
  success: StatusSuccessIcon,
  warning: StatusWarningIcon,
  error: StatusErrorIcon,
};
const colors = {
  info: 'var(--ds-icon-information)',
  success: 'var(--ds-icon-success)',
  warning: 'var(--ds-icon-warning)',
  error: 'var(--ds-icon-danger)',
} as const;
const dismissAfterMs = 8_000;

interface Flags {
  readonly show: (flag: FlagOptions) => void;
  readonly close: (id: string) => void;
  readonly clear: () => void;
}

const FlagsContext = createContext<Flags>({
  show: () => undefined,
  close: () => undefined,
  clear: () => undefined,
});

export const useFlags = (): Flags => useContext(FlagsContext);

/** Results at the lower left, as Jira shows them; the newest in front. */
export function FlagsProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<readonly FlagOptions[]>([]);
  const close = useCallback(
    (id: string) => setShown((flags) => flags.filter((flag) => flag.id !== id)),
    [],
  );
  const show = useCallback((flag: FlagOptions) => {
    say([flag.title, flag.description].filter(Boolean).join('. '));
    setShown((flags) => [flag, ...flags.filter(({ id }) => id !== flag.id)].slice(0, 4));
  }, []);
  const clear = useCallback(() => setShown([]), []);
  const flags = useMemo(() => ({ show, close, clear }), [show, close, clear]);
  return (
    <FlagsContext.Provider value={flags}>
      {children}
      <div className="flags" role="region" aria-label="Messages">
        {shown.map((flag) => (
          <Flag key={flag.id} flag={flag} close={close} />
        ))}
      </div>
    </FlagsContext.Provider>
  );
}

function Flag({
  flag,
  close,
}: {
  readonly flag: FlagOptions;
  readonly close: (id: string) => void;
}) {
  const { id, type = 'info', isAutoDismiss = false } = flag;
  useEffect(() => {
    if (!isAutoDismiss) return undefined;
    const timer = setTimeout(() => close(id), dismissAfterMs);
    return () => clearTimeout(timer);
  }, [id, isAutoDismiss, close]);
  const Icon = icons[type];
  return (
    <div className="flag">
      <Icon label={type} color={colors[type]} />
      <div className="flag-text">
        <p className="strong">{flag.title}</p>
        {flag.description && <p>{flag.description}</p>}
        {flag.actions && flag.actions.length > 0 && (
          <div className="buttons">
            {flag.actions.map(({ text, onClick }) => (
              <Button
                key={text}
                spacing="compact"
                appearance="subtle"
                onClick={() => void onClick()}
              >
                {text}
              </Button>
            ))}
          </div>
        )}
      </div>
      <button type="button" className="icon-button" aria-label="Dismiss" onClick={() => close(id)}>
        <CrossIcon label="" size="small" />
      </button>
    </div>
  );
}
