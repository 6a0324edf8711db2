import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { type Mentioned } from '../adf/write-adf';
import { titleOf } from '../chrome/roles';
import { type Person } from '../data/people';
import { useSession } from '../data/session';
import { Face } from '../parts/Person';
import { matching, openMention } from './mention';

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly isInternal: boolean;
  readonly onChange: (text: string) => void;
  readonly onMention: (person: Mentioned) => void;
  readonly onSend: () => void;
}

/** A text field in which @ finds people: arrows choose, Enter takes, Escape leaves. */
export function MentionArea({
  label,
  placeholder,
  value,
  isInternal,
  onChange,
  onMention,
  onSend,
}: Props) {
  const { people } = useSession();
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [left, setLeft] = useState<number | null>(null);
  const mention = openMention(value, caret);
  const found = mention && left !== mention.start ? matching(people, mention.typed) : [];
  const current = Math.min(chosen, found.length - 1);

  const take = (person: Person): void => {
    if (!mention) return;
    const inserted = `${value.slice(0, mention.start)}@${person.displayName} `;
    onMention({ accountId: person.accountId, name: person.displayName });
    onChange(inserted + value.slice(caret).trimStart());
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(inserted.length, inserted.length);
      setCaret(inserted.length);
    });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return onSend();
    if (found.length === 0) return;
    const person = found[current];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      setChosen((current + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && person) take(person);
    else if (event.key === 'Escape' && mention) setLeft(mention.start);
    else return;
    event.preventDefault();
  };
  return (
    <div className="mention-area">
      <textarea
        ref={area}
        className={isInternal ? 'text-area text-area-internal' : 'text-area'}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={found.length > 0 ? id : undefined}
        aria-activedescendant={found.length > 0 ? `${id}-${current}` : undefined}
        placeholder={placeholder}
        rows={Math.min(12, Math.max(3, value.split('\n').length + 1))}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          setCaret(event.currentTarget.selectionStart);
          setChosen(0);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKey}
        onBlur={() => setLeft(mention?.start ?? null)}
      />
      {found.length > 0 && (
        <ul className="mention-list" id={id} role="listbox" aria-label="People">
          {found.map((person, index) => (
            <li
              key={person.accountId}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === current}
              onMouseDown={(event) => {
                event.preventDefault();
                take(person);
              }}
            >
              <Face user={person} />
              <span>{person.displayName}</span>
              <span className="subtle small">{titleOf(person)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
