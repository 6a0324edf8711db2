import { panelResolver } from '../page-resolver';

export const answerKeyAccount = panelResolver('key-account', 'key-account');
