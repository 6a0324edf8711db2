import { searchPath } from '../../../host/shell/chrome/search-path';
import { pageAt, paths } from '../../../host/shell/routing/paths';

const at = (path: string) => pageAt(new URL(path, 'http://localhost:8080'));

describe('addresses of the pages', () => {
  it('lead where they were made for', () => {
    expect(at(paths.tour)).toEqual({ kind: 'tour' });
    expect(at(paths.ticket('EBH-3'))).toEqual({ kind: 'ticket', key: 'EBH-3' });
    expect(at(paths.queue('EBH', '101'))).toEqual({ kind: 'queue', project: 'EBH', queue: '101' });
    expect(at(paths.queue('EBH', ''))).toEqual({ kind: 'queue', project: 'EBH', queue: '' });
    expect(at(paths.search('text ~ "a & b"'))).toEqual({ kind: 'search', jql: 'text ~ "a & b"' });
    expect(at(paths.raise('1'))).toEqual({ kind: 'raise', desk: '1' });
    expect(at(paths.request('EBH-3'))).toEqual({ kind: 'request', key: 'EBH-3' });
    expect(at(paths.adminPage('relay-settings'))).toEqual({
      kind: 'admin',
      section: 'apps',
      module: 'relay-settings',
    });
    expect(at(paths.mail)).toEqual({ kind: 'admin', section: 'mail', module: null });
  });

  it('include JSM’s own address of a request', () => {
    expect(at('/servicedesk/customer/portal/1/EBH-3')).toEqual({ kind: 'request', key: 'EBH-3' });
  });

  it('say when there is nothing', () => {
    expect(at('/nowhere')).toEqual({ kind: 'unknown' });
    expect(at('/browse')).toEqual({ kind: 'unknown' });
  });
});

describe('what is typed into the search', () => {
  it('opens a ticket by its key, however it is written', () => {
    expect(searchPath(' ebh-3 ')).toBe('/browse/EBH-3');
  });

  it('takes JQL as it is, and words as a text search with their quotes kept', () => {
    expect(at(searchPath('assignee is empty'))).toEqual({
      kind: 'search',
      jql: 'assignee is empty',
    });
    expect(at(searchPath('the "dental" plan'))).toEqual({
      kind: 'search',
      jql: 'text ~ "the \\"dental\\" plan" ORDER BY updated DESC',
    });
  });
});
