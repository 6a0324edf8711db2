import type { Handlers } from '@forge/resolver';
import * as v from 'valibot';
import { listAbsences, setAbsence } from '../../../app/absences/absences';
import type { AbsencesApi } from '../../../contract/absences';
import { cataloguesForViewer } from '../../ports';
import { absence } from '../../../app/absences/absence-input';
import { answering } from '../answering';
import { id, parse } from '../../../app/input';

const shape = v.object({
  person: id('The person'),
  absence,
  calendar: v.nullable(id('The calendar')),
});

export const absences: Handlers<AbsencesApi> = {
  'absences.list': answering(({ ports }) => listAbsences(ports, cataloguesForViewer().viewer)),
  'absences.set': answering(({ payload, ports }) =>
    setAbsence(ports, cataloguesForViewer().viewer, parse(shape, payload)),
  ),
};
