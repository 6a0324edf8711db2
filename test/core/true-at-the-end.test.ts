// A comment says where the ticket is once its whole turn is done: what one rule wishes another may overrule (A5, X5, X14).
import { because } from '../../src/core/because';
import { decide } from '../../src/core/decide';
import type { Procedure } from '../../src/core/procedure';
import { askAct } from '../support/acts';
import { ChangeStory } from '../support/change-request';
import { keyPolicy, KeyStory } from '../support/key-account';
import { everyRule } from '../support/procedures';
import { Story } from '../support/sop';

const request = {
  kind: 'request',
  entryId: 'urgent',
  note: 'Is the contract signed?',
  priorityId: null,
} as const;

const asked = (story: ChangeStory): ChangeStory => {
  story.act(askAct(request), 'agent');
  return story;
};

const answered = (story: ChangeStory): string | undefined => {
  story.comment('Chad', false, 'Yes, it is signed.');
  story.do('relay');
  return story.said.find((words) => words.includes('has responded'));
};

const workDone: Procedure = {
  id: 'work',
  onTime: () => undefined,
  wakeAt: () => null,
  finished: () => because('T1', 'The work is done.'),
};

describe('A5: whoever hears of an answer reads where the ticket is', () => {
  it('back with support, where nothing else is shown', () => {
    const story = new Story();
    story.request();
    story.comment('Chad').turn();
    expect(JSON.stringify(story.last?.effects)).toContain(
      'The ticket is back in Waiting for Support.',
    );
    expect(story.status).toBe('wfs');
  });

  it('in the status of the change request that goes on', () => {
    const story = asked(new ChangeStory().upTo('development'));
    story.done('development', 'engineer');
    expect(answered(story)).toBe('@agent: Chad has responded. The ticket is in testing now.');
    expect(story.status).toBe('testing');
  });

  it('closed, where the answer was the last that the finished change request waited for', () => {
    const story = asked(new ChangeStory().upTo('go-live'));
    story.yes('go-live');
    expect(story.status).toBe('wfam');
    expect(answered(story)).toBe('@agent: Chad has responded. The ticket is in done now.');
    expect(story.status).toBe('done');
  });

  it('closed, where finished work ends the ticket and shows no status of its own', () => {
    const story = new Story();
    story.request();
    story.comment('Chad');
    const { effects } = decide(story.ledger, {
      ...story.situation,
      procedures: [...everyRule, workDone],
    });
    expect(JSON.stringify(effects)).toContain('The ticket is in Done now.');
    expect(effects.flatMap(({ command }) => ('to' in command ? [command.to] : []))).toEqual([
      { id: 'done', name: 'Done' },
    ]);
  });
});

describe('CR-33: whoever has set a status beyond an open gate reads what becomes of it', () => {
  it('it is put back', () => {
    const story = new ChangeStory().upTo('requirement').moves('testing', 'agent');
    expect(story.status).toBe('wfs');
    expect(story.said.at(-1)).toContain('This ticket is put back to wfs.');
  });

  it('X5: it is left, and nothing else is said or written down, while a response is requested', () => {
    const story = asked(new ChangeStory().upTo('requirement')).moves('testing', 'agent');
    expect(story.status).toBe('testing');
    expect(story.said.at(-1)).toContain('which is still open.');
    expect(story.said.at(-1)).not.toContain('put back');
    expect(story.ledger.journal.map(({ text }) => text)).not.toContain('Put back to wfs');
  });
});

describe('KA-16: a release that was closed too early', () => {
  const back = { ...keyPolicy.release, closedEarly: 'put-back' } as const;
  const closed = (): KeyStory => {
    const story = new KeyStory({ policy: { release: back } });
    story.step({ kind: 'start-release', cid: null, authors: ['dev'] });
    return story.moves('done');
  };

  it('is said to be put back where it is', () => {
    const story = closed();
    story.turn();
    expect(story.status).toBe('wfs');
    expect(JSON.stringify(story.last?.effects)).toContain('The ticket was put back.');
  });

  it('is not said to be, where another procedure shows its own status', () => {
    const other: Procedure = {
      id: 'other',
      wakeAt: () => null,
      onTime: (c) => {
        c.status = { to: { id: 'wfc', name: 'Waiting for Customer' }, actor: null, clause: 'T2' };
      },
    };
    const story = closed();
    const procedures = [...everyRule, other];
    const { effects } = decide(story.ledger, { ...story.situation, procedures });
    expect(JSON.stringify(effects)).toContain('The release of this ticket is not finished');
    expect(JSON.stringify(effects)).not.toContain('The ticket was put back.');
  });
});
