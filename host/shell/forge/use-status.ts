import { type ThemeAppearance } from '@atlaskit/lozenge';
import { read } from '../data/http';
import { type Change, useReloadOn } from '../data/live';
import { useLoad } from '../data/use-load';

/** What a module's `dynamicProperties` answers
 * (https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-context/). */
interface DynamicProperties {
  readonly status?: {
    readonly type: string;
    readonly value: { readonly label: string; readonly type?: string };
  };
}

export interface PanelStatus {
  readonly label: string;
  readonly appearance: ThemeAppearance;
}

const appearances: readonly ThemeAppearance[] = [
  'default',
  'inprogress',
  'moved',
  'new',
  'removed',
  'success',
];

/** The lozenge on a panel's row, kept fresh as the ticket and the clock move; null when there is none. */
export function useStatus(module: string, issueKey: string, wanted: boolean): PanelStatus | null {
  const { value, reload } = useLoad(wanted ? `status ${module} ${issueKey}` : null, () =>
    read<DynamicProperties | null>(
      `/__host/extension-status?module=${encodeURIComponent(module)}&issue=${encodeURIComponent(issueKey)}`,
    ),
  );
  const concerns = (change: Change): boolean =>
    change.type === 'clock' ||
    (change.type === 'settled' && change.changes.some((one) => one.issueKey === issueKey));
  useReloadOn(concerns, reload, 50);
  const status = value?.status?.value;
  if (!status) return null;
  return {
    label: status.label,
    appearance: appearances.find((one) => one === status.type) ?? 'default',
  };
}
