import SearchIcon from '@atlaskit/icon/core/search';
import TextField from '@atlaskit/textfield';
import { type FormEvent, useEffect, useState } from 'react';
import { navigate, useLocation } from '../routing/location';
import { pageAt } from '../routing/paths';
import { searchPath } from './search-path';

export function Search() {
  const page = pageAt(useLocation());
  const asked = page.kind === 'search' ? page.jql : '';
  const [typed, setTyped] = useState(asked);
  useEffect(() => setTyped(asked), [asked]);
  const search = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() !== '') navigate(searchPath(typed));
  };
  return (
    <form role="search" className="search" onSubmit={search}>
      <TextField
        aria-label="Search tickets by words, key or JQL"
        placeholder="Search: words, EBH-1 or JQL"
        isCompact
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        elemBeforeInput={
          <span className="search-icon">
            <SearchIcon label="" size="small" />
          </span>
        }
      />
    </form>
  );
}
