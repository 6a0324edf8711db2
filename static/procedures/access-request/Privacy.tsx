import Button from '@atlaskit/button/new';
import { counted } from '../../shared/counted';
import { callFollowUps } from './call';
import { Moment } from '../../shared/Moment';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { tellDone } from '../../shared/tell';
import { useWrite } from '../../shared/use-write';
import { useRequest } from './panel-context';
import { fields } from './words';

/** EA-24: what personal data is on file, until when; afterwards the certificate that it is gone. */
export function Privacy() {
  const { view, request, show } = useRequest();
  const { busy, problem, run } = useWrite(show);
  const { certificate, onFile, purgeAt } = request;
  const remove = async (): Promise<void> => {
    if (
      await run(() =>
        callFollowUps('access-request.delete-personal', { expectedRevision: view.revision }),
      )
    )
      tellDone('The personal data is deleted.');
  };
  return (
    <section aria-labelledby="privacy" className="stack">
      <h2 id="privacy" className="section">
        Personal data
      </h2>
      {certificate !== null && onFile.length === 0 ? (
        <p className="small">
          Deleted <Moment at={certificate.at} />: {counted(certificate.fields, 'field')} of one
          engineer. {counted(certificate.customers, 'customer')},{' '}
          {counted(certificate.requestsSent, 'request')} sent, {certificate.ready} ready,{' '}
          {certificate.notNeeded} not needed. Certificate{' '}
          <code>{certificate.sha256.slice(0, 12)}</code>
        </p>
      ) : (
        <p className="small subtle">
          {onFile.length === 0
            ? 'None on file.'
            : `On file, encrypted: ${onFile.map((field) => fields[field].toLowerCase()).join(', ')}.`}{' '}
          {onFile.length > 0 &&
            (purgeAt === null ? (
              'Deleted some time after every row is ready or not needed.'
            ) : (
              <>
                Deleted <Moment at={purgeAt} />.
              </>
            ))}
        </p>
      )}
      {problem && <ProblemMessage problem={problem} />}
      {view.side === 'team-lead' && onFile.length > 0 && (
        <div>
          <Button
            spacing="compact"
            appearance="subtle"
            isLoading={busy}
            onClick={() => void remove()}
          >
            Delete personal data now
          </Button>
        </div>
      )}
    </section>
  );
}
