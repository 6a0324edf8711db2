/** A thing of Jira's with the name people know it by. */
export interface Named<Id extends string> {
  readonly id: Id;
  readonly name: string;
}
