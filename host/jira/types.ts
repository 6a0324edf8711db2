/** Who asks Jira for something, as the authentication layer found out. */
export interface Caller {
  /** Null for an anonymous caller. */
  readonly accountId: string | null;
  /** Present when the request comes through the Forge app: its scopes are enforced and its events are its own. */
  readonly app?: { readonly scopes: ReadonlySet<string>; readonly asApp: boolean };
}

/** A product event on its way to apps, as in Forge's "Jira events" reference. */
export interface ProductEvent {
  /** Such as `avi:jira:updated:issue`. */
  readonly name: string;
  /** When it happened, epoch milliseconds. */
  readonly at: number;
  /** The person whose act it was. */
  readonly actor: string | null;
  /** True when an API call of the app caused it (`ignoreSelf`). */
  readonly selfGenerated: boolean;
  /** Everything the app receives apart from what delivery adds. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** The `X-Atlassian-Webhook-Trace` header of the causing request, echoed to the app. */
  readonly trace?: string;
}

/** One request the app made, for `GET /__host/calls`. */
export interface Call {
  readonly at: string;
  readonly invocation: string;
  readonly function: string;
  /** `app`, or the account id of the person it was made as. */
  readonly as: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly points: number;
  /** Of the bodies. */
  readonly bytes: { readonly sent: number; readonly received: number };
  /** Of a request to storage: what it names. */
  readonly keys?: readonly string[];
}

/** A message Jira would have mailed. */
export interface Notification {
  readonly at: string;
  readonly to: string;
  readonly issueKey: string;
  readonly subject: string;
  readonly text: string;
  readonly reason: string;
}

/** A validator of an app: why a transition must not be taken; null when it may. */
export type Validator = (subject: Readonly<Record<string, unknown>>) => string | null;

/** One file of a form (multipart/form-data). */
export interface SentFile {
  /** Of the form's field. */
  readonly field: string;
  readonly filename: string;
  readonly mimeType: string;
  readonly content: Uint8Array;
}

/** A form with files, as it was sent. */
export class SentForm {
  /** @param checked whether the header that Jira asks of forms was there: `X-Atlassian-Token: no-check` */
  constructor(
    readonly files: readonly SentFile[],
    readonly checked: boolean,
  ) {}
}

/** What a Jira operation answers: a status and a JSON body (none for 204). */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** How many core objects a read returned: one point each (Jira: "Rate limiting", points). 0 when absent. */
  readonly objects?: number;
}
