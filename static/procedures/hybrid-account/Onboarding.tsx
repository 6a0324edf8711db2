import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { router } from '@forge/bridge';
import { useState } from 'react';
import type {
  OnboardingView,
  TaskView,
} from '../../../src/procedures/hybrid-account/contract/panel';
import { callHybrid } from './call';
import { Moment } from '../../shared/Moment';
import { Notice } from '../../shared/Notice';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { tellDone } from '../../shared/tell';
import { Links } from './Links';
import { Meeting } from './Meeting';
import { useStep } from './use-step';
import { departments, owners } from './words';

/** HY-06 … HY-11: the tasks of both departments, the hand-over with its clock, and what comes when both have called. */
export function Onboarding({ onboarding }: { onboarding: OnboardingView }) {
  const { tasks, notifiedAt, acknowledged, acknowledgeBy, mayAcknowledge, joinedAt } = onboarding;
  const { busy, problem, step } = useStep();
  return (
    <section aria-labelledby="onboarding" className="stack">
      <h2 id="onboarding" className="section">
        Onboarding · opportunity {onboarding.opportunity}
      </h2>
      {notifiedAt === null ? (
        <p className="subtle small">{departments.fmc} is not informed yet.</p>
      ) : acknowledged === null ? (
        <Notice appearance="warning" title={`Waiting for ${departments.fmc}`}>
          <p>
            Informed <Moment at={notifiedAt} />; to be acknowledged by{' '}
            {acknowledgeBy === null ? 'soon' : <Moment at={acknowledgeBy} />}.
          </p>
          {mayAcknowledge && (
            <div>
              <Button
                appearance="primary"
                spacing="compact"
                isLoading={busy}
                onClick={() =>
                  void step(
                    (expectedRevision) =>
                      callHybrid('hybrid-account.acknowledge-onboarding', { expectedRevision }),
                    'Acknowledged.',
                  )
                }
              >
                Acknowledge
              </Button>
            </div>
          )}
        </Notice>
      ) : (
        <p className="small">
          Acknowledged by {acknowledged.by.name}, <Moment at={acknowledged.at} />.
        </p>
      )}
      {problem && <ProblemMessage problem={problem} />}
      <ol className="tasks">
        {tasks.map((task) => (
          <Task key={task.id} task={task} />
        ))}
      </ol>
      {joinedAt !== null && <Meeting onboarding={onboarding} />}
      <Links onboarding={onboarding} />
    </section>
  );
}

function Task({ task }: { task: TaskView }) {
  const { busy, problem, step } = useStep();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(task.message ?? '');
    setCopied(true);
    tellDone('Message copied.');
  };
  return (
    <li className={`task task-${task.state}`}>
      <div className="task-line">
        <span className="task-title">
          {task.title}
          <span className="subtle small"> · {owners[task.owner]}</span>
          {task.kind === 'slot' && task.state !== 'done' && (
            <span className="subtle small"> · fill in your own, or leave it</span>
          )}
        </span>
        {task.state === 'done' ? (
          <Lozenge appearance="success">Done</Lozenge>
        ) : task.state === 'later' ? (
          <Lozenge appearance="default">Later</Lozenge>
        ) : (
          <Lozenge appearance="inprogress">Open</Lozenge>
        )}
      </div>
      {task.done.map(({ by, at, note }) => (
        <p key={by.accountId} className="small subtle">
          {by.name}, <Moment at={at} />
          {note !== null && ` · ${note}`}
        </p>
      ))}
      {task.message !== null && task.state !== 'done' && (
        <div className="stack">
          <p className="message">{task.message}</p>
          <div className="buttons">
            <Button spacing="compact" onClick={() => void copy()}>
              {copied ? 'Copy again' : 'Copy message'}
            </Button>
            {task.channel !== null && (
              <Button spacing="compact" onClick={() => void router.open(task.channel ?? '')}>
                Open channel
              </Button>
            )}
          </div>
        </div>
      )}
      {problem && <ProblemMessage problem={problem} />}
      {task.mayTick && (
        <div>
          <Button
            spacing="compact"
            isLoading={busy}
            onClick={() =>
              void step(
                (expectedRevision) =>
                  callHybrid('hybrid-account.finish-task', { task: task.id, expectedRevision }),
                `Done: ${task.title}.`,
              )
            }
          >
            {task.kind === 'inform' ? 'I have posted it' : 'Mark as done'}
            <span className="for-screen-readers"> {task.title}</span>
          </Button>
        </div>
      )}
    </li>
  );
}
