/** Where text will be, in widths (per cent) that look like it. */
export function Skeleton({
  lines,
  label,
}: {
  readonly lines: readonly number[];
  readonly label: string;
}) {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {lines.map((width, index) => (
        <span key={index} className="skeleton-line" style={{ inlineSize: `${width}%` }} />
      ))}
    </div>
  );
}
