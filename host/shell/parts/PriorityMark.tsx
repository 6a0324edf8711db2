import { type Priority } from '../data/wire';

/** Jira's picture of a priority, with its name unless the column says what it is. */
export function PriorityMark({
  priority,
  alone = false,
}: {
  readonly priority: Priority | null | undefined;
  readonly alone?: boolean;
}) {
  if (!priority) return <span className="subtle">None</span>;
  const path = new URL(priority.iconUrl, window.location.href).pathname;
  return (
    <span className="person" title={priority.name}>
      <img src={path} width={16} height={16} alt={alone ? priority.name : ''} />
      {!alone && priority.name}
    </span>
  );
}
