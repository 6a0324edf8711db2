import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { callFollowUps } from './call';
import { FormFrame } from '../../shared/FormFrame';
import { tellDone } from '../../shared/tell';
import { useWrite } from '../../shared/use-write';
import { ChooseCustomers } from './ChooseCustomers';
import { Letters } from './Letters';
import { useFollowUps } from './panel-context';
import { Row } from './Row';
import { Sheet } from './Sheet';

/** A row per customer, and what is done with many of them at once. */
export function Rows() {
  const { view } = useFollowUps();
  const [open, setOpen] = useState<'letters' | 'add' | 'sheet' | null>(null);
  const leads = view.side === 'team-lead';
  const close = (): void => setOpen(null);
  const mayCompose =
    leads &&
    view.rows.some(({ sendable }) => sendable) &&
    (view.request?.certificate === null || (view.request?.onFile.length ?? 0) > 0);
  return (
    <section aria-labelledby="customers" className="stack">
      <h2 id="customers" className="section">
        Customers
      </h2>
      {view.rows.length === 0 ? (
        <p className="subtle">
          {view.side === 'internal-it'
            ? 'Internal IT only says when account and e-mail are ready.'
            : 'No customer of yours is on this request.'}
        </p>
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">Customer</th>
              <th scope="col">State</th>
              <th scope="col">With</th>
              <th scope="col">Requested</th>
              <th scope="col">Expected</th>
              <th scope="col">Forecast</th>
              <th scope="col">Next</th>
              <th scope="col">
                <span className="for-screen-readers">What happened</span>
              </th>
            </tr>
          </thead>
          {view.rows.map((row) => (
            <Row key={row.cid} row={row} />
          ))}
        </table>
      )}
      {open === null && view.side !== 'internal-it' && (
        <div className="buttons">
          {mayCompose && (
            <Button
              appearance="primary"
              isDisabled={view.request?.gate !== null}
              onClick={() => setOpen('letters')}
            >
              Compose requests
            </Button>
          )}
          {leads && <Button onClick={() => setOpen('add')}>Add customers</Button>}
          <Button onClick={() => setOpen('sheet')}>Follow-up document</Button>
        </div>
      )}
      {open === 'letters' && <Letters onClose={close} />}
      {open === 'add' && <AddCustomers onClose={close} />}
      {open === 'sheet' && <Sheet onClose={close} />}
    </section>
  );
}

function AddCustomers({ onClose }: { onClose: () => void }) {
  const { view, show } = useFollowUps();
  const [customers, setCustomers] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState(false);
  const { busy, problem, run } = useWrite(show);
  const add = async (): Promise<void> => {
    setAsked(true);
    if (customers.length === 0) return;
    if (
      !(await run(() =>
        callFollowUps('access-request.add-customers', {
          customers,
          expectedRevision: view.revision,
        }),
      ))
    )
      return;
    onClose();
    tellDone('Customers added.');
  };
  return (
    <FormFrame
      label="Add customers"
      submit="Add customers"
      permission={{ allowed: true }}
      busy={busy}
      problem={problem}
      onSubmit={() => void add()}
      onClose={onClose}
    >
      <ChooseCustomers
        chosen={customers}
        onChange={setCustomers}
        error={asked && customers.length === 0 ? 'Choose at least one customer.' : undefined}
      />
    </FormFrame>
  );
}
