import type { Clock } from '../../clock';

/** A Date whose "now" is the host's clock; everything else is the real one. */
export function virtualDate(clock: Clock): DateConstructor {
  return class VirtualDate extends Date {
    constructor(...values: [] | ConstructorParameters<DateConstructor>) {
      if (values.length === 0) super(clock.now());
      else super(...values);
    }

    static override now(): number {
      return clock.now();
    }
  } as unknown as DateConstructor;
}
