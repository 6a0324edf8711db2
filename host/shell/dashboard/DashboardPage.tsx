import { PageHead } from '../chrome/PageHead';
import { read, send } from '../data/http';
import { useLoad } from '../data/use-load';
import { useModules } from '../forge/modules';
import { Empty } from '../parts/Empty';
import { Skeleton } from '../parts/Skeleton';
import { Trouble } from '../parts/Trouble';
import { Gadget, type GadgetOnDashboard } from './Gadget';

/** The one dashboard everybody shares. */
const dashboardId = '10000';
const path = `/__host/gadgets/${dashboardId}`;

export function DashboardPage() {
  const { modules } = useModules('jira:dashboardGadget');
  const { value, error, reload } = useLoad('dashboard', () =>
    read<{ gadgets: readonly GadgetOnDashboard[] }>(path),
  );
  const configure = async (id: string, configuration: unknown): Promise<void> => {
    const gadgets = (value?.gadgets ?? []).map((gadget) =>
      gadget.id === id ? { ...gadget, configuration } : gadget,
    );
    await send('PUT', path, { gadgets });
    reload();
  };
  return (
    <>
      <PageHead title="Dashboard" />
      {error && <Trouble error={error} onTryAgain={reload} />}
      {!value && !error && <Skeleton lines={[30, 100, 100, 100]} label="Reading the dashboard" />}
      {value?.gadgets.length === 0 && <Empty title="No app offers a gadget." />}
      <div className="gadgets">
        {value?.gadgets.map((gadget) => {
          const module = modules.find(({ key }) => key === gadget.moduleKey);
          return (
            module && (
              <Gadget
                key={gadget.id}
                gadget={gadget}
                module={module}
                dashboardId={dashboardId}
                onConfigure={(configuration) => configure(gadget.id, configuration)}
              />
            )
          );
        })}
      </div>
    </>
  );
}
