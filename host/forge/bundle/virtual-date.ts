import { types } from 'node:util';
import type { Clock } from '../../clock';

/** A Date whose "now" is the host's clock; everything else is the real one. */
export function virtualDate(clock: Clock): DateConstructor {
  class VirtualDate extends Date {
    constructor(...values: [] | ConstructorParameters<DateConstructor>) {
      if (values.length === 0) super(clock.now());
      else super(...values);
    }

    static override now(): number {
      return clock.now();
    }

    /** Dates made outside the bundle, such as by structuredClone, are dates too. */
    static override [Symbol.hasInstance](value: unknown): boolean {
      return types.isDate(value);
    }
  }
  // Only a function that is no class can be called without `new`, as `Date()` can.
  const callable = new Proxy(VirtualDate as unknown as DateConstructor, {
    apply: () => new VirtualDate().toString(),
  });
  Object.defineProperty(VirtualDate, 'name', { value: 'Date' });
  Object.defineProperty(VirtualDate.prototype, 'constructor', {
    value: callable,
    writable: true,
    configurable: true,
  });
  return callable;
}
