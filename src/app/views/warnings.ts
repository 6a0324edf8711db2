// What somebody should know about this ticket now, and what to do about it: what the radar shows of it.
import type { WarningView } from '../../contract/ticket';
import type { Decision } from '../../core/decide';
import { onRadarAfter } from '../../core/radar';
import type { Situation } from '../../core/situation';
import { whyView } from './why';

/** Everything that needs attention, the urgent first. @param looked what is about to be mended by itself */
export const warnings = (situation: Situation, looked: Decision): WarningView[] =>
  onRadarAfter(looked, situation).map(({ code, text, remedy, because }) => ({
    code,
    text,
    remedy,
    why: whyView(because, situation.policy.version, situation.people),
  }));
