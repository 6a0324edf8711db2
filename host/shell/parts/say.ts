/** Says it to screen readers without moving the focus. */
export function say(text: string): void {
  const region = document.getElementById('announcements');
  if (region) region.textContent = text;
}
