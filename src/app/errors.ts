import type { ProblemCode } from '../contract/problem';
import type { Because } from '../core/because';

/** The base of everything the app throws on purpose: a code from the contract, and a message that names the thing. */
export class RelayError extends Error {
  constructor(
    readonly code: ProblemCode,
    message: string,
    readonly detail: {
      readonly remedy?: string;
      readonly field?: string;
      readonly because?: Because;
      readonly retryAfterSeconds?: number;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.name = 'RelayError';
  }
}

/** A rule of the SOP declines what somebody asked for, or a value of theirs is out of its bounds. */
export class Refused extends RelayError {
  constructor(because: Because) {
    super(because.field === undefined ? 'refused' : 'input', because.text, {
      because,
      ...(because.field === undefined ? {} : { field: because.field }),
    });
  }
}

/** Jira asks to wait. */
export class JiraBusy extends RelayError {
  constructor(
    readonly retryAfterSeconds: number,
    readonly reason: string,
  ) {
    super('jira-busy', `Jira is busy; it asks to wait ${retryAfterSeconds} seconds.`, {
      retryAfterSeconds,
    });
  }
}

/** Jira failed; whether it did the work is not known. */
export class JiraDown extends RelayError {
  constructor(what: string, cause?: unknown) {
    super('jira-down', `Jira could not ${what}.`, { remedy: 'Try again in a minute.', cause });
  }
}

/** Jira said no: the caller may not, the input is wrong there, or it does not exist. `fields` are Jira's own words. */
export class JiraRefused extends RelayError {
  constructor(
    readonly status: number,
    what: string,
    readonly fields: Readonly<Record<string, string>> = {},
    readonly messages: readonly string[] = [],
  ) {
    const said = [...messages, ...Object.values(fields)].join(' ');
    super(
      status === 404
        ? 'missing'
        : status === 401 || status === 403
          ? 'permission'
          : 'misconfigured',
      `Jira would not ${what}${said === '' ? '' : `: ${said}`}`,
    );
  }
}

/** Somebody else changed the same thing meanwhile. */
export class ChangedMeanwhile extends RelayError {
  constructor(what = 'This ticket') {
    super('changed-meanwhile', `${what} changed meanwhile.`, {
      remedy: 'Look at the fresh state and decide again.',
    });
  }
}

/** Another turn is at work on the ticket until `untilMs` at the latest. */
export class TurnTaken extends RelayError {
  constructor(readonly waitSeconds: number) {
    super('jira-busy', 'Account Relay is at work on this ticket just now.', {
      retryAfterSeconds: waitSeconds,
    });
  }
}

/** A note that was posted as internal came out public. It was deleted at once. */
export class CameOutPublic extends RelayError {
  constructor() {
    super('misconfigured', 'Jira made an internal note public; it was deleted at once.', {
      remedy:
        'Check that the project is a service project and that Account Relay may add internal comments.',
    });
  }
}

/** Storage takes no more of a ticket: trying again would end the same. */
export class TooLarge extends RelayError {
  constructor(bytes: number, cause?: unknown) {
    super(
      'too-large',
      `This was not noted: what Account Relay remembers of this ticket would be ${Math.round(bytes / 1000)} kB, more than storage takes.`,
      { remedy: 'Go on in a new ticket, or enter less text.', cause },
    );
  }
}

/** A newer version of the app has written what is stored: this one leaves it alone. */
export class NewerRow extends RelayError {
  constructor(version: number, known: number) {
    super(
      'misconfigured',
      `A newer version of Account Relay has written what is known of this ticket (version ${version}, this one knows ${known}).`,
      {
        remedy:
          'Install the newest version of Account Relay again; until then nothing happens on this ticket.',
      },
    );
  }
}
