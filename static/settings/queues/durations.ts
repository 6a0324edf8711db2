/** `4 h`, `1 h 30 min`, `45 min`: how a response time is shown in its field. */
export function spellMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`]
    .filter(Boolean)
    .join(' ');
}

/** Minutes of `4 h`, `1h30`, `1 h 30 min`, `90`, `1.5 h`, `45 minutes`; null for what is no time. */
export function minutesOf(typed: string): number | null {
  const text = typed.trim().toLowerCase().replace(',', '.');
  if (/^\d+$/u.test(text)) return Number(text);
  const [all, hours, minutes] =
    /^(?:(\d+(?:\.\d+)?)\s*h(?:ours?)?)?\s*(?:(\d+)\s*(?:m(?:in(?:utes?)?)?)?)?$/u.exec(text) ?? [];
  if (all === undefined || all === '') return null;
  const sum = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return Number.isInteger(sum) ? sum : Math.round(sum);
}

/** Several, with commas between; null when one of them is no time. */
export function listOfMinutes(typed: string): readonly number[] | null {
  const all = typed
    .split(/[;,]/u)
    .filter((one) => one.trim() !== '')
    .map((one) => minutesOf(one));
  return all.every((one) => one !== null) ? all.sort((a, b) => b - a) : null;
}
