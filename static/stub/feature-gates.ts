/** Atlaskit's internal feature gates, all off: no remote configuration, no request. */
export default {
  checkGate: (): boolean => false,
  getExperimentValue: <T>(_name: string, _parameter: string, fallback: T): T => fallback,
  getExperiment: () => ({ get: <T>(_parameter: string, fallback: T): T => fallback }),
  initializeCompleted: (): boolean => false,
  isGateExists: (): boolean => false,
};
