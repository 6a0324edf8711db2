// An internal comment, once: on a second try look first whether it is there (its effect id is a comment property).
import { because } from '../core/because';
import { type Command, type Paragraph, text } from '../core/command';
import { CameOutPublic } from './errors';
import type { OutboxItem } from './outbox';
import {
  type Done,
  done,
  doorOf,
  mayNot,
  nameOfActor,
  onBehalf,
  type Performing,
} from './performing';
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
    const whose: Paragraph[] = inTheirName
      ? [[text(`On behalf of ${await nameOfActor(performing, item)}:`)]]
      : [];
    return (await door.comment(issueId, [...whose, ...body], mark)).id;
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
    return done({ comments: [await post(app)], notes: [await onBehalf(performing, item)] });
  }
}
