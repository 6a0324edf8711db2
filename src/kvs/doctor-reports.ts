import { kvs } from '@forge/kvs';
import type { DoctorReports } from '../app/settings-ports';
import type { DoctorReport } from '../core/doctor/report';
import { storing } from './failures';
import { keys } from './keys';

export const doctorReports: DoctorReports = {
  async last() {
    return (await storing(() => kvs.get<DoctorReport>(keys.doctor))) ?? null;
  },

  async keep(report) {
    await storing(() => kvs.set(keys.doctor, report));
  },
};
