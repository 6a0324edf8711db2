import * as v from 'valibot';
import { parse } from '../../../app/input';
import { page } from '../../../app/page';
import type { FollowUpsReads, FollowUpsView } from '../contract/panel';
import { followUpSheet, previewSheet } from './follow-up-sheet';
import { followUpsPage } from './follow-ups';
import { cells, cids } from './inputs';
import { composeLetters } from './letters';

const compose = v.object({ customers: cids });
const sheet = v.object({ cells });

export const panel = page<FollowUpsReads, FollowUpsView>({
  ...followUpsPage,
  reads: {
    'follow-ups.get': followUpsPage.show,
    'letters.compose': (ports, issueId, payload) =>
      composeLetters(ports, issueId, parse(compose, payload).customers),
    'sheet.read': followUpSheet,
    'sheet.preview': (ports, issueId, payload) =>
      previewSheet(ports, issueId, parse(sheet, payload).cells),
  },
});
