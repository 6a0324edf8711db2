const encode = encodeURIComponent;

/** Where everything is. `/browse/KEY` is Jira's own and must not change: mails and the app link there. */
export const paths = {
  tour: '/',
  ticket: (key: string) => `/browse/${encode(key)}`,
  queue: (project: string, queue: string) => `/queues/${encode(project)}/${encode(queue)}`,
  projectPage: (project: string, module: string) =>
    `/projects/${encode(project)}/apps/${encode(module)}`,
  search: (jql: string) => `/search?jql=${encode(jql)}`,
  dashboard: '/dashboard',
  portal: '/portal',
  raise: (desk: string) => `/portal/raise/${encode(desk)}`,
  request: (key: string) => `/portal/${encode(key)}`,
  admin: '/admin',
  adminPage: (module: string) => `/admin/apps/${encode(module)}`,
  people: '/admin/people',
  mail: '/admin/mail',
};

export type Page =
  | { readonly kind: 'tour' }
  | { readonly kind: 'queue'; readonly project: string; readonly queue: string }
  | { readonly kind: 'ticket'; readonly key: string }
  | { readonly kind: 'project-page'; readonly project: string; readonly module: string }
  | { readonly kind: 'search'; readonly jql: string }
  | { readonly kind: 'dashboard' }
  | { readonly kind: 'portal' }
  | { readonly kind: 'raise'; readonly desk: string }
  | { readonly kind: 'request'; readonly key: string }
  | {
      readonly kind: 'admin';
      readonly section: 'apps' | 'people' | 'mail';
      readonly module: string | null;
    }
  | { readonly kind: 'unknown' };

/** The page of an address. */
export function pageAt({ pathname, searchParams }: URL): Page {
  const [first = '', second, third] = pathname.split('/').filter(Boolean).map(decodeURIComponent);
  switch (first) {
    case '':
      return { kind: 'tour' };
    case 'queues':
      return second === undefined
        ? { kind: 'unknown' }
        : { kind: 'queue', project: second, queue: third ?? '' };
    case 'browse':
      return second === undefined ? { kind: 'unknown' } : { kind: 'ticket', key: second };
    case 'projects': {
      const [, , , module] = pathname.split('/').filter(Boolean).map(decodeURIComponent);
      return second === undefined || third !== 'apps' || module === undefined
        ? { kind: 'unknown' }
        : { kind: 'project-page', project: second, module };
    }
    // Jira's own address of a search: /issues/?jql=…
    case 'issues':
    case 'search':
      return { kind: 'search', jql: searchParams.get('jql') ?? '' };
    case 'dashboard':
      return { kind: 'dashboard' };
    case 'portal':
      if (second === 'raise' && third !== undefined) return { kind: 'raise', desk: third };
      return second === undefined ? { kind: 'portal' } : { kind: 'request', key: second };
    case 'servicedesk':
      // JSM's own address of a request, as its links have it: /servicedesk/customer/portal/1/EBH-1.
      return { kind: 'request', key: pathname.split('/').filter(Boolean).at(-1) ?? '' };
    case 'admin':
      return second === 'people' || second === 'mail'
        ? { kind: 'admin', section: second, module: null }
        : { kind: 'admin', section: 'apps', module: third ?? null };
    default:
      return { kind: 'unknown' };
  }
}
