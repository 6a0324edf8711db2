import { Journal } from '../shared/Journal';
import { usePanel } from './panel-context';

/** What was done on this ticket, and what was not. */
export const History = () => (
  <Journal
    history={usePanel().view.history}
    empty="Nothing yet. What Account Relay does on this ticket, or decides not to do, appears here with the reason."
  />
);
