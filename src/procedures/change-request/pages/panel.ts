import * as v from 'valibot';
import { parse } from '../../../app/input';
import { page } from '../../../app/page';
import type { ChangeReads, ChangeView } from '../contract/panel';
import { changePage, evidenceChoices, previewContent, readDocument } from './change-panel';
import { edit } from './inputs';

const preview = v.object({ edit });

export const panel = page<ChangeReads, ChangeView>({
  ...changePage,
  reads: {
    'change.get': changePage.show,
    'content.preview': (ports, issueId, payload) =>
      previewContent(ports, issueId, parse(preview, payload).edit),
    'evidence.choices': evidenceChoices,
    'document.read': readDocument,
  },
});
