import { Notice } from './Notice';

/** Said while something is being carried out in the background. */
export const Pending = ({ of }: { of: { readonly pending: object | null } }) =>
  of.pending && (
    <Notice appearance="information">
      <p>Being carried out. Nothing is lost; this page follows.</p>
    </Notice>
  );
