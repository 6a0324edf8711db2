import ArrowRightIcon from '@atlaskit/icon/core/arrow-right';
import { type History } from '../data/wire';
import { Moment } from '../parts/Moment';
import { Face } from '../parts/Person';

const spellField = (field: string): string => field.charAt(0).toUpperCase() + field.slice(1);

/** Long texts would bury everything else. */
const spellValue = (value: unknown): string => {
  const text = typeof value === 'string' && value !== '' ? value : 'None';
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
};

/** What somebody changed at one time: each field, from what to what. */
export function HistoryItem({ history }: { readonly history: History }) {
  const names = [...new Set(history.items.map(({ field }) => spellField(field)))];
  return (
    <li className="comment">
      <Face user={history.author ?? null} size="medium" />
      <div className="comment-text">
        <p className="comment-head">
          <span>
            <span className="strong">{history.author?.displayName ?? 'Somebody'}</span> changed{' '}
            {names.join(', ')}
          </span>
          <span className="subtle small">
            <Moment at={history.created} />
          </span>
        </p>
        {history.items.map((item, index) => (
          <p key={index} className="change">
            {names.length > 1 && <span className="subtle small">{spellField(item.field)}:</span>}
            <span>{spellValue(item.fromString)}</span>
            <ArrowRightIcon label="becomes" size="small" />
            {/* Every object has a toString; only Jira's own is a value. */}
            <span>{spellValue(Object.hasOwn(item, 'toString') ? item.toString : null)}</span>
          </p>
        ))}
      </div>
    </li>
  );
}
