import LockLockedIcon from '@atlaskit/icon/core/lock-locked';
import { AdfText } from '../adf/AdfText';
import { type Comment } from '../data/wire';
import { Moment } from '../parts/Moment';
import { Face } from '../parts/Person';

/** A comment; an internal one is tinted and says so. */
export function CommentItem({ comment }: { readonly comment: Comment }) {
  const isInternal = comment.jsdPublic === false;
  return (
    <li className={isInternal ? 'comment comment-internal' : 'comment'}>
      <Face user={comment.author ?? null} size="medium" />
      <div className="comment-text">
        <p className="comment-head">
          <span className="strong">{comment.author?.displayName ?? 'Somebody'}</span>
          <span className="subtle small">
            <Moment at={comment.created} />
            {comment.updated !== comment.created && ' (edited)'}
          </span>
          {isInternal && (
            <span className="internal-mark small">
              <LockLockedIcon label="" size="small" /> Internal note
            </span>
          )}
        </p>
        <AdfText node={comment.body} />
      </div>
    </li>
  );
}
