const palette = ['blue', 'purple', 'green', 'orange', 'red', 'teal', 'magenta', 'lime'] as const;

/** In place of a picture, for people without one: always the same colour for the same name. */
export function Initials({ name, size = 32 }: { readonly name: string; readonly size?: number }) {
  const letters = name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();
  const color =
    palette[[...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % palette.length];
  return (
    <span
      className={`initials initials-${color}`}
      style={{ inlineSize: size, blockSize: size, fontSize: size * 0.38 }}
      aria-hidden="true"
    >
      {letters}
    </span>
  );
}
