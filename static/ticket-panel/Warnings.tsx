import type { WarningView } from '../../src/contract/ticket';
import { Notice } from '../shared/Notice';
import { useSaid } from '../shared/use-said';
import { Why } from '../shared/Why';

/** What is not as the SOP expects it, and how to put it right. */
export function Warnings({ warnings }: { warnings: readonly WarningView[] }) {
  const said = useSaid();
  return (
    <>
      {warnings.map(({ code, text, remedy, why }) => (
        <Notice key={`${code} ${text}`} appearance="warning">
          <p>{said(text)}</p>
          {remedy !== null && <p>{said(remedy)}</p>}
          {why && <Why why={why} about={said(text)} />}
        </Notice>
      ))}
    </>
  );
}
