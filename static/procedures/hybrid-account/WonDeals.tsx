import type { WonDeal, WonPreview } from '../../../src/procedures/hybrid-account/contract/account';
import { counted } from '../../shared/counted';
import { Notice } from '../../shared/Notice';
import { TicketLink } from '../../shared/TicketLink';

function Deal({ deal: { name, cid, opportunity, type, key, why } }: { deal: WonDeal }) {
  return (
    <li>
      {name} <span className="subtle">{cid}</span>, opportunity {opportunity}
      {type === 'became-hybrid' && ', became hybrid'}
      {key !== null && (
        <>
          {': '}
          <TicketLink issueKey={key} summary="" />
        </>
      )}
      {why !== null && <>. {why}</>}
    </li>
  );
}

const Deals = ({ deals }: { deals: readonly WonDeal[] }) => (
  <ul>
    {deals.map((deal) => (
      <Deal key={deal.line} deal={deal} />
    ))}
  </ul>
);

/** What the Closed Won opportunities of a file would open (HY-06); nothing for a file without any. */
export function PreviewedDeals({
  announced: { opens, already, refused, refusals },
}: {
  announced: WonPreview;
}) {
  return (
    <>
      {opens.length > 0 && (
        <Notice
          appearance="information"
          title={counted(opens.length, 'onboarding is opened', 'onboardings are opened')}
        >
          <Deals deals={opens} />
          <p>Each opens a ticket for CS Operations, and the other department is told.</p>
        </Notice>
      )}
      {already > 0 && (
        <p>{counted(already, 'opportunity is', 'opportunities are')} onboarded already.</p>
      )}
      {refusals > 0 && (
        <details open={refusals <= 10}>
          <summary>
            {counted(
              refusals,
              'opportunity opens no onboarding',
              'opportunities open no onboarding',
            )}
          </summary>
          <Deals deals={refused} />
          {refused.length < refusals && (
            <p className="subtle">The first {refused.length} are shown.</p>
          )}
        </details>
      )}
    </>
  );
}

/** What became of them. */
export function OpenedDeals({ announced: { opens } }: { announced: WonPreview }) {
  const failed = opens.filter(({ why }) => why !== null);
  const opened = opens.filter(({ key }) => key !== null);
  return (
    <>
      {opened.length > 0 && (
        <>
          <p>{counted(opened.length, 'onboarding is open', 'onboardings are open')}:</p>
          <Deals deals={opened} />
        </>
      )}
      {failed.length > 0 && (
        <>
          <p>
            {counted(failed.length, 'onboarding was not opened', 'onboardings were not opened')};
            import the file again once the reason is gone:
          </p>
          <Deals deals={failed} />
        </>
      )}
    </>
  );
}
