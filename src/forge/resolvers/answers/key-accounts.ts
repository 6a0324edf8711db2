import { projectResolver } from '../page-resolver';

export const answerKeyAccounts = projectResolver('key-account', 'overview');
