import { panelResolver } from '../page-resolver';

/** The panel in every ticket answers every act of every procedure. */
export const answerPanel = panelResolver('account-manager');
