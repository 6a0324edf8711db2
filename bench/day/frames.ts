// What of the app stands in a ticket, each a frame of its own that reads by itself (static/shared/panel-of.tsx).
import type { Host } from '../../host/host';
import { mail } from '../desk';

/** Module, and the call with which its page reads. */
export const frames = [
  ['ticket-panel', 'ticket.get'],
  ['follow-ups', 'follow-ups.get'],
  ['hybrid-account', 'hybrid.get'],
  ['key-account', 'key.get'],
  ['change-request', 'change.get'],
] as const;

/** @throws Error when a page is not answered: what it would have cost is then not known */
export async function look(host: Host, call: Parameters<Host['invoke']>[0]): Promise<void> {
  const reply = (await host.invoke(call)) as { ok: boolean; problem?: unknown };
  if (!reply.ok) throw new Error(`${call.call}: ${JSON.stringify(reply.problem)}`);
}

/** All frames of a ticket read. */
export async function readFrames(host: Host, issue: string): Promise<void> {
  await Promise.all(
    frames.map(([module, call]) => look(host, { module, call, issue, as: mail('ben.ito') })),
  );
}
