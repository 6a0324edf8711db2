// S9: a rule of Jira moves a request to those who wait for the customer whenever the team comments. Whoever is asked stays asked,
// so it is put back after it, once for each comment (AM-27, AM-28).
import { asksOf } from '../../../src/procedures/account-manager/asks';
import { onRadarAfter } from '../../../src/core/radar';
import { Story } from '../../support/sop';

const asked = (): Story => {
  const story = new Story();
  story.request();
  return story.at('2026-03-02T11:00:00.000Z');
};

/** The team answers the customer, who sees it. */
const teamReplies = (story: Story): Story => story.comment('other agent', { public: true });
const rule = (story: Story): Story => story.moves('wfc', 'bot');

const journal = (story: Story): string[] => story.ledger.journal.map(({ text }) => text);

it('is put back after it, with a line that says so', () => {
  const story = asked();
  rule(teamReplies(story)).turn();
  expect(story.status).toBe('wfam');
  expect(asksOf(story.ledger).ask).not.toBeNull();
  expect(journal(story).at(-1)).toBe(
    'Put back to Waiting for Account Manager: a rule of Jira had moved it to wfc',
  );
});

it.each([
  ['before', (story: Story) => void rule(story).turn()],
  [
    'after',
    (story: Story) => {
      story.turn();
      expect(story.status).toBe('wfam');
      rule(story).turn();
    },
  ],
])('AM-27: an answered customer’s reply: it comes %s the app has put it back', (_when, runs) => {
  const story = asked();
  story.customerReplies().turn();
  expect(story.status).toBe('wfs');
  runs(teamReplies(story.at('2026-03-02T11:10:00.000Z')));
  expect(story.status).toBe('wfam');
  expect(asksOf(story.ledger).ask?.customerReply).toBeNull();
});

it('is put back to management, where that is asked', () => {
  const story = asked();
  story.turn({ kind: 'escalate', reason: 'now' });
  rule(teamReplies(story.at('2026-03-02T12:00:00.000Z'))).turn();
  expect(story.status).toBe('wfm');
});

it('is put back again after the next comment, and not after the same one: nobody fights a rule', () => {
  const story = asked();
  rule(teamReplies(story)).turn();
  rule(story.at('2026-03-02T11:01:00.000Z')).turn();
  expect(story.status).toBe('wfc');
  const decision = story.last;
  if (decision === null) throw new Error('Nobody looked.');
  const items = onRadarAfter(decision, story.situation, undefined);
  expect(items.find(({ code }) => code === 'status-elsewhere')?.remedy).toContain(
    'A rule of Jira’s automation moves it.',
  );
  rule(teamReplies(story.at('2026-03-02T11:05:00.000Z'))).turn();
  expect(story.status).toBe('wfam');
});

it.each([
  ['a person who moves it means it', (story: Story) => teamReplies(story).moves('wfc', 'agent')],
  ['no comment came before', rule],
  ['the comment was internal', (story: Story) => rule(story.comment('other agent'))],
  ['it was moved elsewhere', (story: Story) => teamReplies(story).moves('progress', 'bot')],
  [
    'the comment was long before',
    (story: Story) => rule(teamReplies(story).at('2026-03-02T11:20:00.000Z')),
  ],
])('is left where it is: %s', (_why, moved) => {
  const story = asked();
  moved(story).turn();
  expect(story.status).not.toBe('wfam');
});

it('is left where it is once the response is there', () => {
  const story = asked();
  story.comment('Chad').turn();
  rule(teamReplies(story)).turn();
  expect(story.status).toBe('wfc');
});
