import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import { type Status } from '../data/wire';

const appearances: Readonly<Record<string, ThemeAppearance>> = {
  new: 'default',
  undefined: 'default',
  indeterminate: 'inprogress',
  done: 'success',
};

export const appearanceOf = (categoryKey: string): ThemeAppearance =>
  appearances[categoryKey.toLowerCase()] ?? 'default';

/** A status in the colour of its category. */
export const StatusLozenge = ({
  status,
}: {
  readonly status: Pick<Status, 'name' | 'statusCategory'>;
}) => (
  <Lozenge appearance={appearanceOf(status.statusCategory.key)} maxWidth={220}>
    {status.name}
  </Lozenge>
);
