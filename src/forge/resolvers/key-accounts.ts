import { makeResolver } from '@forge/resolver';
import * as v from 'valibot';
import { day } from '../../app/date-shapes';
import { addNote, removeNote } from '../../procedures/key-account/pages/account-notes';
import {
  type PageViewer,
  readKeyAccounts,
  readMonth,
  viewerOfPage,
} from '../../procedures/key-account/pages/key-accounts-page';
import { listingQueue, requestListing } from '../../procedures/key-account/pages/request-listing';
import type {
  KeyAccountsApi,
  KeyAccountsView,
} from '../../procedures/key-account/contract/overview';
import { isKeyOn } from '../../procedures/key-account/listed';
import { cataloguesForViewer } from '../ports';
import { answering, type Asked } from './answering';
import { given, id, parse } from '../../app/input';
import { keyAccountShapes } from '../../procedures/key-account/pages/inputs';

/** Accounts offered to choose from; more than anybody scrolls through, fewer than a page can carry. */
const choicesOffered = 1000;

const shapes = {
  month: v.object({
    month: v.pipe(
      v.string('The month must be text.'),
      v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u, 'Write months as "2026-02".'),
    ),
  }),
  add: v.object({
    cid: id('The account'),
    text: given('The note', 500),
    until: v.nullable(day('The last day')),
  }),
  remove: v.object({ cid: id('The account'), id: id('The note') }),
} as const;

/** The page stands in a project, as the platform says; who may not browse it gets nothing. */
const onPage = <T>(method: (asked: Asked, page: PageViewer) => Promise<T>) =>
  answering(async (asked) => {
    const project = asked.context.extension?.project?.id;
    return method(
      asked,
      await viewerOfPage(
        asked.ports,
        cataloguesForViewer().viewer,
        project === undefined ? null : String(project),
      ),
    );
  });

const show = ({ ports }: Asked, page: PageViewer): Promise<KeyAccountsView> =>
  readKeyAccounts(ports, page, listingQueue(page) !== null);

export const answerKeyAccounts = makeResolver<KeyAccountsApi>({
  'accounts.get': onPage(show),
  'month.get': onPage(({ ports, payload }, page) =>
    readMonth(ports, page, parse(shapes.month, payload).month),
  ),
  'listing.choices': onPage(async ({ ports }, { today }) =>
    (await ports.directory.all(choicesOffered)).map((account) => ({
      cid: account.cid,
      name: account.name,
      key: isKeyOn(account, today),
    })),
  ),
  'listing.request': onPage(({ ports, payload }, page) =>
    requestListing(ports, page, parse(keyAccountShapes.listing, payload)),
  ),
  'note.add': onPage(async (asked, page) => {
    const { cid, text, until } = parse(shapes.add, asked.payload);
    await addNote(asked.ports, page, cid, text, until);
    return show(asked, page);
  }),
  'note.remove': onPage(async (asked, page) => {
    const { cid, id: note } = parse(shapes.remove, asked.payload);
    await removeNote(asked.ports, cid, note);
    return show(asked, page);
  }),
});
