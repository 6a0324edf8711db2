import { FaultBox } from '../../../host/faults';
import { countFaults, faultSwitches } from '../../../host/shell/stage/fault-switches';

describe('the switches of the faults drawer', () => {
  const switches = faultSwitches.flatMap((group) => group.switches);

  it.each(switches.map((one) => [one.name, one] as const))(
    '%s: on sets it, off takes it back, and neither touches another',
    (_name, one) => {
      const box = new FaultBox();
      box.set(one.on);
      expect(one.isOn(box.current)).toBe(true);
      expect(countFaults(box.current)).toBe(1);
      box.set(one.off);
      expect(countFaults(box.current)).toBe(0);
    },
  );
});
