import { RateLimitError } from '@forge/events';
import { onIssueEvent } from '../../src/forge/issue-events';
import { turns } from '../../src/forge/queues';
import { routesAt } from '../../src/kvs/in-force';

jest.mock('../../src/forge/queues', () => ({ turns: { push: jest.fn() } }));
jest.mock('../../src/kvs/in-force', () => ({ routesAt: jest.fn() }));
const push = jest.mocked(turns.push);
const look = jest.mocked(routesAt);

const moved = {
  eventType: 'avi:jira:updated:issue',
  issue: { id: '10017', fields: { project: { id: '1' } } },
  changelog: { items: [{ fieldId: 'status' }] },
};

beforeEach(() => {
  jest.resetAllMocks();
  jest.spyOn(console, 'error').mockReturnValue(undefined);
  const queue = { created: false, mentions: true, fields: ['status'] };
  look.mockResolvedValue({ routes: { version: 1, queues: { '1': queue } }, record: null });
});

describe('An event that is worth a turn', () => {
  it('queues it', async () => {
    expect(await onIssueEvent(moved)).toBeUndefined();
    expect(push).toHaveBeenCalledWith([{ issueIds: ['10017'], delaySeconds: 0 }]);
  });

  it('asks to come back within the minutes that follow where the queue is full', async () => {
    push.mockRejectedValue(new RateLimitError('At most 500 events a minute.'));
    expect(await onIssueEvent(moved)).toMatchObject({
      _retry: true,
      retryOptions: { retryAfter: 87, retryData: { issueId: '10017' } },
    });
  });

  it('asks to come back where storage is busy', async () => {
    look.mockRejectedValue(new Error('Storage is busy.'));
    expect(await onIssueEvent(moved)).toMatchObject({ _retry: true });
  });
});

it('An event that is nobody’s business queues nothing', async () => {
  const comment = { ...moved, eventType: 'avi:jira:commented:issue', changelog: {} };
  expect(await onIssueEvent(comment)).toBeUndefined();
  expect(push).not.toHaveBeenCalled();
});
