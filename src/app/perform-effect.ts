// One effect: as the person whose act it is where Jira lets them, else as the app, which then says so.
import { createChangeRequest } from '../procedures/change-request/effects/create-change-request';
import { sayAsCustomer } from '../procedures/change-request/effects/say-as-customer';
import { deletePersonal } from '../procedures/access-request/effects/delete-personal';
import { raiseAccessRequest } from '../procedures/access-request/effects/raise-access-request';
import { editFields } from './edit-fields';
import { listKeyAccount } from '../procedures/key-account/effects/list-key-account';
import { moveTicket } from './move-ticket';
import type { OutboxItem } from './outbox';
import { alreadyDone, asActor, type Done, done, failed, type Performing } from './performing';
import type { Mark } from './ports';
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
    case 'raise-access-request':
      return raiseAccessRequest(performing, item, command);
    case 'create-change-request':
      return createChangeRequest(performing, item, command);
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
    case 'say-as-customer':
      return sayAsCustomer(performing, item, command);
    case 'delete-personal':
      return deletePersonal(performing, command);
    case 'remember-happening':
      await ports.keyAccounts.remember(command.happening);
      return done();
    case 'list-key-account':
      return listKeyAccount(performing, item, command);
    case 'remember-lead-time':
      await ports.leadTimes.remember(command.cid, issueId, command.days);
      return done();
  }
}
