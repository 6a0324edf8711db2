import { useOpenTab } from '../open-tab';

const steps: readonly { readonly tab: string; readonly title: string; readonly text: string }[] = [
  {
    tab: 'Queues and SOPs',
    title: 'Name the queues',
    text: 'Which projects, which fields and statuses, when an account manager is asked and how fast they answer.',
  },
  {
    tab: 'Roles and absences',
    title: 'Name the people',
    text: 'Who takes over where account manager and regional manager are one person.',
  },
  {
    tab: 'Accounts',
    title: 'Import the customer accounts',
    text: 'Each with its organizations, its account manager and its regional manager.',
  },
  {
    tab: 'Versions',
    title: 'Put it in force',
    text: 'Until then Account Relay acts on no ticket.',
  },
];

/** Before the first settings are in force. */
export function FirstSteps() {
  const openTab = useOpenTab();
  return (
    <section className="empty" aria-labelledby="first-steps">
      <h2 id="first-steps">Four steps, then a check</h2>
      <ol className="first-steps">
        {steps.map(({ tab, title, text }) => (
          <li key={tab}>
            <button type="button" className="link-button" onClick={() => openTab(tab)}>
              {title}
            </button>
            <p className="subtle">{text}</p>
          </li>
        ))}
      </ol>
      <p>
        Afterwards this page checks that every queue, field, status and person is where the SOPs
        need them.
      </p>
      <p>
        Somebody has it all in one file?{' '}
        <button type="button" className="link-button" onClick={() => openTab('Overview')}>
          Import it instead
        </button>
      </p>
    </section>
  );
}
