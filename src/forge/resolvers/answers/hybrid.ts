import { panelResolver } from '../page-resolver';

export const answerHybrid = panelResolver('hybrid-account', 'hybrid-account');
