import './roles.css';
import type { DraftView } from '../../../src/contract/versions';
import { DraftPage } from '../draft/DraftPage';
import { problemsAt } from '../draft/problems-at';
import { useSettingsDraft } from '../draft/use-settings-draft';
import { Absences } from './Absences';
import { PeopleInOrder } from './PeopleInOrder';

/** Who stands where the SOP names a role, and who is away. */
export default function RolesTab() {
  const page = useSettingsDraft();
  const roles = (draft: DraftView) => {
    const at = problemsAt([...draft.problems, ...(draft.warnings ?? []), ...page.refused]);
    const { fallback, roles: held = {} } = draft.form;
    return (
      <section aria-labelledby="roles" className="settings-section">
        <h2 id="roles">Roles</h2>
        <PeopleInOrder
          slot="fallback"
          title="In the regional manager’s place"
          help="Where account manager and regional manager are one person, the first of these who is there takes the regional manager’s place (AM-09, A10). They are also the last level of a ladder."
          saved={fallback}
          edit={(value) => ({ part: 'fallback', key: '', value })}
          error={at('fallback', true)}
          draft={draft}
          page={page}
        />
        <div className="role-grid">
          {draft.roles.map(({ role, title }) => (
            <PeopleInOrder
              key={role}
              slot={`role ${role}`}
              title={`${title.charAt(0).toUpperCase()}${title.slice(1)}`}
              help={null}
              saved={held[role] ?? nobody}
              edit={(value) => ({ part: 'role', key: role, value })}
              error={at(`roles.${role}`, true)}
              draft={draft}
              page={page}
            />
          ))}
        </div>
      </section>
    );
  };
  return (
    <div className="draft-page">
      <DraftPage page={page} label="Reading the roles">
        {roles}
      </DraftPage>
      <Absences />
    </div>
  );
}

const nobody: readonly string[] = [];
