// What people do on the page "Key accounts" of a project.
import * as v from 'valibot';
import { elsewhereAct } from '../../../app/acts';
import { day } from '../../../app/date-shapes';
import { given, id } from '../../../app/input';
import { addNote, removeNote } from './account-notes';
import { listing } from './inputs';
import { keyAccountsPage, type PageViewer } from './key-accounts-page';
import { requestListing } from './request-listing';

const everybody = 'Everybody who may browse the project.';

export const keyAccountsPageActs = {
  'request-listing': elsewhereAct({
    title: 'Ask for it',
    clause: 'KA-04',
    what: 'Opens the ticket by which the role that keeps the list decides on a change of it.',
    who: 'Agents, and everybody with a role.',
    input: v.object(listing),
    elsewhere: requestListing,
  }),
  'add-note': elsewhereAct({
    title: 'Add note',
    clause: 'KA-03',
    what: 'Adds a note to a key account; every ticket of the account shows it until it expires.',
    who: everybody,
    input: v.object({
      cid: id('The account'),
      text: given('The note', 500),
      until: v.nullable(day('The last day')),
    }),
    async elsewhere(ports, page: PageViewer, { cid, text, until }) {
      await addNote(ports, page, cid, text, until);
      return keyAccountsPage(ports, page);
    },
  }),
  'remove-note': elsewhereAct({
    title: 'Remove',
    clause: 'KA-03',
    what: 'Takes a note away.',
    who: everybody,
    input: v.object({ cid: id('The account'), id: id('The note') }),
    async elsewhere(ports, page: PageViewer, { cid, id: note }) {
      await removeNote(ports, cid, note);
      return keyAccountsPage(ports, page);
    },
  }),
} as const;
