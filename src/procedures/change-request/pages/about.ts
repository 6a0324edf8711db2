/** Clauses by which an entry of a ticket's journal is about its change request. */
export const aboutChange = /^(?:CR-|C\d|V3)/u;
