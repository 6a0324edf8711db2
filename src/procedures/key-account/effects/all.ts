import type { PerformOwn } from '../../../app/app-procedure';
import { done } from '../../../app/performing';
import { listKeyAccount as listing, rememberHappening, setRhythm as rhythm } from '../effects';
import { listKeyAccount, setRhythm } from './list-key-account';

export const effects: Readonly<Record<string, PerformOwn>> = {
  [listing.name]: listKeyAccount,
  [rhythm.name]: setRhythm,
  [rememberHappening.name]: async ({ ports }, _item, command) => {
    await ports.happenings.remember(rememberHappening.inputOf(command).happening);
    return done();
  },
};
