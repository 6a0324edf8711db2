// How our own writes are told from other people's: by marks Jira keeps with them, never by their text.
import type { Mark } from '../app/jira-ports';
import type { Projection } from '../core/projection';

/** The issue property everybody may search by; declared in manifest.yml. */
export const projectionKey = 'account-relay';
/** The comment property that carries the effect id. */
export const effectKey = 'account-relay.effect';
/** `historyMetadata.type` of our changes in Jira's history. */
export const historyType = 'account-relay';

/** Makes a comment internal. Undocumented in the v3 reference but what Jira itself uses; the answer is checked. */
export const internalProperty = { key: 'sd.public.comment', value: { internal: true } };

export const effectProperty = ({ effectId }: Mark): object => ({
  key: effectKey,
  value: { id: effectId },
});

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues (HistoryMetadata) */
export const historyMetadata = ({ effectId, clause }: Mark): object => ({
  type: historyType,
  activityDescription: `Account Relay, ${clause}`,
  extraData: { effect: effectId },
});

export const projectionProperties = (projection: Projection | null): object =>
  projection === null ? {} : { properties: [{ key: projectionKey, value: projection }] };
