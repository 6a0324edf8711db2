import Select from '@atlaskit/select';
import { useState } from 'react';
import { PageHead } from '../chrome/PageHead';
import { read } from '../data/http';
import { useReloadOn } from '../data/live';
import { useSession } from '../data/session';
import { useLoad } from '../data/use-load';
import { type Notification } from '../../jira/types';
import { Empty } from '../parts/Empty';
import { Moment } from '../parts/Moment';
import { Face } from '../parts/Person';
import { Skeleton } from '../parts/Skeleton';
import { Trouble } from '../parts/Trouble';
import { Link } from '../routing/Link';
import { paths } from '../routing/paths';

/** The mail Jira would have sent, newest first; nothing leaves this machine. */
export function MailPage() {
  const { people } = useSession();
  const { value, error, reload } = useLoad('mail', () =>
    read<readonly Notification[]>('/__host/mail?limit=300'),
  );
  const [to, setTo] = useState<string | null>(null);
  useReloadOn(({ type }) => type === 'issue-changed' || type === 'clock', reload, 400);
  const personOf = (address: string) =>
    people.find(({ email, accountId }) => email === address || accountId === address) ?? {
      displayName: address,
    };
  const nameOf = (address: string): string => personOf(address).displayName;
  const addresses = [...new Set((value ?? []).map((mail) => mail.to))].sort((one, other) =>
    nameOf(one).localeCompare(nameOf(other)),
  );
  const options = addresses.map((address) => ({ value: address, label: nameOf(address) }));
  const shown = [...(value ?? [])].reverse().filter((mail) => to === null || mail.to === to);
  return (
    <>
      <PageHead title="Notification mail">
        <p className="subtle">What Jira would have mailed. Nothing leaves this machine.</p>
      </PageHead>
      <div className="mail-filter">
        <Select
          aria-label="Mail to"
          placeholder="To everybody"
          isClearable
          options={options}
          value={options.find(({ value: address }) => address === to) ?? null}
          onChange={(option) => setTo(option?.value ?? null)}
        />
      </div>
      {error && <Trouble error={error} onTryAgain={reload} />}
      {!value && !error && <Skeleton lines={[100, 100, 100]} label="Reading the mail" />}
      {value && shown.length === 0 && (
        <Empty title="No mail yet.">
          Comment on a ticket, assign it or move it, and those concerned get mail.
        </Empty>
      )}
      <ul className="mails">
        {shown.map((mail, index) => (
          <li key={`${mail.at} ${mail.to} ${index}`} className="card">
            <p className="comment-head">
              <span className="person">
                <Face user={personOf(mail.to)} />
                <span className="strong">To {nameOf(mail.to)}</span>
              </span>
              <span className="subtle small">
                <Moment at={mail.at} /> · {mail.reason}
              </span>
            </p>
            <p>
              <Link to={paths.ticket(mail.issueKey)}>{mail.subject}</Link>
            </p>
            <p className="plain-text small">{mail.text}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
