// An opportunity's id, wherever it comes from: the button, a file or the feed (H6).

/** Part of a storage key, where every other sign is spelled out in up to four: https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
export const opportunityPattern = /^[\x20-\x7e]{1,100}$/u;
export const opportunityRule =
  'The id of an opportunity has at most 100 letters (A to Z), digits and signs, and nothing else.';
