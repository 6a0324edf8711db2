import Button from '@atlaskit/button/new';
import TextField from '@atlaskit/textfield';
import { useEffect, useState } from 'react';
import type {
  FollowUpsView,
  LettersView,
} from '../../../src/procedures/access-request/contract/panel';
import { counted } from '../../shared/counted';
import { callFollowUps } from './call';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { type PageProblem, problemOf } from '../../shared/problem';
import { Skeleton } from '../../shared/Skeleton';
import { announce, refreshTicket, tellDone } from '../../shared/tell';
import { useWrite } from '../../shared/use-write';
import { csvOf, download } from '../../shared/files';
import { Letter } from './Letter';
import { useFollowUps } from './panel-context';

/** Choose customers, see every letter and what personal data it carries, take them away, then say that they were sent. */
export function Letters({ onClose }: { onClose: () => void }) {
  const { view, show } = useFollowUps();
  const sendable = view.rows.filter((row) => row.sendable);
  const ordered = [...sendable].sort(
    (a, b) => place(view.sendingOrder, a.cid) - place(view.sendingOrder, b.cid),
  );
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    ordered.filter(({ state }) => state === 'not-sent').map(({ cid }) => cid),
  );
  const [letters, setLetters] = useState<LettersView | null>(null);
  const [failed, setFailed] = useState<PageProblem | null>(null);
  const [taken, setTaken] = useState<'eml' | 'mailto' | 'merge-list' | 'ticketing-tool'>('eml');
  const [sentOn, setSentOn] = useState('');
  const { busy, problem, run } = useWrite(show);

  useEffect(() => {
    let current = true;
    setLetters(null);
    setFailed(null);
    if (chosen.length === 0) return undefined;
    callFollowUps('letters.compose', { customers: chosen }).then(
      (value) => {
        if (current) setLetters(value);
      },
      (error: unknown) => {
        if (current) setFailed(problemOf(error));
      },
    );
    return () => {
      current = false;
    };
  }, [chosen]);

  const sent = async (): Promise<void> => {
    if (
      !(await run(() =>
        callFollowUps('access-request.send', {
          customers: byHand,
          via: taken,
          on: sentOn === '' ? null : sentOn,
          expectedRevision: view.revision,
        }),
      ))
    )
      return;
    onClose();
    tellDone(`${counted(byHand.length, 'request')} marked as sent.`);
    await refreshTicket();
  };
  const mergeList = async (): Promise<void> => {
    download('account-requests.csv', await csvOf(letters?.mergeList ?? []));
    setTaken('merge-list');
    announce('The merge list is downloaded.');
  };
  const raised = (cid: string, fresh: FollowUpsView): void => {
    setChosen(chosen.filter((one) => one !== cid));
    show(fresh);
  };
  // What is raised here is sent by that; the rest is marked by hand.
  const byHand = chosen.filter(
    (cid) => view.rows.find((row) => row.cid === cid)?.method !== 'jsm-request',
  );
  const ready =
    byHand.length > 0 &&
    letters !== null &&
    letters.problems.length === 0 &&
    letters.letters.length > 0;
  return (
    <FormFrame
      label="Compose requests"
      submit={
        byHand.length === 0 ? 'Mark as sent' : `Mark ${counted(byHand.length, 'request')} as sent`
      }
      permission={{ allowed: true }}
      ready={ready}
      busy={busy}
      problem={problem?.field === 'on' ? null : (problem ?? failed)}
      onSubmit={() => void sent()}
      onClose={onClose}
    >
      <p className="small subtle">
        Account Relay sends no mail outside Jira. Open each letter in your mail program, send it,
        then mark it as sent here: the clocks run from then. A request in our service desk is raised
        from here.
      </p>
      <fieldset className="choices">
        <legend className="field-label">To whom? The least time to spare first.</legend>
        {ordered.map(({ cid, customer, attempts, basis }) => (
          <label key={cid} className="choice">
            <input
              type="checkbox"
              checked={chosen.includes(cid)}
              onChange={(event) =>
                setChosen(
                  event.currentTarget.checked
                    ? [...chosen, cid]
                    : chosen.filter((one) => one !== cid),
                )
              }
            />
            <span>
              {customer}
              {attempts > 0 && (
                <span className="subtle"> (sent {counted(attempts, 'time')} already)</span>
              )}
              <span className="subtle small"> · {basis}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {chosen.length > 0 && letters === null && failed === null && (
        <Skeleton lines={[50, 90, 80]} label="Composing" />
      )}
      {letters && letters.problems.length > 0 && (
        <div role="alert" className="stack">
          <p className="strong">Nothing is composed until this is corrected:</p>
          <ul>
            {letters.problems.map(({ cid, text, remedy }) => (
              <li key={`${cid} ${text}`}>
                {text} <span className="subtle">{remedy}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {letters?.letters.map((letter) => (
        <Letter
          key={letter.cid}
          letter={letter}
          onTaken={setTaken}
          onRaised={(fresh) => raised(letter.cid, fresh)}
        />
      ))}
      {ready && (
        <Field
          label="Sent on"
          help="Leave it empty for today. The customers' times run from that day."
          error={problem?.field === 'on' ? problem.message : undefined}
        >
          {(field) => (
            <TextField
              {...field}
              type="date"
              max={view.today}
              value={sentOn}
              onChange={(event) => setSentOn(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      {ready && letters.mergeList.length > 1 && (
        <div>
          <Button spacing="compact" onClick={() => void mergeList()}>
            Download merge list (.csv)
          </Button>
        </div>
      )}
    </FormFrame>
  );
}

/** What is not in the order was sent before; it stands last. */
const place = (order: readonly string[], cid: string): number =>
  order.includes(cid) ? order.indexOf(cid) : order.length;
