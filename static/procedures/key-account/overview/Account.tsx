import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { KeyAccountRow } from '../../../../src/procedures/key-account/contract/overview';
import { callKeyAccounts } from './call';
import { spellDay } from '../../../shared/days';
import { ProblemMessage } from '../../../shared/ProblemMessage';
import { useWrite } from '../../../shared/use-write';
import { NoteForm } from './NoteForm';
import { usePage } from './page-context';
import { Tickets } from './Tickets';

const levels = {
  calm: { text: 'Calm', look: 'success' },
  watch: { text: 'Watch', look: 'moved' },
  alarm: { text: 'In trouble', look: 'removed' },
} as const;

/** One key account: since when, how it is doing and why, and what is open. */
export function Account({ account }: { account: KeyAccountRow }) {
  const { show } = usePage();
  const { problem, run } = useWrite(show);
  const [noting, setNoting] = useState(false);
  const { cid, name, marked, from, until, standing, pulse } = account;
  const level = levels[pulse.level];
  return (
    <li className={`account account-${standing === 'key' ? pulse.level : 'other'}`}>
      <div className="account-head">
        <h2>
          {name} <span className="subtle">({cid})</span>
        </h2>
        <span className="lozenges">
          {standing === 'key' ? (
            <Lozenge appearance={level.look}>{level.text}</Lozenge>
          ) : (
            <Lozenge appearance="default">{standing === 'planned' ? 'Planned' : 'Ended'}</Lozenge>
          )}
        </span>
      </div>
      <p className="subtle small">
        {marked} ·{' '}
        {from === null
          ? 'from always'
          : `${standing === 'planned' ? 'from' : 'since'} ${spellDay(from)}`}
        {until !== null && ` until ${spellDay(until)}`} · {account.accountManager.name} · production{' '}
        {account.rhythm}
      </p>
      {pulse.reasons.length > 0 && (
        <ul className="reasons">
          {pulse.reasons.map(({ text, keys, weight }) => (
            <li key={text} className={`reason-${weight}`}>
              <Tickets keys={keys}>{text}</Tickets>
            </li>
          ))}
        </ul>
      )}
      <dl className="numbers">
        <Number name="Open" keys={account.open} of={name} />
        <Number name="Overdue" keys={account.overdue} of={name} bad />
        <Number name="Escalated" keys={account.escalated} of={name} bad />
        <Number name="Releases" keys={account.releases} of={name} />
      </dl>
      {account.notes.map((note) => (
        <div key={note.id} className="note">
          <span>
            {note.text}{' '}
            <span className="subtle small">
              {note.by.name}
              {note.until !== null && `, until ${spellDay(note.until)}`}
            </span>
          </span>
          <Button
            spacing="compact"
            appearance="subtle"
            onClick={() =>
              void run(() => callKeyAccounts('key-account.remove-note', { cid, id: note.id }))
            }
          >
            Remove
            <span className="for-screen-readers"> the note on {name}</span>
          </Button>
        </div>
      ))}
      {problem && <ProblemMessage problem={problem} />}
      {standing !== 'ended' &&
        (noting ? (
          <NoteForm cid={cid} name={name} onClose={() => setNoting(false)} />
        ) : (
          <div className="buttons">
            <Button spacing="compact" appearance="subtle" onClick={() => setNoting(true)}>
              Add a note
              <span className="for-screen-readers"> on {name}</span>
            </Button>
          </div>
        ))}
    </li>
  );
}

function Number({
  name,
  keys,
  of,
  bad = false,
}: {
  name: string;
  keys: readonly string[];
  of: string;
  bad?: boolean;
}) {
  return (
    <div className={bad && keys.length > 0 ? 'number-bad' : undefined}>
      <dt>{name}</dt>
      <dd>
        <Tickets keys={keys} label={`${keys.length} ${name.toLowerCase()}, ${of}`}>
          {keys.length}
        </Tickets>
      </dd>
    </div>
  );
}
