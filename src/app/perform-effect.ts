// One effect: as the person whose act it is where Jira lets them, else as the app, which then says so.
import { editFields } from './edit-fields';
import { moveTicket } from './move-ticket';
import type { OwnCommand } from '../core/command';
import type { OutboxItem } from './outbox';
import { alreadyDone, asActor, type Done, done, failed, type Performing } from './performing';
import type { Mark } from './jira-ports';
import { raiseRequest } from './raise-request';
import { postComment } from './post-comment';

/** Does it; an effect that Jira will never accept ends as a failed entry in the journal and blocks nothing after it. */
export async function performEffect(performing: Performing, item: OutboxItem): Promise<Done> {
  try {
    return await perform(performing, item);
  } catch (error) {
    return done({ notes: [failed(error, item)] });
  }
}

async function perform(performing: Performing, item: OutboxItem): Promise<Done> {
  const { ports, issueId } = performing;
  const mark: Mark = { effectId: item.id, clause: item.clause };
  const { command } = item;
  switch (command.kind) {
    case 'comment':
      return postComment(performing, item, command, mark);
    case 'edit':
      return editFields(performing, item, command, mark);
    case 'transition':
      return moveTicket(performing, item, command, mark);
    case 'watch':
      return done({
        notes: await asActor(performing, item, (door) => door.watch(issueId, command.person)),
      });
    case 'project':
      await ports.jira.app.setProjection(issueId, command.projection);
      return done();
    case 'raise-request':
      return raiseRequest(performing, item, command);
    case 'link':
      if (await alreadyDone(performing, item)) return done();
      await ports.jira.app.edit(
        issueId,
        {
          people: [],
          priority: null,
          link: { type: command.linkType, to: command.to },
          projection: null,
        },
        mark,
      );
      return done();
    case 'own':
      return performOwn(performing, item, command);
  }
}

/** @throws TypeError when nobody knows the effect: the outbox was written by another version of the app */
async function performOwn(
  performing: Performing,
  item: OutboxItem,
  command: OwnCommand,
): Promise<Done> {
  const procedure = performing.ports.procedures.find(({ id }) => id === command.procedure);
  const effect = (await procedure?.load.effects?.())?.[command.effect];
  if (effect === undefined)
    throw new TypeError(`Nothing carries out ${command.procedure}/${command.effect}.`);
  return effect(performing, item, command);
}
