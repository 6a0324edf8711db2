import api from '@forge/api';
import type { Handlers } from '@forge/resolver';
import * as v from 'valibot';
import { offerForQueue, offerProjects } from '../../../app/settings/offer-choices';
import { previewCalendar } from '../../../app/settings/preview-calendar';
import { previewSop, readSop } from '../../../app/settings/read-sop';
import type { ChoicesApi } from '../../../contract/settings-choices';
import type { SopApi } from '../../../contract/sop';
import { jiraChoices } from '../../../jira/choices';
import { cataloguesForViewer } from '../../ports';
import { answering } from '../answering';
import { id, parse } from '../../../app/input';

const shapes = {
  read: v.object({ of: v.picklist(['draft', 'in-force'], 'of is draft or in-force.') }),
  preview: v.object({ queue: v.unknown() }),
  calendar: v.object({ calendar: v.unknown() }),
  project: v.object({ project: id('The project') }),
} as const;

/** What the forms offer is what the administrator sees in Jira. */
const choosing = () => jiraChoices(api.asUser());

export const sop: Handlers<SopApi & ChoicesApi> = {
  'sop.read': answering(({ payload, ports }) =>
    readSop(ports, cataloguesForViewer(), parse(shapes.read, payload).of),
  ),
  'sop.preview': answering(({ payload, ports }) =>
    previewSop(ports, cataloguesForViewer(), parse(shapes.preview, payload).queue),
  ),
  'calendar.preview': answering(({ payload, ports }) =>
    previewCalendar(ports, cataloguesForViewer(), parse(shapes.calendar, payload).calendar),
  ),
  'choices.projects': answering(({ ports }) =>
    offerProjects(ports, cataloguesForViewer(), choosing()),
  ),
  'choices.queue': answering(({ payload, ports }) =>
    offerForQueue(ports, cataloguesForViewer(), choosing(), parse(shapes.project, payload).project),
  ),
};
