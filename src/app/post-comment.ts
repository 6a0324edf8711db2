// An internal comment, once: on a second try look first whether it is there (its effect id is a comment property).
import { because } from '../core/because';
import { type Command, type Paragraph, text } from '../core/command';
import { nameOf } from '../core/people';
import { CameOutPublic } from './errors';
import type { OutboxItem } from './outbox';
import { type Done, done, doorOf, mayNot, onBehalf, type Performing } from './performing';
import type { JiraDoor, Mark } from './jira-ports';

/** Posts it in the person's own name where Jira lets them, else in the app's, "on behalf of". */
export async function postComment(
  performing: Performing,
  item: OutboxItem,
  { body }: Command & { kind: 'comment' },
  mark: Mark,
): Promise<Done> {
  const { ports, issueId, recovered } = performing;
  const app = ports.jira.app;
  if (recovered) {
    const posted = await app.findComment(issueId, mark.effectId);
    if (posted !== null) return done({ comments: [posted.id] });
  }
  const post = async (door: JiraDoor): Promise<number> => {
    const inTheirName = item.actor !== null && door === app;
    return (
      await door.comment(
        issueId,
        inTheirName ? [onBehalfOf(performing, item), ...body] : body,
        mark,
      )
    ).id;
  };
  const door = doorOf(performing, item);
  try {
    return done({ comments: [await post(door)] });
  } catch (error) {
    if (error instanceof CameOutPublic) {
      const why = because('X7', error.message, { remedy: error.detail.remedy ?? '' });
      return done({ notes: [{ kind: 'failed', text: error.message, because: why }] });
    }
    if (!mayNot(error) || door === app) throw error;
    return done({ comments: [await post(app)], notes: [onBehalf(performing, item)] });
  }
}

const onBehalfOf = ({ situation }: Performing, item: OutboxItem): Paragraph => [
  text(
    situation === null
      ? 'On behalf of a colleague:'
      : `On behalf of ${nameOf(situation.people, item.actor)}:`,
  ),
];
