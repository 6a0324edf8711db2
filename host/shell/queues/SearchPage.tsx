import { PageHead } from '../chrome/PageHead';
import { Empty } from '../parts/Empty';
import { IssueList } from './IssueList';

/** What a JQL finds. It is edited in the search field above. */
export function SearchPage({ jql }: { readonly jql: string }) {
  return (
    <>
      <PageHead title="Search">
        <p className="subtle small">
          <code>{jql}</code>
        </p>
      </PageHead>
      {jql === '' ? (
        <Empty title="Type words, a key or JQL above." />
      ) : (
        <IssueList
          key={jql}
          jql={jql}
          label="Tickets found"
          empty={<Empty title="Nothing matches.">Try fewer words, or another clause.</Empty>}
        />
      )}
    </>
  );
}
