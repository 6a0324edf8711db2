import Button from '@atlaskit/button/new';
import type { Finding } from '../../../src/contract/doctor';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { useWrite } from '../../shared/use-write';
import { CreateField } from './CreateField';

type Offered = NonNullable<Finding['offer']>;

/** What a finding offers, and does not do before somebody says so. */
export interface Mending {
  readonly onUse: (offer: Offered & { kind: 'use-field' }) => Promise<void>;
  readonly onCreate: (offer: Offered & { kind: 'create-field' }) => Promise<void>;
}

/** What can be done about a finding from here. */
export function Offer({ offer, mending }: { readonly offer: Offered; readonly mending: Mending }) {
  return offer.kind === 'create-field' ? (
    <CreateField offer={offer} onCreate={mending.onCreate} />
  ) : (
    <UseField offer={offer} onUse={mending.onUse} />
  );
}

interface UseFieldProps {
  readonly offer: Offered & { kind: 'use-field' };
  readonly onUse: Mending['onUse'];
}

function UseField({ offer, onUse }: UseFieldProps) {
  const { busy, problem, run } = useWrite<void>(() => undefined);
  return (
    <>
      <div className="offer">
        <Button spacing="compact" isLoading={busy} onClick={() => void run(() => onUse(offer))}>
          {`Use ${offer.field.name}`}
        </Button>
        <span className="subtle small">
          Puts a new version of the settings in force, which can be taken back under Versions.
        </span>
      </div>
      {problem && <ProblemMessage problem={problem} />}
    </>
  );
}
