import { createRequire } from 'node:module';
import { CSPInjectionService, CSPProcessingService } from '@forge/csp';

/** `@forge/csp` parses with the cheerio it has beside it. */
const { load } = createRequire(require.resolve('@forge/csp'))('cheerio/slim') as {
  load: ConstructorParameters<typeof CSPProcessingService>[1];
};

type Permissions = Parameters<CSPProcessingService['getCspDetails']>[1];

/** Where a frame reports what its policy forbade. */
export const reportPath = '/__host/csp-reports';

export interface Frame {
  readonly html: string;
  /** The permissions of the manifest. */
  readonly permissions: unknown;
  /** Origin of the pages that may show it. */
  readonly hostUrl: string;
}

/** An HTML file of a resource as Forge's CDN serves it: the bridge first in its head, and Atlassian's own policy. */
export function frameHtml({ html, permissions, hostUrl }: Frame): { html: string; policy: string } {
  const processing = new CSPProcessingService({ info: () => undefined }, load);
  const policy = new CSPInjectionService()
    .getInjectableCSP({
      existingCSPDetails: processing.getCspDetails(html, (permissions ?? {}) as Permissions),
      microsEnv: 'prod',
      hostname: new URL(hostUrl).host,
    })
    // Reports stay on this machine.
    .map((directive) =>
      directive.startsWith('report-uri ') ? `report-uri ${reportPath}` : directive,
    )
    .join('; ');
  const bridge = `<script src="/__host/global-bridge.js"></script>`;
  const withBridge = html.replace(/<head(\s[^>]*)?>/iu, (head) => `${head}${bridge}`);
  return { html: withBridge === html ? `${bridge}${html}` : withBridge, policy };
}
