import Button from '@atlaskit/button/new';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import { callFollowUps } from './call';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { Moment } from '../../shared/Moment';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { tellDone } from '../../shared/tell';
import { useWrite } from '../../shared/use-write';
import { useRequest } from './panel-context';
import { spellDay } from './words';

/** An engineer who leaves: which accounts are to be closed at customers, and which are. */
export function Leaving() {
  const { view, request, show } = useRequest();
  const [open, setOpen] = useState(false);
  const { busy, problem, run } = useWrite(show);
  const leads = view.side === 'team-lead';
  const { leaving } = request;
  const rows = view.rows.filter(({ toClose, accountClosedAt }) => toClose || accountClosedAt);
  const say = async (on: string | null): Promise<void> => {
    if (
      !(await run(() =>
        callFollowUps('access-request.leave', { on, expectedRevision: view.revision }),
      ))
    )
      return;
    setOpen(false);
    tellDone(on === null ? 'Noted: the engineer stays.' : 'Noted: the engineer leaves.');
  };
  if (leaving === null)
    return leads ? (
      <section className="stack" aria-label="The engineer leaves">
        {open ? (
          <LeavingForm
            today={view.today}
            busy={busy}
            problem={problem}
            onSend={(on) => void say(on)}
            onClose={() => setOpen(false)}
          />
        ) : (
          <div>
            <Button spacing="compact" appearance="subtle" onClick={() => setOpen(true)}>
              Engineer leaves
            </Button>
          </div>
        )}
      </section>
    ) : null;
  return (
    <section aria-labelledby="leaving" className="stack">
      <h2 id="leaving" className="section">
        Accounts to close
      </h2>
      <p className="small subtle">
        {leaving.by.name} said that the engineer leaves on {spellDay(leaving.on)}.
      </p>
      <ul className="small">
        {rows.map(({ cid, customer, accountClosedAt }) => (
          <li key={cid}>
            {customer}:{' '}
            {accountClosedAt === null ? (
              'to be closed'
            ) : (
              <>
                closed <Moment at={accountClosedAt} />
              </>
            )}
          </li>
        ))}
      </ul>
      {problem && <ProblemMessage problem={problem} />}
      {leads && (
        <div>
          <Button
            spacing="compact"
            appearance="subtle"
            isLoading={busy}
            onClick={() => void say(null)}
          >
            The engineer stays
          </Button>
        </div>
      )}
    </section>
  );
}

function LeavingForm({
  today,
  busy,
  problem,
  onSend,
  onClose,
}: {
  today: string;
  busy: boolean;
  problem: Parameters<typeof FormFrame>[0]['problem'];
  onSend: (on: string) => void;
  onClose: () => void;
}) {
  const [on, setOn] = useState(today);
  return (
    <FormFrame
      label="Engineer leaves"
      submit="Engineer leaves"
      permission={{ allowed: true }}
      ready={on !== ''}
      busy={busy}
      problem={problem}
      onSubmit={() => onSend(on)}
      onClose={onClose}
    >
      <Field
        label="Last day"
        help="Requests that were not sent are not needed then; the accounts at customers are listed to be closed."
      >
        {(field) => (
          <TextField
            {...field}
            type="date"
            value={on}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormFrame>
  );
}
