import type { SectionView } from '../../../src/procedures/key-account/contract/panel';
import { useRelease } from './panel-context';
import { ChecklistItem } from './ChecklistItem';

/** More items than this are folded until somebody opens the section. */
const many = 40;

/** The checklist of the release, section by section. */
export function Checklist() {
  const { release } = useRelease();
  return (
    <>
      {release.sections
        .filter(({ items }) => items.length > 0)
        .map((section) => (
          <Section key={section.section} section={section} />
        ))}
    </>
  );
}

function Section({ section: { title, items } }: { section: SectionView }) {
  const done = items.filter((item) => item.done !== null).length;
  const list = (
    <ul className="checklist">
      {items.map((item) => (
        <ChecklistItem key={item.id} item={item} />
      ))}
    </ul>
  );
  if (items.length > many) {
    return (
      <details>
        <summary className="section">
          {title} · {done} of {items.length}
        </summary>
        {list}
      </details>
    );
  }
  return (
    <section className="stack" aria-label={title}>
      <h2 className="section">
        {title}{' '}
        <span className="subtle">
          · {done} of {items.length}
        </span>
      </h2>
      {list}
    </section>
  );
}
