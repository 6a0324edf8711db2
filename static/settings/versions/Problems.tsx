import type { ProblemView } from '../../../src/contract/versions';
import { Notice } from '../../shared/Notice';

/** What is wrong, where, and what to do about it. */
export function Problems({ title, problems }: { title: string; problems: readonly ProblemView[] }) {
  return (
    <Notice appearance="error" title={title}>
      <ul className="problem-list">
        {problems.map(({ path, message, remedy }) => (
          <li key={`${path} ${message}`}>
            {message} {remedy} <code>{path}</code>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
