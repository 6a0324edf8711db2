import type { WhyView } from './why';

/** Whether somebody may do something now, and why not. */
export type Permission =
  { readonly allowed: true } | { readonly allowed: false; readonly why: WhyView };

/** An act as a button: its words, and whether the viewer may press it now. */
export type ActionView = Permission & { readonly title: string };
