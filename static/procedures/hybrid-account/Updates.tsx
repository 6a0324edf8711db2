import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import type { KnowledgeView } from '../../../src/procedures/hybrid-account/contract/panel';
import { counted } from '../../shared/counted';
import { callHybrid } from './call';
import { Moment } from '../../shared/Moment';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { tellDone } from '../../shared/tell';
import { useStep } from './use-step';
import { classes, departments } from './words';

/** HY-12 … HY-18: what one department knows, and whether the other has seen it. */
export function Updates({
  knowledge: { class: about, accounts, forAdmins, updates, older },
}: {
  knowledge: KnowledgeView;
}) {
  const { busy, problem, step } = useStep();
  const news = updates.filter((one) => one.news);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(forAdmins ?? '');
    tellDone('Copied.');
  };
  return (
    <section aria-labelledby="updates" className="stack">
      <h2 id="updates" className="section">
        Kept informed · {about === 'question' ? 'questions' : classes[about].toLowerCase()}
      </h2>
      {accounts.length > 1 && (
        <p className="small subtle">
          Affects {counted(accounts.length, 'account')}:{' '}
          {accounts.map(({ name }) => name).join(', ')}.
        </p>
      )}
      {forAdmins !== null && (
        <div className="stack">
          <p className="small strong">For the customer’s admin</p>
          <p className="message">{forAdmins}</p>
          <div>
            <Button spacing="compact" onClick={() => void copy()}>
              Copy text
            </Button>
          </div>
        </div>
      )}
      <ol className="updates">
        {updates.map(({ id, from, by, at, text, times, seen, news: isNew, waitsFor }) => (
          <li key={id} className={isNew ? 'update update-new' : 'update'}>
            <p>
              {text}
              {times > 1 && <span className="subtle small"> ({times} times)</span>}
            </p>
            <p className="small subtle">
              {[by?.name, from === null ? null : departments[from]]
                .filter((one) => one != null)
                .map((one) => `${one}, `)}
              <Moment at={at} />{' '}
              {isNew ? (
                <Lozenge appearance="moved">New for you</Lozenge>
              ) : seen ? (
                <Lozenge appearance="success">Seen</Lozenge>
              ) : (
                <Lozenge appearance="default">Not seen yet</Lozenge>
              )}
              {!seen && waitsFor.length > 0 && (
                <> Waiting for {waitsFor.map(({ name }) => name).join(', ')}</>
              )}
            </p>
          </li>
        ))}
      </ol>
      {older.updates > 0 && (
        <p className="small subtle">
          {counted(older.updates, 'older update')} acknowledged by everybody: see the comments of
          this ticket.
        </p>
      )}
      {problem && <ProblemMessage problem={problem} />}
      {news.length > 0 && (
        <div>
          <Button
            appearance="primary"
            isLoading={busy}
            onClick={() =>
              void step(
                (expectedRevision) =>
                  callHybrid('hybrid-account.acknowledge-updates', {
                    upTo: news[0]?.id ?? 0,
                    expectedRevision,
                  }),
                'Acknowledged.',
              )
            }
          >
            {`Acknowledge ${counted(news.length, 'update')}`}
          </Button>
        </div>
      )}
    </section>
  );
}
