import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { Finding } from '../../../src/contract/doctor';
import { type PageProblem, problemOf } from '../../shared/problem';
import { ProblemMessage } from '../../shared/ProblemMessage';

type Offered = NonNullable<Finding['offer']>;

interface Props {
  readonly offer: Offered;
  readonly onTake: (offer: Offered) => Promise<void>;
}

/** What can be done about a finding from here, and what it does, before it is done. */
export function Offer({ offer, onTake }: Props) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PageProblem | null>(null);
  const take = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await onTake(offer);
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  const inForce = 'puts a new version of the settings in force, which can be taken back under Versions.';
  return (
    <>
      <div className="offer">
        <Button spacing="compact" isLoading={busy} onClick={() => void take()}>
          {offer.kind === 'create-field' ? `Create ${offer.name}` : `Use ${offer.field.name}`}
        </Button>
        <span className="subtle small">
          {offer.kind === 'create-field' ? `Creates a custom field for one person in Jira, in your name, and ${inForce} Then Jira's screens need it.` : `This ${inForce}`}
        </span>
      </div>
      {problem && <ProblemMessage problem={problem} />}
    </>
  );
}
