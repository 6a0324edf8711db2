// A walk as fast-check takes it: moves in a row, each looked at, or lost until the next look.
import fc from 'fast-check';
import type { WalkDesk } from './desk';
import { type Move, within } from './moves';
import { outside } from './outside';
import type { Walk } from './walk';

const seed = process.env['LIVENESS_SEED'];

/**
 * How many walks from each beginning: a few with the other tests, thousands by `npm run liveness` (LIVENESS_WALKS); the same
 * ones again with the seed that a failure names (LIVENESS_SEED).
 */
export const walks = (usual: number): { numRuns: number; seed?: number } => ({
  numRuns: Number(process.env['LIVENESS_WALKS'] ?? usual),
  ...(seed === undefined ? {} : { seed: Number(seed) }),
});

/** A move, and whether an event of it comes at all: one that is lost is heard with the next. */
class Step implements fc.Command<Walk, WalkDesk> {
  constructor(
    readonly move: Move,
    readonly lost: boolean,
  ) {}

  check(): boolean {
    return true;
  }

  run(walk: Walk, desk: WalkDesk): void {
    const done = this.move.does(desk);
    if (done === null) return;
    if (done.cause !== null) walk.happened(done.cause);
    if (this.lost && (done.cause === 'comment' || done.cause === 'change')) return;
    desk.look(done.act, done.by);
    walk.looked();
  }

  toString(): string {
    return this.lost ? `${this.move.name} (lost)` : this.move.name;
  }
}

const longest = 30;

export const steps = fc.commands(
  [
    fc
      .tuple(fc.oneof(...within, ...outside), fc.nat(4))
      .map(([move, lost]) => new Step(move, lost === 0)),
  ],
  { maxCommands: longest, size: 'max' },
);

/** The same without settings, people and accounts, as plain moves. */
export const moves = fc.array(fc.oneof(...within), { maxLength: longest, size: 'max' });
