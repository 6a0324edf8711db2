import type { Handlers } from '@forge/resolver';
import * as v from 'valibot';
import { lookAgain } from '../../../app/radar/look-again';
import { readActivity } from '../../../app/radar/read-activity';
import type { ActivityApi } from '../../../contract/activity';
import { cataloguesForViewer } from '../../ports';
import { answering } from '../answering';
import { parse } from '../../../app/input';

const queue = v.object({
  projectId: v.pipe(
    v.string('The project must be text.'),
    v.minLength(1, 'The project is empty.'),
    v.maxLength(100, 'The project is longer than 100 characters.'),
  ),
});

export const activity: Handlers<ActivityApi> = {
  'activity.get': answering(({ ports }) => readActivity(ports, cataloguesForViewer().viewer)),
  'activity.look-again': answering(({ payload, ports }) =>
    lookAgain(ports, cataloguesForViewer().viewer, parse(queue, payload).projectId),
  ),
};
