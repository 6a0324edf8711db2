import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import TextField from '@atlaskit/textfield';
import { router } from '@forge/bridge';
import { useState } from 'react';
import type {
  OnboardingView,
  TaskView,
} from '../../../src/procedures/hybrid-account/contract/panel';
import { callHybrid } from './call';
import { Field } from '../../shared/Field';
import { Moment } from '../../shared/Moment';
import { Notice } from '../../shared/Notice';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { tellDone } from '../../shared/tell';
import { Crossroads } from './Crossroads';
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
      {onboarding.ended !== null && (
        <p>
          Ended <Moment at={onboarding.ended.at} />: {onboarding.ended.why}
        </p>
      )}
      {onboarding.crossroads.map((at) => (
        <Crossroads key={at.id} at={at} />
      ))}
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
  const [url, setUrl] = useState('');
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
      {task.done.map(({ by, at, note, on }) => (
        <p key={by.accountId} className="small subtle">
          {by.name}, <Moment at={on ?? at} />
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
      {problem && problem.field !== 'url' && <ProblemMessage problem={problem} />}
      {task.mayTick && task.notBefore !== null && (
        <p className="small subtle">
          It can be marked as done from <Moment at={task.notBefore} /> on.
        </p>
      )}
      {task.mayTick && task.needs === 'at' && (
        <p className="small subtle">Set the time of the meeting first.</p>
      )}
      {task.mayTick && task.needs === 'url' && (
        <Field
          label={task.kind === 'channel' ? 'Link to the channel' : 'Link to the Onboarding Object'}
          help="Begins with https://. Only the link is kept here."
          error={problem?.field === 'url' ? problem.message : undefined}
        >
          {(field) => (
            <TextField
              {...field}
              type="url"
              value={url}
              onChange={(event) => setUrl(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      {task.mayTick && task.notBefore === null && task.needs !== 'at' && (
        <div>
          <Button
            spacing="compact"
            isLoading={busy}
            isDisabled={task.needs === 'url' && url.trim() === ''}
            onClick={() =>
              void step(
                (expectedRevision) =>
                  callHybrid('hybrid-account.finish-task', {
                    task: task.id,
                    ...(task.needs === 'url' ? { url: url.trim() } : {}),
                    expectedRevision,
                  }),
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
