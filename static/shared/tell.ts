import { showFlag, view } from '@forge/bridge';

/** Says it to screen readers, without moving the focus. */
export function announce(text: string): void {
  const region = document.getElementById('announcements');
  if (region) region.textContent = text;
}

/** A result: a flag for the eyes, the live region for the ears. */
export function tellDone(title: string): void {
  announce(title);
  showFlag({ id: `account-relay-${Date.now()}`, title, type: 'success', isAutoDismiss: true });
}

/** Has Jira read the ticket around the panel anew: status, fields and comments have changed. */
export async function refreshTicket(): Promise<void> {
  try {
    await view.refresh();
  } catch {
    // The bridge says so where a view cannot be refreshed; the ticket then follows by itself a little later.
  }
}
