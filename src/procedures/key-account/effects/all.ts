import type { PerformOwn } from '../../../app/app-procedure';
import { done } from '../../../app/performing';
import { listKeyAccount as listing, rememberHappening } from '../effects';
import { listKeyAccount } from './list-key-account';

export const effects: Readonly<Record<string, PerformOwn>> = {
  [listing.name]: listKeyAccount,
  [rememberHappening.name]: async ({ ports }, _item, command) => {
    await ports.happenings.remember(rememberHappening.inputOf(command).happening);
    return done();
  },
};
