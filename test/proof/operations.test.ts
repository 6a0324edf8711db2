// What the app asks of Jira: written, seen in a story, declared as scopes, and held against Atlassian's description.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { operations } from '../../host/jira/operations';
import { departures } from '../support/openapi/exchange';
import { openApiFolder, specification } from '../support/openapi/specification';
import { operationOf, unreadable, writtenRequests } from './requests';
import { everyRequest } from './every-request';

const name = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`;

interface Manifest {
  readonly modules: { readonly trigger: readonly { readonly events: readonly string[] }[] };
  readonly permissions: { readonly scopes: readonly string[] };
  readonly app: { readonly storage?: unknown };
}
const manifest = parse(
  readFileSync(join(__dirname, '..', '..', 'manifest.yml'), 'utf8'),
) as Manifest;

/** https://developer.atlassian.com/platform/forge/events-reference/jira/ names one scope per event. */
const scopeOfEvent = (event: string): string => {
  if (
    /^avi:jira:(created|updated|commented|deleted|assigned|viewed|mentioned):(issue|comment)$/u.test(
      event,
    )
  )
    return 'read:jira-work';
  if (/^avi:jira:(softdeleted|deleted|restored):project$/u.test(event)) return 'read:jira-work';
  throw new Error(`Which scope does ${event} need? Add it here, with its source.`);
};

describe('what the app asks of Jira', () => {
  const asked = writtenRequests();

  it('is written out in full wherever it is asked', () => {
    expect(unreadable()).toEqual([]);
    expect(asked.size).toBeGreaterThan(20);
  });

  it('is in the table of operations', () => {
    expect(
      [...asked].filter(([, operation]) => operation === null).map(([request]) => request),
    ).toEqual([]);
  });

  it('is asked in a story, all of it and nothing else', async () => {
    const calls = await everyRequest();
    const seen = new Set(
      calls
        .map(({ method, path }) => operationOf(method, path))
        .map((operation) => (operation ? name(operation) : 'unknown')),
    );
    const declared = [...asked.values()].flatMap((operation) => (operation ? name(operation) : []));
    // A customer's decision on a gate takes a whole change request; test/jira holds that request to Jira.
    const longStory = ['POST /rest/servicedeskapi/request/{issueIdOrKey}/comment'];
    expect(
      [...seen, ...longStory]
        .filter((request, place, all) => all.indexOf(request) === place)
        .sort(),
    ).toEqual([...new Set([...declared, ...longStory])].sort());
  });

  it('needs the scopes that the manifest declares, no more and no less', () => {
    const needed = [
      ...[...asked.values()].flatMap((operation) => operation?.scopes ?? []),
      ...manifest.modules.trigger.flatMap(({ events }) => events.map(scopeOfEvent)),
      ...(manifest.app.storage === undefined ? [] : ['storage:app']),
    ];
    expect([...manifest.permissions.scopes].sort()).toEqual([...new Set(needed)].sort());
  });
});

const described = openApiFolder() !== null;
if (!described)
  process.stderr.write(
    'Atlassian’s OpenAPI is not at hand (JIRA_OPENAPI_DIR): the table of operations stands alone.\n',
  );

describe('Atlassian’s description of Jira', () => {
  it('has every operation of the table, with the same scopes', () => {
    if (!described) return;
    const theirs = new Map(specification().map((operation) => [name(operation), operation]));
    // Version 2 is described elsewhere; it differs in how rich text is written.
    const ours = operations.filter(({ path }) => !path.startsWith('/rest/api/2/'));
    expect(ours.map((one) => [name(one), [...one.scopes].sort()])).toEqual(
      ours.map((one) => [name(one), [...(theirs.get(name(one))?.scopes ?? ['not there'])].sort()]),
    );
  });

  it('would be missed by nobody: what departs from it is seen', () => {
    if (!described) return;
    const said = (part: object) =>
      departures({
        method: 'GET',
        url: 'http://jira/rest/api/3/myself',
        caller: { accountId: null },
        sent: null,
        status: 200,
        contentType: 'application/json',
        answered: {},
        points: 0,
        ...part,
      });
    expect(said({})).toEqual([]);
    expect(said({ url: 'http://jira/rest/api/3/me' })[0]).toContain('no such operation');
    expect(said({ url: 'http://jira/rest/api/3/myself?fields=x' })[0]).toContain(
      'query fields: not declared',
    );
    expect(said({ sent: {} })[0]).toContain('takes none');
    expect(said({ answered: { accountId: 7 } })[0]).toContain('must be string');
    expect(said({ status: 204 })[0]).toContain('status 204 is not described');
    expect(
      said({
        method: 'POST',
        url: 'http://jira/rest/api/3/search/jql',
        sent: { maxResults: 'ten' },
      })[0],
    ).toContain('must be integer');
  });
});
