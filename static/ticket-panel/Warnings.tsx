import type { WarningView } from '../../src/contract/ticket-panel';
import { Notice } from '../shared/Notice';
import { Why } from '../shared/Why';

/** What is not as the SOP expects it, and how to put it right. */
export function Warnings({ warnings }: { warnings: readonly WarningView[] }) {
  return (
    <>
      {warnings.map(({ code, text, remedy, why }) => (
        <Notice key={`${code} ${text}`} appearance="warning">
          <p>{text}</p>
          {remedy !== null && <p>{remedy}</p>}
          {why && <Why why={why} about={text} />}
        </Notice>
      ))}
    </>
  );
}
