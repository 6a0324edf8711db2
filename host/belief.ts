/** Something about Jira or Forge that the local host is built on. */
export interface Belief {
  readonly id: string;
  readonly statement: string;
  /** `confirmed`: a page of Atlassian, a recorded answer or the SDK's own code says so. `believed`: nobody has written it down. */
  readonly state: 'confirmed' | 'believed';
  /** Where it was read, or the page nearest to it. */
  readonly source: string;
}

export const confirmed = (id: string, statement: string, source: string): Belief => ({
  id,
  statement,
  state: 'confirmed',
  source,
});
export const believed = (id: string, statement: string, source: string): Belief => ({
  id,
  statement,
  state: 'believed',
  source,
});
