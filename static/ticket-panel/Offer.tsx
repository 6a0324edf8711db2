import Button from '@atlaskit/button/new';
import type { OfferView } from '../../src/procedures/account-manager/contract/panel';
import { Moment } from '../shared/Moment';
import { Notice } from '../shared/Notice';
import { ProblemMessage } from '../shared/ProblemMessage';
import { refreshTicket, tellDone } from '../shared/tell';
import { useWrite } from '../shared/use-write';
import { Why } from '../shared/Why';
import { callPanel } from './call';
import { focusOr } from './focus';
import { usePanel } from './panel-context';

/** Why a tag by hand opened nothing, in a line. */
function reason({ why, tagged, asks }: OfferView): string {
  switch (why) {
    case 'unclear':
      return `${tagged.name} was tagged. It is not clear whether a response is needed.`;
    case 'no-entry':
      return `${tagged.name} was tagged. No SOP entry is for this request type, so no response was requested.`;
    case 'other-manager':
      return asks === null
        ? `${tagged.name} was tagged. No response was requested.`
        : `${tagged.name} was tagged, but ${asks.name} manages this account. No response was requested.`;
    case 'late':
      return `${tagged.name} was tagged, but that was found more than a week later. No response was requested.`;
  }
}

/** A tag that no rule takes, or whose words leave it open (A11): somebody says whether it is a request. */
export function Offer() {
  const { view, show } = usePanel();
  const { busy, problem, run } = useWrite(show);
  const { offer, actions, revision } = view;
  if (offer === null) return null;
  const take = async (): Promise<void> => {
    if (await run(() => callPanel('account-manager.request-now', { expectedRevision: revision }))) {
      focusOr(null);
      tellDone('Response requested. The clock starts now.');
      await refreshTicket();
    }
  };
  const leave = async (): Promise<void> => {
    if (await run(() => callPanel('account-manager.set-aside', { expectedRevision: revision }))) {
      focusOr(null);
      tellDone('Not a request. Nobody is asked.');
    }
  };
  const within = offer.respondWithin === null ? '' : `, ${offer.respondWithin}`;
  const unclear = offer.why === 'unclear';
  return (
    <Notice
      appearance="information"
      title={unclear ? 'Is this a request?' : 'No response requested'}
    >
      <div className="stack">
        <p>{reason(offer)}</p>
        <blockquote className="note">{offer.note}</blockquote>
        <p className="subtle small">
          {offer.by.name}, <Moment at={offer.at} />
        </p>
        {actions['request-now'].allowed ? (
          <div className="buttons">
            <Button isLoading={busy} onClick={() => void take()}>
              {unclear ? `Yes${within}` : 'Request it now'}
            </Button>
            {actions['set-aside'].allowed && (
              <Button appearance="subtle" isDisabled={busy} onClick={() => void leave()}>
                No
              </Button>
            )}
          </div>
        ) : (
          <Why why={actions['request-now'].why} about="can I not request it" />
        )}
        {problem && <ProblemMessage problem={problem} />}
      </div>
    </Notice>
  );
}
