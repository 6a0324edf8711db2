import * as v from 'valibot';
import { parse } from '../../../app/input';
import { projectPage } from '../../../app/page';
import type { KeyAccountsReads } from '../contract/overview';
import { isKeyOn } from '../listed';
import {
  keyAccountsPage,
  type PageViewer,
  readMonth,
  readTold,
  viewerOfPage,
} from './key-accounts-page';
import { keyAccountsPageActs } from './page-acts';

/** Accounts offered to choose from; more than anybody scrolls through, fewer than a page can carry. */
const choicesOffered = 1000;

const month = v.object({
  month: v.pipe(
    v.string('The month must be text.'),
    v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u, 'Write months as "2026-02".'),
  ),
});

/** The page of key accounts in a project, as the platform says which. */
export const overview = projectPage<KeyAccountsReads, PageViewer>({
  place: viewerOfPage,
  reads: {
    'accounts.get': keyAccountsPage,
    'month.get': (ports, page, payload) => readMonth(ports, page, parse(month, payload).month),
    'month.told': (ports, page, payload) => readTold(ports, page, parse(month, payload).month),
    'listing.choices': async (ports, { today }) =>
      (await ports.directory.all(choicesOffered)).map((account) => ({
        cid: account.cid,
        name: account.name,
        key: isKeyOn(account, today),
      })),
  },
  acts: keyAccountsPageActs,
});
