import api from '@forge/api';
import type { Handlers } from '@forge/resolver';
import * as v from 'valibot';
import { createField } from '../../../app/doctor/create-field';
import { type DoctorPorts, examine, readDoctor } from '../../../app/doctor/examine';
import { useField } from '../../../app/doctor/use-field';
import type { DoctorApi } from '../../../contract/doctor';
import { customFields } from '../../../jira/custom-fields';
import { jiraHealth } from '../../../jira/health';
import { accountFormat } from '../../../kvs/account-format';
import { accountPages } from '../../../kvs/account-pages';
import { doctorReports } from '../../../kvs/doctor-reports';
import { procedures } from '../../../procedures';
import { cataloguesForViewer } from '../../ports';
import { answering } from '../answering';
import { parse } from '../../../app/input';

const id = (what: string) =>
  v.pipe(
    v.string(`${what} must be text.`),
    v.minLength(1, `${what} is empty.`),
    v.maxLength(100, `${what} is longer than 100 characters.`),
  );

const field = {
  projectId: id('The project'),
  place: v.picklist(
    ['accountManager', 'regionalManager'],
    'The place is accountManager or regionalManager.',
  ),
  expectedVersion: v.pipe(
    v.number('expectedVersion must be a number.'),
    v.integer('expectedVersion must be a whole number.'),
  ),
} as const;

const shapes = {
  examine: v.object({
    section: id('The section'),
    continued: v.boolean('continued must be true or false.'),
  }),
  useField: v.object({ ...field, fieldId: id('The field') }),
  createField: v.object(field),
} as const;

const doctorPorts = (): DoctorPorts => ({
  health: jiraHealth(api.asApp(), api.asUser()),
  reports: doctorReports,
  customFields: customFields(api.asUser()),
  accounts: accountPages(accountFormat(procedures)),
  catalogues: cataloguesForViewer(),
});

export const doctor: Handlers<DoctorApi> = {
  'doctor.get': answering(({ ports }) => readDoctor(ports, doctorPorts())),
  'doctor.examine': answering(({ payload, ports }) =>
    examine(ports, doctorPorts(), parse(shapes.examine, payload)),
  ),
  'doctor.use-field': answering(({ payload, ports }) =>
    useField(ports, doctorPorts(), parse(shapes.useField, payload)),
  ),
  'doctor.create-field': answering(({ payload, ports }) =>
    createField(ports, doctorPorts(), parse(shapes.createField, payload)),
  ),
};
