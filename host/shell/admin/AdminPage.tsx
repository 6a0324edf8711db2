import { ForgeFrame } from '../../bridge/page/ForgeFrame';
import { Crumbs } from '../chrome/Crumbs';
import { PageHead } from '../chrome/PageHead';
import { useModules } from '../forge/modules';
import { Empty } from '../parts/Empty';
import { Skeleton } from '../parts/Skeleton';
import { Trouble } from '../parts/Trouble';
import { Link } from '../routing/Link';
import { paths } from '../routing/paths';

/** The app's own pages for administrators; without a module named, the first. */
export function AdminPage({ module: key }: { readonly module: string | null }) {
  const { modules, error } = useModules('jira:adminPage');
  const module = modules.find((one) => one.key === key) ?? modules[0];
  if (error) return <Trouble error={error} />;
  return (
    <>
      {/* The page itself has its title, as in Jira. */}
      {module ? (
        <Crumbs
          crumbs={[
            { name: 'Apps', to: paths.admin },
            { name: module.title, to: paths.adminPage(module.key) },
          ]}
        />
      ) : (
        <PageHead title="Apps" />
      )}
      {modules.length > 1 && (
        <nav className="segments" aria-label="Pages of the app">
          {modules.map((one) => (
            <Link
              key={one.key}
              to={paths.adminPage(one.key)}
              aria-current={one.key === module?.key ? 'page' : undefined}
            >
              {one.title}
            </Link>
          ))}
        </nav>
      )}
      {module ? (
        <div className="app-page">
          <ForgeFrame
            key={module.key}
            place={{ moduleKey: module.key }}
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
      ) : (
        <Empty title="The app has no page for administrators." />
      )}
    </>
  );
}
