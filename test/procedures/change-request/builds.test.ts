// CR-37: what is deployed next is what was tested, or it is said that it was not.
import fc from 'fast-check';
import { ChangeStory } from '../../support/change-request';

const environments = [
  ['Integration', 'deployed-to-integration'],
  ['Production', 'deployed-to-production'],
] as const;

describe('the build that goes on', () => {
  it.each(environments)('to %s is the one the test before was passed on', (_where, step) => {
    const story = new ChangeStory().upTo(step);
    const refused = story.done(step, 'ops', '2.0').refused;
    expect([refused?.clause, refused?.field]).toEqual(['CR-37', 'build']);
    expect(refused?.text).toContain('1.0');
    expect(story.present).toEqual([step]);
    expect(story.done(step, 'ops', '1.0').refused).toBeNull();
  });

  it.each(environments)(
    'to %s is another one only with the approver’s reason, and is shown as not tested',
    (environment, step) => {
      const story = new ChangeStory().upTo(step);
      const allow = { kind: 'allow-untested', environment, build: '2.0' } as const;
      const reason = 'The hot fix cannot wait for a test';
      for (const by of ['csm', 'ops', 'tester', 'engineer', 'customer'])
        expect(story.do(by, { ...allow, reason }).refused).not.toBeNull();
      expect(story.do('approver', { ...allow, reason: '' }).refused?.field).toBe('reason');
      expect(story.do('approver', { ...allow, build: '1.0', reason }).refused?.field).toBe('build');
      expect(story.do('approver', { ...allow, reason }).refused).toBeNull();
      expect(story.done(step, 'ops', '3.0').refused?.clause).toBe('CR-37');
      story.done(step, 'ops', '2.0');
      expect(story.change.done[step]?.untested).toEqual({ by: 'approver', reason });
      expect(story.ledger.journal.at(-1)?.text).toContain('not tested');
    },
  );

  it('is asked for by name, also where nothing of the name can be seen', () => {
    for (const [, step] of environments)
      for (const build of [null, '', '  ', '\u200b', '\u00a0\u2060'])
        expect(new ChangeStory().upTo(step).done(step, 'ops', build).refused?.field).toBe('build');
    expect(
      new ChangeStory().upTo('deployed-to-qa').done('deployed-to-qa', 'ops', ' ').refused?.field,
    ).toBe('build');
  });

  it('is the same build however its name was typed', () => {
    const story = new ChangeStory().upTo('deployed-to-integration');
    expect(story.done('deployed-to-integration', 'ops', ' 1.0\u200b ').refused).toBeNull();
    expect(story.change.content.builds.Integration).toBe('1.0');
  });

  it('with a skipped test is the one that was skipped, with the reason of the skip', () => {
    const story = new ChangeStory({ skipWithReason: true }).upTo('qa');
    story.do('approver', { kind: 'skip', gate: 'qa', reason: 'Emergency fix of a data loss' });
    expect(story.done('deployed-to-integration', 'ops', '2.0').refused?.clause).toBe('CR-37');
    story.done('deployed-to-integration', 'ops', '1.0');
    expect(story.change.done['deployed-to-integration']?.untested?.reason).toBe(
      'Emergency fix of a data loss',
    );
  });

  it('another one on QA is tested and deployed all the way again', () => {
    const story = new ChangeStory().upTo('go-live');
    story.done('deployed-to-qa', 'ops', '2.0');
    const way = ['qa', 'deployed-to-integration', 'uat', 'deployed-to-production', 'go-live'];
    expect(story.present).toEqual([way[0]]);
    story.yes('qa', 'tester');
    expect(story.present).toEqual([way[1]]);
    expect(story.done('deployed-to-integration', 'ops', '1.0').refused?.clause).toBe('CR-37');
    story.done('deployed-to-integration', 'ops', '2.0');
    story.yes('uat');
    expect(story.present).toEqual([way[3]]);
    story.done('deployed-to-production', 'ops', '2.0');
    story.yes('go-live');
    expect(story.present).toEqual([]);
  });

  it('A6: never is a build live that its tests were not passed on, unless the approver said so', () => {
    const build = fc.constantFrom('1', '2', '3');
    const act = fc.oneof(
      fc.tuple(
        fc.constantFrom('deployed-to-qa', 'deployed-to-integration', 'deployed-to-production'),
        build,
      ),
      fc.tuple(fc.constantFrom('qa', 'uat'), fc.constant('')),
      fc.tuple(fc.constant('no'), fc.constant('')),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const story = new ChangeStory().upTo('deployed-to-qa');
        const passed = { qa: new Set<string>(), uat: new Set<string>() };
        for (const [what, which] of acts) {
          if (what === 'no') {
            story.no('uat');
            if (story.last?.refused === null) story.done('development', 'engineer');
            continue;
          }
          if (what === 'qa' || what === 'uat') {
            const on = story.change.content.builds[what === 'qa' ? 'QA' : 'Integration'] ?? '';
            story.yes(what, what === 'qa' ? 'tester' : 'customer');
            if (story.last?.refused === null) passed[what].add(on);
            continue;
          }
          story.done(what, 'ops', which);
        }
        const { Integration, Production } = story.change.content.builds;
        if (Integration !== undefined) expect([...passed.qa]).toContain(Integration);
        if (Production !== undefined) expect([...passed.uat]).toContain(Production);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the interface document (CR-19)', () => {
  it('is shared by the engineer, and only then asked about by the CSM', () => {
    const story = new ChangeStory().upTo('interface-shared');
    expect(story.ask('interface-approval').refused?.clause).toBe('CR-33');
    for (const by of ['csm', 'sales', 'ops', 'tester', 'approver'])
      expect(story.do(by, { kind: 'share-interface', link: null }).refused?.clause).toBe('CR-19');
    expect(story.do('engineer', { kind: 'share-interface', link: 'ftp://x' }).refused?.field).toBe(
      'link',
    );
    story.do('engineer', { kind: 'share-interface', link: 'https://docs.relay.example/api' });
    expect(story.change.content.interface?.url).toBe('https://docs.relay.example/api');
    expect(story.present).toEqual(['interface-approval']);
    expect(story.do('engineer', { kind: 'share-interface', link: null }).refused).not.toBeNull();
    expect(story.ask('interface-approval').refused).toBeNull();
  });

  it('is shared anew once it says something else', () => {
    const story = new ChangeStory().upTo('development');
    story.edit('engineer', {
      part: 'interface',
      url: 'https://docs.relay.example/2',
      headings: {},
    });
    expect(story.present).toEqual(['interface-shared']);
    expect(story.gate('interface-approval')).toBe('lapsed');
  });
});
