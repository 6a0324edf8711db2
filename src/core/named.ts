import type { ProjectId } from './ids';

/** A thing of Jira's with the name people know it by. */
export interface Named<Id extends string> {
  readonly id: Id;
  readonly name: string;
}

/** A project as people know it on every site: ids differ between sites, keys do not. */
export interface ProjectNamed extends Named<ProjectId> {
  readonly key: string;
}
