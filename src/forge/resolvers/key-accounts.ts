import * as v from 'valibot';
import { parse } from '../../app/input';
import type { KeyAccountsReads } from '../../procedures/key-account/contract/overview';
import { isKeyOn } from '../../procedures/key-account/listed';
import {
  keyAccountsPage,
  type PageViewer,
  readMonth,
  viewerOfPage,
} from '../../procedures/key-account/pages/key-accounts-page';
import { keyAccountsPageActs } from '../../procedures/key-account/pages/page-acts';
import { cataloguesForViewer } from '../ports';
import type { Asked } from './answering';
import { pageResolver } from './page-resolver';

/** Accounts offered to choose from; more than anybody scrolls through, fewer than a page can carry. */
const choicesOffered = 1000;

const month = v.object({
  month: v.pipe(
    v.string('The month must be text.'),
    v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u, 'Write months as "2026-02".'),
  ),
});

/** The page stands in a project, as the platform says; who may not browse it gets nothing. */
function placeOf({ ports, context }: Asked): Promise<PageViewer> {
  const project = context.extension?.project?.id;
  return viewerOfPage(
    ports,
    cataloguesForViewer().viewer,
    project === undefined ? null : String(project),
  );
}

export const answerKeyAccounts = pageResolver<KeyAccountsReads, PageViewer>(placeOf, {
  reads: {
    'accounts.get': ({ ports }, page) => keyAccountsPage(ports, page),
    'month.get': ({ ports, payload }, page) => readMonth(ports, page, parse(month, payload).month),
    'listing.choices': async ({ ports }, { today }) =>
      (await ports.directory.all(choicesOffered)).map((account) => ({
        cid: account.cid,
        name: account.name,
        key: isKeyOn(account, today),
      })),
  },
  acts: { 'key-account': keyAccountsPageActs },
});
