import Button from '@atlaskit/button/new';
import TextField from '@atlaskit/textfield';
import { Fragment, useCallback, useEffect, useRef, useState } from 'react';
import type { AccountsView, AccountView, Choice } from '../../../src/contract/accounts';
import { accountMarks } from '../../procedures/accounts';
import { callSettings } from '../call';
import { Field } from '../../shared/Field';
import { csvOf, download } from '../../shared/files';
import { Person } from '../../shared/Person';
import { type PageProblem, problemOf } from '../../shared/problem';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { Skeleton } from '../../shared/Skeleton';
import { announce, tellDone } from '../../shared/tell';
import { PersonPicker } from './Picker';

/** So that a search starts once somebody pauses. */
const pauseMs = 300;

interface Props {
  readonly onOpen: (account: AccountView) => void;
  readonly onAdd: () => void;
  readonly onImport: () => void;
  readonly onFeed: () => void;
}

export function AccountList({ onOpen, onAdd, onImport, onFeed }: Props) {
  const [search, setSearch] = useState('');
  const [manager, setManager] = useState<Choice | null>(null);
  const { view, problem, read, more, busy } = useAccounts(
    manager === null ? search : '',
    manager?.id ?? null,
  );
  const { exporting, exportAll, exportProblem } = useExport();
  const shown = problem ?? exportProblem;
  return (
    <section aria-labelledby="accounts" className="stack">
      <div className="tab-head">
        <h2 id="accounts">
          Customer accounts{view !== null && <span className="subtle"> {view.total}</span>}
        </h2>
        <div className="buttons">
          <Button appearance="primary" onClick={onAdd}>
            Add account
          </Button>
          <Button onClick={onImport}>Import a file</Button>
          <Button isLoading={exporting} onClick={() => void exportAll()}>
            Export
          </Button>
          <Button onClick={onFeed}>Feed</Button>
        </div>
      </div>
      <div className="account-search">
        <Field label="Search by the beginning of a name or CID">
          {({ isInvalid: _, ...field }) => (
            <TextField
              {...field}
              type="search"
              autoComplete="off"
              isDisabled={manager !== null}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label="Or by account manager">
          {(field) => <PersonPicker optional field={field} value={manager} onChange={setManager} />}
        </Field>
      </div>
      {shown && (
        <ProblemMessage
          problem={shown}
          {...(shown.code === 'permission' ? {} : { onTryAgain: read })}
        />
      )}
      {view === null ? (
        problem === null && <Skeleton lines={[60, 60, 60]} label="Reading the accounts" />
      ) : (
        <Table
          view={view}
          search={manager?.name ?? search}
          byManager={manager !== null}
          onOpen={onOpen}
          onImport={onImport}
        />
      )}
      {view !== null && view.next !== null && (
        <div>
          <Button isLoading={busy} onClick={more}>
            Show more
          </Button>
        </div>
      )}
    </section>
  );
}

function Table({
  view,
  search,
  byManager,
  onOpen,
  onImport,
}: {
  view: AccountsView;
  search: string;
  byManager: boolean;
  onOpen: (account: AccountView) => void;
  onImport: () => void;
}) {
  if (view.accounts.length === 0) {
    return search === '' ? (
      <div className="empty">
        <p>
          No accounts yet. Account Relay needs them to know who the account manager of a ticket is.
        </p>
        <div>
          <Button onClick={onImport}>Import a file</Button>
        </div>
      </div>
    ) : (
      <p className="subtle">
        {byManager
          ? `${search} is account manager of no account.`
          : `No account begins with “${search}”.`}
      </p>
    );
  }
  return (
    <table className="accounts">
      <thead>
        <tr>
          <th scope="col">Account</th>
          <th scope="col">Account manager</th>
          <th scope="col">Regional manager</th>
          <th scope="col">Organizations</th>
        </tr>
      </thead>
      <tbody>
        {view.accounts.map((account) => (
          <tr key={account.cid}>
            <td>
              <button type="button" className="link" onClick={() => onOpen(account)}>
                {account.name}
              </button>{' '}
              <span className="subtle">{account.cid}</span>{' '}
              {accountMarks.map(({ id, Mark }) => (
                <Fragment key={id}>
                  <Mark shown={account.parts[id]} />{' '}
                </Fragment>
              ))}
            </td>
            <td data-label="Account manager">
              <Person person={account.accountManager} />
            </td>
            <td data-label="Regional manager">
              {account.regionalManager.accountId === account.accountManager.accountId ? (
                <span className="subtle">The same person; the fallback list decides</span>
              ) : (
                <Person person={account.regionalManager} />
              )}
            </td>
            <td data-label="Organizations">
              {account.organizations.length === 0 ? (
                <span className="subtle">None: no ticket belongs to it</span>
              ) : (
                account.organizations.map(({ name }) => name).join(', ')
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useAccounts(search: string, manager: string | null) {
  const [view, setView] = useState<AccountsView | null>(null);
  const [problem, setProblem] = useState<PageProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const turn = useRef(0);
  const load = useCallback(
    async (before: AccountsView | null) => {
      const mine = (turn.current += 1);
      setBusy(true);
      try {
        const cursor = before?.next;
        const fresh = await callSettings('accounts.list', {
          search: search.trim(),
          ...(manager === null ? {} : { manager }),
          ...(cursor == null ? {} : { cursor }),
        });
        if (mine !== turn.current) return;
        setView({ ...fresh, accounts: [...(before?.accounts ?? []), ...fresh.accounts] });
        setProblem(null);
        if (search !== '' || manager !== null) announce(`${fresh.accounts.length} accounts found.`);
      } catch (error) {
        if (mine === turn.current) setProblem(problemOf(error));
      } finally {
        if (mine === turn.current) setBusy(false);
      }
    },
    [search, manager],
  );
  useEffect(() => {
    const timer = setTimeout(() => void load(null), search === '' ? 0 : pauseMs);
    return () => clearTimeout(timer);
  }, [load, search]);
  return { view, problem, busy, read: () => void load(null), more: () => void load(view) };
}

function useExport() {
  const [exporting, setExporting] = useState(false);
  const [exportProblem, setProblem] = useState<PageProblem | null>(null);
  const exportAll = async (): Promise<void> => {
    setExporting(true);
    setProblem(null);
    try {
      const lines: (readonly string[])[] = [];
      for (
        let cursor: string | null = null, first = true;
        first || cursor !== null;
        first = false
      ) {
        const page: { lines: readonly (readonly string[])[]; next: string | null } =
          await callSettings('accounts.export', cursor === null ? {} : { cursor });
        lines.push(...page.lines);
        cursor = page.next;
      }
      download('accounts.csv', await csvOf(lines));
      tellDone(`${lines.length - 1} accounts exported.`);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setExporting(false);
    }
  };
  return { exporting, exportAll, exportProblem };
}
