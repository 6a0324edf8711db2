import { ForgeFrame } from '../../bridge/page/ForgeFrame';
import { Crumbs } from '../chrome/Crumbs';
import { Empty } from '../parts/Empty';
import { Skeleton } from '../parts/Skeleton';
import { Trouble } from '../parts/Trouble';
import { paths } from '../routing/paths';
import { useModules } from './modules';

/** A page of the app in a project: in a service project it stands in the left navigation (Forge, "Jira project page"). */
export function ProjectPage({
  project,
  module: key,
}: {
  readonly project: string;
  readonly module: string;
}) {
  const { modules, error } = useModules('jira:projectPage');
  const module = modules.find((one) => one.key === key);
  if (error) return <Trouble error={error} />;
  if (module === undefined)
    return modules.length === 0 ? (
      <Skeleton lines={[30, 80]} label="Opening the page" />
    ) : (
      <Empty title="The app has no such page in projects." />
    );
  return (
    <>
      <Crumbs
        crumbs={[
          { name: project, to: paths.queue(project, '') },
          { name: module.title, to: paths.projectPage(project, key) },
        ]}
      />
      <div className="app-page">
        <ForgeFrame
          key={`${project} ${key}`}
          place={{ moduleKey: key, projectKey: project }}
          title={module.title}
          minHeight={200}
          waiting={<Skeleton lines={[30, 80, 80, 60]} label={`Opening ${module.title}`} />}
          refused={(message, tryAgain) => (
            <Trouble
              title={`${module.title} is not shown`}
              error={new Error(message)}
              onTryAgain={tryAgain}
            />
          )}
        />
      </div>
    </>
  );
}
