/** Somebody of the site, as the host lists them. */
export interface Person {
  readonly accountId: string;
  readonly email: string;
  readonly displayName: string;
  readonly role: 'admin' | 'agent' | 'collaborator' | 'manager' | 'customer' | 'app';
  readonly title: string | null;
  readonly timeZone: string;
  readonly active: boolean;
  readonly avatarUrls?: Readonly<Record<string, string>>;
}

export interface Project {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly serviceDeskId: string | null;
}
