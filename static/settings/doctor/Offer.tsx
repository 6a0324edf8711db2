import Button from '@atlaskit/button/new';
import { router } from '@forge/bridge';
import { useState } from 'react';
import type { Finding } from '../../../src/contract/doctor';
import { type PageProblem, problemOf } from '../../shared/problem';
import { ProblemMessage } from '../../shared/ProblemMessage';

type Offered = NonNullable<Finding['offer']>;

/**
 * Where Jira administrators create custom fields. Account Relay cannot: a page may do no more than the scopes of its app,
 * and this would take the right to configure all of Jira (manage:jira-configuration), for a thing done once.
 */
const customFields = '/secure/admin/ViewCustomFields.jspa';

interface Props {
  readonly offer: Offered;
  readonly onUse: (offer: Offered & { kind: 'use-field' }) => Promise<void>;
}

/** What can be done about a finding from here. */
export function Offer({ offer, onUse }: Props) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PageProblem | null>(null);
  if (offer.kind === 'create-field') {
    return (
      <div className="offer">
        <Button spacing="compact" onClick={() => void router.open(customFields)}>
          Create the field in Jira
        </Button>
        <span className="subtle small">Opens in a new tab. Check again here afterwards; Account Relay finds the field by its name.</span>
      </div>
    );
  }
  const use = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await onUse(offer);
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  return (
    <>
      <div className="offer">
        <Button spacing="compact" isLoading={busy} onClick={() => void use()}>
          {`Use ${offer.field.name}`}
        </Button>
        <span className="subtle small">Puts a new version of the settings in force, which can be taken back under Versions.</span>
      </div>
      {problem && <ProblemMessage problem={problem} />}
    </>
  );
}
