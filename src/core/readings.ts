/**
 * Where the SOP's text can be read in more than one way, which way this queue reads it. Each field is one ambiguity; the
 * first value of each type is the default.
 */
export interface Readings {
  /** A1: when the manager fields are filled. Prefilling breaks AM-11 and is off unless somebody insists. */
  readonly fillFields: 'when-asked' | 'on-create';
  /** A3: what counts as the response. */
  readonly answer: {
    readonly from: 'any-comment' | 'internal-comment' | 'button-only';
    /** Characters a comment must have to count; 0 for any. */
    readonly minLength: number;
  };
  /** A4: who may answer once management is asked. */
  readonly managementAnswer: 'either' | 'management-only';
  /** A5: the status after the response. */
  readonly statusAfterAnswer: 'waiting-for-support' | 'status-before';
  /** A6: the manager fields after the response. */
  readonly fieldsAfterAnswer: 'keep' | 'clear';
  /** A7: what happens at the due time. Prompt tells the agent, who escalates; shadow only writes it down. */
  readonly atDueTime: 'escalate' | 'prompt' | 'shadow';
  /** A8: in whose time response times run. */
  readonly clock: 'person' | 'queue' | 'around-the-clock';
  /** A9: how a ticket comes back after a customer's reply. */
  readonly afterCustomerReply: 'assisted' | 'at-once' | 'by-hand';
  /** A11: the Account Manager field filled by hand although nobody is asked. */
  readonly fieldWithoutAsk: 'warn' | 'clear';
  /** A13: the SOP's priority against the agent's choice. */
  readonly priority: 'suggest' | 'force';
  /** A15: reminders after the last of the ladder. */
  readonly afterLadder: 'daily' | 'silence';
  /** A19: a comment that only promises to look into it; settings from before it was asked say nothing. */
  readonly shortPromise?: 'offer-date' | 'answer';
  /** A17: the Account Manager field names somebody else while a response is open. Absent in settings from before it. */
  readonly fieldChanged?: 'offer' | 'at-once';
  /** A18: the priority is raised while a response is open. */
  readonly priorityRaised?: 'shorten' | 'unchanged';
  /** AM-13: how whoever was asked learns that a request is over without their answer. */
  readonly whenOver?: 'list' | 'comment';
}
