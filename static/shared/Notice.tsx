import ErrorIcon from '@atlaskit/icon/core/status-error';
import InformationIcon from '@atlaskit/icon/core/status-information';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { type ReactNode } from 'react';

const icons = {
  information: InformationIcon,
  success: SuccessIcon,
  warning: WarningIcon,
  error: ErrorIcon,
};
const spoken = {
  information: 'Information',
  success: 'Success',
  warning: 'Warning',
  error: 'Error',
};

interface Props {
  readonly appearance: keyof typeof icons;
  readonly title?: string;
  readonly children: ReactNode;
}

/**
 * The design system's section message, without its package: that one brings tooltip, popper and top layer along, 43 kB
 * gzip on every page, for a dismiss button no notice here has.
 */
export function Notice({ appearance, title, children }: Props) {
  const Icon = icons[appearance];
  return (
    <div className={`notice notice-${appearance}`}>
      <span className="notice-icon">
        <Icon label={spoken[appearance]} color="currentColor" />
      </span>
      <div className="notice-text">
        {title !== undefined && <h2 className="notice-title">{title}</h2>}
        {children}
      </div>
    </div>
  );
}
