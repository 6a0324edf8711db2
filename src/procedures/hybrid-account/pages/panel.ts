import { page } from '../../../app/page';
import type { HybridReads, HybridView } from '../contract/panel';
import { hybridPage, meetingFile } from './hybrid-panel';

export const panel = page<HybridReads, HybridView>({
  ...hybridPage,
  reads: { 'hybrid.get': hybridPage.show, 'meeting.file': meetingFile },
});
