/** How far something is that takes a while. */
export function Progress({ label, done, of }: { label: string; done: number; of: number }) {
  return (
    <div className="progress">
      <span id="progress-label">{label}</span>
      <progress aria-labelledby="progress-label" value={done} max={Math.max(1, of)} />
      <span className="subtle" aria-live="off">
        {done.toLocaleString('en-US')} of {of.toLocaleString('en-US')} lines
      </span>
    </div>
  );
}
