import { type ReactNode, useState } from 'react';
import { type Comment, type History } from '../data/wire';
import { Empty } from '../parts/Empty';
import { instantOf } from '../parts/time';
import { CommentForm } from './CommentForm';
import { CommentItem } from './CommentItem';
import { HistoryItem } from './HistoryItem';

type Show = 'all' | 'comments' | 'history';

const tabs: readonly { readonly show: Show; readonly name: string }[] = [
  { show: 'all', name: 'All' },
  { show: 'comments', name: 'Comments' },
  { show: 'history', name: 'History' },
];

interface Entry {
  readonly id: string;
  readonly at: number;
  readonly item: ReactNode;
}

interface Props {
  readonly issueKey: string;
  readonly comments: readonly Comment[];
  readonly histories: readonly History[];
  readonly onAdded: () => void;
}

/** What was said and done, newest first, under the form to say more. */
export function Activity({ issueKey, comments, histories, onAdded }: Props) {
  const [show, setShow] = useState<Show>('comments');
  const said = comments.map((comment): Entry => ({
    id: `comment ${comment.id}`,
    at: instantOf(comment.created),
    item: <CommentItem key={`comment ${comment.id}`} comment={comment} />,
  }));
  const done = histories.map((history): Entry => ({
    id: `history ${history.id}`,
    at: instantOf(history.created),
    item: <HistoryItem key={`history ${history.id}`} history={history} />,
  }));
  const entries = [...(show === 'history' ? [] : said), ...(show === 'comments' ? [] : done)].sort(
    (one, other) => other.at - one.at,
  );
  return (
    <section aria-labelledby="activity">
      <h2 id="activity" className="section-title">
        Activity
      </h2>
      <div className="segments" role="group" aria-label="Show">
        {tabs.map((tab) => (
          <button
            key={tab.show}
            type="button"
            aria-pressed={show === tab.show}
            onClick={() => setShow(tab.show)}
          >
            {tab.name}
          </button>
        ))}
      </div>
      {show !== 'history' && <CommentForm issueKey={issueKey} onAdded={onAdded} />}
      {entries.length === 0 ? (
        <Empty
          title={show === 'history' ? 'Nothing was changed yet.' : 'Nobody said anything yet.'}
        />
      ) : (
        <ul className="comments">{entries.map(({ item }) => item)}</ul>
      )}
    </section>
  );
}
