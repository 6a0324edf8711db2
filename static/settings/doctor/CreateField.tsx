import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { Finding } from '../../../src/contract/doctor';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { useWrite } from '../../shared/use-write';

interface Props {
  readonly offer: NonNullable<Finding['offer']> & { kind: 'create-field' };
  readonly onCreate: (offer: Props['offer']) => Promise<void>;
}

/** Shows what would be made in Jira before anything is: a custom field is there for the whole site. */
export function CreateField({ offer, onCreate }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { busy, problem, run } = useWrite<void>(() => undefined);
  if (!isOpen) {
    return (
      <div className="offer">
        <Button spacing="compact" onClick={() => setOpen(true)}>
          {`Create ${offer.name} …`}
        </Button>
        <span className="subtle small">Shows first what would be made.</span>
      </div>
    );
  }
  return (
    <div className="create-field" role="group" aria-label={`Create the field ${offer.name}`}>
      <dl className="create-field-what">
        <dt>Name</dt>
        <dd>{offer.name}</dd>
        <dt>Type</dt>
        <dd>User picker (single user)</dd>
        <dt>In whose name</dt>
        <dd>Yours. Jira refuses if you may not create custom fields.</dd>
        <dt>Where</dt>
        <dd>
          In every project of this site, but on no screen yet. Which screens is for you to choose
          afterwards.
        </dd>
        <dt>Settings</dt>
        <dd>The draft names the new field. It counts once the draft is published.</dd>
      </dl>
      {problem && <ProblemMessage problem={problem} />}
      <div className="buttons">
        <Button
          appearance="primary"
          isLoading={busy}
          onClick={() => void run(() => onCreate(offer))}
        >
          Create the field in Jira
        </Button>
        <Button appearance="subtle" isDisabled={busy} onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
