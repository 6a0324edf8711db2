import { type Called, thinResolver } from '../thin';

/** Tabs whose every call begins with the settings in force. */
const aboutSettings = ['draft', 'versions', 'settings', 'sop', 'configuration'];

export const answerSettings = thinResolver(
  async () => (await import('./methods')).answerSettings,
  ({ call: { functionKey } }: Called) =>
    aboutSettings.includes(functionKey.split('.')[0] ?? '') ? null : undefined,
);
