import { useState } from 'react';
import type { AskRow } from '../../src/contract/my-asks';
import { Hint } from '../shared/Hint';

/** Jira's own icon of the priority; its name where the icon does not load. */
export function Priority({ priority }: { priority: AskRow['priority'] }) {
  const [broken, setBroken] = useState(priority.iconUrl === '');
  if (broken) return <span className="small">{priority.name}</span>;
  return (
    <Hint text={priority.name}>
      <img src={priority.iconUrl} alt={priority.name} width={16} height={16} onError={() => setBroken(true)} />
    </Hint>
  );
}
