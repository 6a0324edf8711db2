import './accounts.css';
import { useState } from 'react';
import type { AccountView } from '../../../src/contract/accounts';
import { AccountForm } from './AccountForm';
import { AccountList } from './AccountList';
import { Feed } from './Feed';
import { ImportAccounts } from './ImportAccounts';

type Place =
  | { readonly kind: 'list' }
  | { readonly kind: 'account'; readonly account: AccountView | null }
  | { readonly kind: 'import' }
  | { readonly kind: 'feed' };

/** Customer accounts: the list, one account, a file, and the feed. */
export default function AccountsTab() {
  const [place, setPlace] = useState<Place>({ kind: 'list' });
  const back = (): void => setPlace({ kind: 'list' });
  switch (place.kind) {
    case 'list':
      return (
        <AccountList
          onOpen={(account) => setPlace({ kind: 'account', account })}
          onAdd={() => setPlace({ kind: 'account', account: null })}
          onImport={() => setPlace({ kind: 'import' })}
          onFeed={() => setPlace({ kind: 'feed' })}
        />
      );
    case 'account':
      return <AccountForm account={place.account} onClose={back} />;
    case 'import':
      return <ImportAccounts onClose={back} />;
    case 'feed':
      return <Feed onClose={back} />;
  }
}
