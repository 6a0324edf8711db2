// How parts of a release and the mark are written, in the settings and by the rules: rules load no more of the settings.

/** The parts of a release checklist (KA-09). */
export const sectionNames = {
  'commit-review': 'Commit review',
  release: 'Release',
  'post-release': 'Post-release checks',
} as const;

/** How a template reads: the CID, the mark, a dash, the name. */
export const markTemplate = /^\{cid\} (\S+) - \{name\}$/u;
