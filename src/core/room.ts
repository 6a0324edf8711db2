// What a ticket's row may hold. Everything that grows has a bound or a row of its own; what fills up all the same is on the
// radar long before storage refuses it.
import { because } from './because';
import type { Ledger } from './ledger';
import type { RadarRule } from './radar-rule';

/** Bytes of everything but the journal, which has a bound of its own. Forge takes 240 KiB a value. */
export const softCapBytes = 48_000;

export const bytesOf = (value: unknown): number =>
  new TextEncoder().encode(JSON.stringify(value) ?? '').length;

const held = ({ journal: _journal, ...rest }: Ledger): number => bytesOf(rest);

const filling = (
  code: string,
  severity: RadarRule['severity'],
  fits: (bytes: number) => boolean,
  text: string,
): RadarRule => ({
  code,
  severity,
  repair: 'person',
  find: (ledger) => {
    const bytes = held(ledger);
    return fits(bytes)
      ? {
          text: `${text}: ${Math.round(bytes / 1000)} kB of ${softCapBytes / 1000} kB.`,
          remedy:
            'Finish what is open here, or go on in a new ticket: at 240 kB nothing more can be noted.',
          because: because('X10', 'A ticket keeps what it knows in one row of storage.', {
            bytes: `${bytes}`,
          }),
        }
      : null;
  },
});

export const roomRules: readonly RadarRule[] = [
  filling(
    'room-short',
    'urgent',
    (bytes) => bytes >= softCapBytes,
    'What Account Relay remembers of this ticket is more than it should be',
  ),
  filling(
    'room-filling',
    'warning',
    (bytes) => bytes >= softCapBytes / 2 && bytes < softCapBytes,
    'What Account Relay remembers of this ticket is filling up',
  ),
];
