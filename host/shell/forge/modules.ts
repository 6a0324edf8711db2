import { type UiModule } from '../../host';
import { read } from '../data/http';
import { useLoad } from '../data/use-load';

/** The modules of the installed app that stand in places of this type. */
export function useModules(type: string): {
  readonly modules: readonly UiModule[];
  readonly error: Error | null;
} {
  const { value, error } = useLoad('modules', () => read<readonly UiModule[]>('/__host/modules'));
  return { modules: (value ?? []).filter((module) => module.type === type), error };
}
