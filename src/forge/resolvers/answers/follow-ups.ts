import { panelResolver } from '../page-resolver';

export const answerFollowUps = panelResolver('access-request', 'access-request');
