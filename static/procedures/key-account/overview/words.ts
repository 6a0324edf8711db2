import type { Aspect } from '../../../../src/procedures/key-account/contract/overview';

export const aspects: readonly { readonly aspect: Aspect; readonly title: string }[] = [
  { aspect: 'code-quality', title: 'Code quality' },
  { aspect: 'timing', title: 'Timing' },
  { aspect: 'accuracy', title: 'Accuracy' },
];

export const signOffs = {
  none: { title: 'Not signed off', look: 'default' },
  'signed-off': { title: 'Signed off', look: 'success' },
  retrospective: { title: 'Retrospective', look: 'moved' },
  void: { title: 'Void', look: 'removed' },
} as const;

export const verdicts = {
  worse: { title: 'More than usual', look: 'removed' },
  better: { title: 'Fewer than usual', look: 'success' },
  'as-usual': { title: 'As usual', look: 'default' },
  'too-few': { title: 'Too few weeks to compare', look: 'default' },
} as const;

/** `1.5`, `2`: one decimal where it says something. */
export const rounded = (value: number): string =>
  Number.isInteger(value) ? `${value}` : value.toFixed(1);
