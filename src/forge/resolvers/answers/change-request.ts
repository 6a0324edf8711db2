import { panelResolver } from '../page-resolver';

export const answerChangeRequest = panelResolver('change-request', 'change-request');
