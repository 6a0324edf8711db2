import type { HybridView } from '../../../src/procedures/hybrid-account/contract/panel';
import { callHybrid } from './call';
import { panelOf } from '../../shared/panel-of';

export const { Frame: HybridFrame, usePanel: useHybrid } = panelOf<HybridView>({
  title: 'Hybrid account',
  className: 'hybrid',
  load: () => callHybrid('hybrid.get', {}),
  look: (mark) => callHybrid('look', { mark }),
  reading: 'Reading what the departments share',
  lines: [60, 90, 80],
});
