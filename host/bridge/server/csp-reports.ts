import { Hono } from 'hono';

export interface CspReport {
  /** Virtual time. */
  readonly at: string;
  /** What the browser sent: `{ "csp-report": { "violated-directive": …, "blocked-uri": … } }`. */
  readonly report: unknown;
}

/** Reports kept; a page in a loop would fill the memory. */
const remembered = 1000;

/** What the policy of the app's pages forbade. */
export class CspReports {
  readonly all: CspReport[] = [];

  add(at: number, body: string): void {
    this.all.push({ at: new Date(at).toISOString(), report: parsed(body) });
    if (this.all.length > remembered) this.all.shift();
  }
}

/** `/__host/csp-reports`. */
export const cspReportRoutes = (reports: CspReports): Hono =>
  new Hono()
    .get('/csp-reports', (c) => c.json(reports.all))
    .delete('/csp-reports', (c) => {
      reports.all.length = 0;
      return c.json({ ok: true });
    });

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}
