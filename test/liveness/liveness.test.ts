// X10, X11: nothing open waits for nobody, and the past is judged by the past, whatever happens. Random walks over every
// procedure, alone and together; a walk that breaks a promise is shrunk to the few moves that do.
import fc from 'fast-check';
import { beginnings } from './beginnings';
import { clocksOf } from './open';
import { silentOn } from './silence';
import { steps, walks } from './steps';
import { Walk } from './walk';

describe.each(Object.entries(beginnings))('%s', (_name, begin) => {
  it('whatever happens, what is open has somebody who knows, and nothing of it vanishes or falls silent', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        let desk = begin();
        fc.modelRun(() => {
          desk = begin();
          return { model: new Walk(desk), real: desk };
        }, taken);
        desk.look();
        expect(silentOn(desk)).toEqual([]);
      }),
      walks(6),
    );
  });
});

it('a walk begins where something is owed', () => {
  for (const [name, begin] of Object.entries(beginnings))
    expect({ name, owed: clocksOf(begin()).length > 0 || name === 'an ask' }).toEqual({
      name,
      owed: true,
    });
});
