import { router } from '@forge/bridge';
import { useViewer } from './viewer';

/** Opens the ticket around the frame; the address itself serves "open in a new tab". */
export function TicketLink({ issueKey, summary }: { issueKey: string; summary: string }) {
  const { siteUrl } = useViewer();
  const path = `/browse/${encodeURIComponent(issueKey)}`;
  return (
    <a
      className="ticket-link"
      href={`${siteUrl}${path}`}
      target="_blank"
      rel="noreferrer"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void router.navigate(path);
      }}
    >
      <span className="ticket-key">{issueKey}</span> {summary}
    </a>
  );
}
