import Button from '@atlaskit/button/new';
import { router } from '@forge/bridge';
import { Fragment } from 'react';
import type {
  FollowUpsView,
  LetterView,
} from '../../../src/procedures/access-request/contract/panel';
import { tellDone } from '../../shared/tell';
import { download } from '../../shared/files';
import { Raise } from './Raise';
import { methods } from './words';

/** Where a personal field stands, in a letter and in a request. */
const places = {
  letter: { subject: 'subject', body: 'body', cc: 'copies' },
  request: { subject: 'summary', body: 'description', cc: 'copies' },
} as const;

type Way = 'eml' | 'mailto' | 'ticketing-tool';

/** One letter as it will leave, every personal field marked, with why the customer needs it. */
export function Letter({
  letter,
  onTaken,
  onRaised,
}: {
  letter: LetterView;
  onTaken: (way: Way) => void;
  onRaised: (fresh: FollowUpsView) => void;
}) {
  const {
    customer,
    method,
    to,
    cc,
    subject,
    body,
    leaving,
    cut,
    withoutWorkStart,
    requirements,
    toolUrl,
    raise,
    eml,
    mailto,
  } = letter;
  const values = [...new Set(leaving.map(({ value }) => value))];
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`${subject}\n\n${body}`);
    tellDone('Copied.');
    onTaken('ticketing-tool');
  };
  return (
    <article className="letter" aria-label={`Letter to ${customer}`}>
      <h3>
        {customer} <span className="subtle small">{methods[method]}</span>
      </h3>
      {requirements !== null && <p className="small">They also ask: {requirements}</p>}
      <dl className="letter-head">
        {raise !== null && (
          <>
            <dt>For</dt>
            <dd>{raise.onBehalfOf}, who sees it in the customer portal</dd>
            <dt>Participants</dt>
            <dd>
              {raise.participants.length === 0 ? 'Nobody else' : raise.participants.join(', ')}
            </dd>
            <dt>Request type</dt>
            <dd>{raise.requestType}</dd>
          </>
        )}
        {method === 'e-mail' && (
          <>
            <dt>To</dt>
            <dd>{to.join(', ')}</dd>
            <dt>CC</dt>
            <dd>{cc.length === 0 ? 'Nobody' : <Marked text={cc.join(', ')} values={values} />}</dd>
          </>
        )}
        <dt>{raise === null ? 'Subject' : 'Summary'}</dt>
        <dd>
          <Marked text={subject} values={values} />
        </dd>
      </dl>
      <pre className="letter-body">
        <Marked text={body} values={values} />
      </pre>
      <div className="small">
        <p className="strong">Personal data that leaves</p>
        {leaving.length === 0 ? (
          <p>None.</p>
        ) : (
          <ul>
            {leaving.map(({ name, where, why }) => (
              <li key={`${name} ${where}`}>
                The {name} in the {places[raise === null ? 'letter' : 'request'][where]}.{' '}
                <span className="subtle">{why}</span>
              </li>
            ))}
          </ul>
        )}
        {cut.length > 0 && (
          <p className="subtle">
            Left out, because this customer does not need it: {cut.join(', ')}.
          </p>
        )}
        {withoutWorkStart && (
          <p className="subtle">The work start is left out: it is not known yet.</p>
        )}
      </div>
      <div className="buttons">
        {eml !== null && (
          <Button
            spacing="compact"
            onClick={() => {
              download(eml.name, new Blob([eml.content], { type: 'message/rfc822' }));
              onTaken('eml');
            }}
          >
            Download .eml
          </Button>
        )}
        {mailto !== null && (
          <Button
            spacing="compact"
            onClick={() => {
              void router.open(mailto);
              onTaken('mailto');
            }}
          >
            Open in mail program
          </Button>
        )}
        {raise !== null && (
          <Raise cid={letter.cid} customer={customer} seal={raise.seal} onRaised={onRaised} />
        )}
        {method === 'ticketing-tool' && (
          <>
            <Button spacing="compact" onClick={() => void copy()}>
              Copy text
            </Button>
            {toolUrl !== null && (
              <Button spacing="compact" onClick={() => void router.open(toolUrl)}>
                Open their ticketing tool
              </Button>
            )}
          </>
        )}
      </div>
    </article>
  );
}

/** The text with every personal value marked. */
function Marked({ text, values }: { text: string; values: readonly string[] }) {
  if (values.length === 0) return <>{text}</>;
  const escaped = values.map((value) => value.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return (
    <>
      {text.split(new RegExp(`(${escaped.join('|')})`, 'u')).map((part, index) => (
        <Fragment key={index}>{values.includes(part) ? <mark>{part}</mark> : part}</Fragment>
      ))}
    </>
  );
}
