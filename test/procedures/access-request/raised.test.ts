// W12: a request that was raised for a customer in the own service desk is listened to.
import type { Ticket } from '../../../src/core/ticket';
import { rowRaised } from '../../../src/procedures/access-request/send';
import { accessOf, withAccess } from '../../../src/procedures/access-request/state';
import { AccessStory, aCustomer, aListEntry } from '../../support/access';
import { aPerson, aTicket } from '../../support/sop';

const customer = { ...aPerson('hugo'), kind: 'customer' as const };
const done = { id: 'done', name: 'Done', done: true };

/** Sent to a customer who works in our service desk, where it is the ticket 200. */
function raised(): AccessStory {
  const story = new AccessStory();
  story.customers = {
    ALDR: aCustomer('ALDR', {
      access: aListEntry({ method: 'jsm-request', contact: 'hugo', participants: ['lee'] }),
    }),
  };
  story.begin({ workStart: null }, ['ALDR']);
  const request = accessOf(story.ledger);
  if (request === undefined) throw new Error('Nothing was started.');
  const sent = {
    ...request,
    rows: request.rows.map((row) => ({
      ...row,
      progress: 'sent' as const,
      attempts: 1,
      requestedAt: story.now,
      firstResponseDueAt: '2026-03-05T17:00:00.000Z',
      dueAt: '2026-03-16T17:00:00.000Z',
    })),
  };
  const ticket = { issueId: '200', key: 'EBH-2' };
  story.ledger = {
    ...withAccess(story.ledger, rowRaised(sent, 'ALDR', ticket)),
    raised: [{ ...ticket, summary: 'x', at: story.now, procedure: 'access-request' }],
  };
  return story;
}

const says = (author: Ticket['comments'][number]['author'], isPublic = true): Partial<Ticket> => ({
  comments: [
    {
      id: 7,
      author,
      at: '2026-03-03T10:00:00.000Z',
      public: isPublic,
      mentions: [],
      text: 'On its way.',
    },
  ],
});

const resolved: Partial<Ticket> = {
  status: done,
  changes: [
    {
      id: 9,
      at: '2026-03-04T10:00:00.000Z',
      by: null,
      field: 'status',
      from: 'open',
      fromName: 'Open',
      to: 'done',
      ours: false,
    },
  ],
};

function happens(story: AccessStory, change: Partial<Ticket>): void {
  const { status, changes, ...base } = aTicket({ issueId: '200', key: 'EBH-2' });
  story.raised = [{ ...base, status, changes, comments: [], ...change }];
  story.at('2026-03-04T11:00:00.000Z');
}

it.each([
  ['the contact', customer, true, 'acknowledged'],
  ['a participant with an Atlassian account', aPerson('lee'), true, 'acknowledged'],
  ['an agent of ours, in public', aPerson('agent'), true, 'sent'],
  ['an agent of ours, internally', aPerson('agent'), false, 'sent'],
  ['the app', aPerson('relay'), true, 'sent'],
])('what %s writes there leaves the row %s', (_who, author, isPublic, progress) => {
  const story = raised();
  happens(story, says(author, isPublic));
  expect(story.row().progress).toBe(progress);
  if (progress === 'acknowledged') expect(story.row().respondedAt).toBe('2026-03-03T10:00:00.000Z');
});

it('once it is resolved the account is there, and the engineer tests it', () => {
  const story = raised();
  happens(story, resolved);
  expect(story.row()).toMatchObject({
    progress: 'created',
    createdAt: '2026-03-04T10:00:00.000Z',
    respondedAt: '2026-03-04T10:00:00.000Z',
  });
  expect(story.owes('engineer')).toEqual(['Try your account at ALDR Bank']);
  story.until('2026-03-16T12:00:00.000Z');
  expect(story.told.filter(({ words }) => words.includes('first response'))).toEqual([]);
});

it('nothing there counts twice', () => {
  const story = raised();
  happens(story, resolved);
  story.says('not-functional', 'ALDR', 'engineer');
  story.at('2026-03-05T11:00:00.000Z');
  expect(story.row().progress).toBe('not-functional');
});

it.each([
  ['Automatic reply: I am out of the office until 20 March. In urgent cases write to Ada.'],
  ['Abwesenheitsnotiz: Ich bin bis 20. März nicht im Büro.'],
])('"%s" is no response: the customer is chased as before, and the history says why', (text) => {
  const story = raised();
  const [comment] = says(customer).comments ?? [];
  happens(story, comment === undefined ? {} : { comments: [{ ...comment, text }] });
  expect(story.row()).toMatchObject({ progress: 'sent', respondedAt: null });
  expect(story.ledger.journal.at(-1)?.because?.text).toContain('automatic');
});

it('what another app writes there as the reporter is no response', () => {
  const story = raised();
  const robot = { ...aPerson('robot'), kind: 'app' as const };
  happens(story, { ...says(robot), reporter: robot });
  expect(story.row().progress).toBe('sent');
});

it.each([
  ['Canceled', undefined],
  ['Closed', "Won't Do"],
  ['Done', 'Declined'],
  ['Closed', 'Duplicate'],
  ['Erledigt', 'Abgelehnt'],
])('ended as %s with the resolution %s, it is to be sent again', (name, resolution) => {
  const story = raised();
  happens(story, {
    ...resolved,
    status: { ...done, name },
    ...(resolution === undefined ? {} : { resolution }),
  });
  expect(story.row()).toMatchObject({
    progress: 'not-sent',
    raised: null,
    createdAt: null,
    dueAt: null,
  });
  // With whom it was asked for is over too: what is sent next is a request of its own.
  expect(story.row().asked).toBeUndefined();
  expect(story.owes('engineer')).toEqual([]);
  expect(story.owes('lead')).toEqual(['Send the access request to ALDR Bank']);
  expect(story.told.map(({ words }) => words).join()).toContain(
    `EBH-2 ended as "${resolution ?? name}", so nobody at ALDR Bank sets the account up.`,
  );
});

it('canceled after an account that did not work, it is still to be repaired', () => {
  const story = raised();
  const request = accessOf(story.ledger);
  if (request === undefined) throw new Error('Nothing was started.');
  story.ledger = withAccess(story.ledger, {
    ...request,
    rows: request.rows.map((row) => ({ ...row, lastSentAt: story.now })),
  });
  happens(story, { ...resolved, resolution: 'Cancelled' });
  expect(story.row()).toMatchObject({ progress: 'not-functional', raised: null });
  expect(story.owes('lead')).toContain('See to the account at ALDR Bank: it does not work');
});

it.each(['Done', 'Fixed', 'Resolved'])(
  'with the resolution %s the account is there',
  (resolution) => {
    const story = raised();
    happens(story, { ...resolved, resolution });
    expect(story.row().progress).toBe('created');
  },
);
