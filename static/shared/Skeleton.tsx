/** Grey lines where words will stand, so that nothing jumps when they come. */
export function Skeleton({ lines, label }: { lines: readonly number[]; label: string }) {
  return (
    <div className="skeleton" role="status" aria-busy="true">
      <span className="for-screen-readers">{label}</span>
      {lines.map((percent, index) => (
        <span key={index} className="skeleton-line" style={{ inlineSize: `${percent}%` }} />
      ))}
    </div>
  );
}
