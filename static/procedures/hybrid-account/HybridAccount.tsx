import './hybrid-account.css';
import Lozenge from '@atlaskit/lozenge';
import type { HybridView } from '../../../src/procedures/hybrid-account/contract/panel';
import { counted } from '../../shared/counted';
import { Journal } from '../../shared/Journal';
import { Notice } from '../../shared/Notice';
import { Pending } from '../../shared/Pending';
import { Actions } from './Actions';
import { Onboarding } from './Onboarding';
import { HybridFrame } from './panel-context';
import { Questions } from './Questions';
import { Raised } from './Raised';
import { Updates } from './Updates';
import { departments } from './words';

/** What two departments share: the onboarding of the account, and what one knows and the other has to see. */
export const HybridAccount = ({ issueId }: { issueId: string }) => (
  <HybridFrame issueId={issueId} Content={Content} />
);

function Content({ view }: { view: HybridView }) {
  const { account, onboarding, knowledge, side } = view;
  if (!view.on)
    return (
      <p className="subtle">
        Hybrid accounts are not set up here. An administrator can add them to the Account Relay
        settings.
      </p>
    );
  const shared = onboarding !== null || knowledge !== null || account?.hybrid === true;
  return (
    <>
      <Headline view={view} />
      <Pending of={view} />
      {account !== null && account.unknownProducts.length > 0 && (
        <Notice appearance="warning" title="Unknown products">
          <p>
            Nobody knows what {account.unknownProducts.map((one) => `“${one}”`).join(', ')} means,
            so {account.name} may be hybrid without showing it. An administrator can add the
            spelling to the product names.
          </p>
        </Notice>
      )}
      {onboarding && <Onboarding onboarding={onboarding} />}
      {knowledge && knowledge.updates.length > 0 && <Updates knowledge={knowledge} />}
      {knowledge && knowledge.questions.length > 0 && <Questions questions={knowledge.questions} />}
      {side === null ? (
        shared && (
          <p className="subtle small">
            Only Customer Success and Fully-Managed Credentialing act here.
          </p>
        )
      ) : (
        <Actions />
      )}
      <Raised view={view} />
      {view.history.length > 0 && shared && <Journal history={view.history} empty="" />}
    </>
  );
}

/** Who lacks what, in one line. */
function Headline({
  view: { account, onboarding, knowledge, gaps, mine, side },
}: {
  view: HybridView;
}) {
  const name = onboarding?.account ?? account?.name ?? null;
  if (name === null && knowledge === null)
    return (
      <p className="subtle">
        This ticket has no account yet, so it is not known whether two departments share it.
      </p>
    );
  const hybrid = account?.hybrid === true || onboarding !== null;
  const unseen = gaps.cs + gaps.fmc;
  return (
    <div className="hybrid-head">
      <p className="headline">{name ?? `${counted(knowledge?.accounts.length ?? 0, 'account')}`}</p>
      <div className="card-states">
        {hybrid || knowledge !== null ? (
          <Lozenge appearance="new">Hybrid</Lozenge>
        ) : (
          <Lozenge appearance="default">Not hybrid</Lozenge>
        )}
        {onboarding?.aboard && <Lozenge appearance="success">Aboard</Lozenge>}
        {onboarding?.ended != null && <Lozenge appearance="default">Ended</Lozenge>}
        {mine > 0 && <Lozenge appearance="moved">{`${mine} new for you`}</Lozenge>}
        {side === null
          ? unseen > 0 && <Lozenge appearance="moved">{`${unseen} not acknowledged`}</Lozenge>
          : (['cs', 'fmc'] as const)
              .filter((one) => gaps[one] > 0 && (one !== side || mine === 0))
              .map((one) => (
                <Lozenge key={one} appearance="inprogress" maxWidth="100%">
                  {`${gaps[one]} not seen by ${departments[one]}`}
                </Lozenge>
              ))}
      </div>
    </div>
  );
}
