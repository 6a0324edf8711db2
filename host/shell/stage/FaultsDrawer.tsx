import Button from '@atlaskit/button/new';
import Toggle from '@atlaskit/toggle';
import { useId, useState } from 'react';
import { type Faults } from '../../faults';
import { send } from '../data/http';
import { Drawer } from '../parts/Drawer';
import { Trouble } from '../parts/Trouble';
import { countFaults, type FaultSwitch, faultSwitches } from './fault-switches';

interface Props {
  readonly faults: Faults;
  /** After a switch was thrown. */
  readonly onChange: () => void;
  readonly onClose: () => void;
}

/** What goes wrong on purpose, in plain words. */
export function FaultsDrawer({ faults, onChange, onClose }: Props) {
  const [error, setError] = useState<Error | null>(null);
  const change = (work: Promise<unknown>): void =>
    void work.then(
      () => {
        setError(null);
        onChange();
      },
      (reason: Error) => setError(reason),
    );
  const count = countFaults(faults);
  return (
    <Drawer title="Faults" onClose={onClose}>
      <p className="subtle">
        Things that go wrong in real life. Switch some on, do the same again, and see what the
        ticket looks like.
      </p>
      {error && <Trouble error={error} />}
      {faultSwitches.map(({ title, switches }) => (
        <section key={title}>
          <h3>{title}</h3>
          {switches.map((one) => (
            <Switch
              key={one.name}
              of={one}
              isOn={one.isOn(faults)}
              onFlip={(on) => change(send('PUT', '/__host/faults', on ? one.on : one.off))}
            />
          ))}
        </section>
      ))}
      <div className="drawer-foot">
        <Button isDisabled={count === 0} onClick={() => change(send('DELETE', '/__host/faults'))}>
          Everything works again
        </Button>
      </div>
    </Drawer>
  );
}

function Switch({
  of,
  isOn,
  onFlip,
}: {
  readonly of: FaultSwitch;
  readonly isOn: boolean;
  readonly onFlip: (on: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="fault">
      <label htmlFor={id}>
        {of.name}
        <span className="subtle small">{of.effect}</span>
      </label>
      <Toggle id={id} isChecked={isOn} onChange={() => onFlip(!isOn)} />
    </div>
  );
}
