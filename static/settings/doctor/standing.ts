import type { DoctorSectionView, Finding, Severity } from '../../../src/contract/doctor';

/** How urgent a section is: that of its most urgent finding, or that nobody has looked yet. */
export type Standing = Severity | 'not-examined';

const order: readonly Severity[] = ['blocking', 'warning', 'unknown', 'fine'];

export function standingOf({ examined }: DoctorSectionView): Standing {
  if (examined === null) return 'not-examined';
  return (
    order.find((severity) => examined.findings.some((finding) => finding.severity === severity)) ??
    'fine'
  );
}

export const spoken: Readonly<Record<Standing, string>> = {
  blocking: 'In the way',
  warning: 'Could be better',
  unknown: 'Not known',
  fine: 'Fine',
  'not-examined': 'Not checked',
};

/** Only what needs somebody, over all sections. */
export const needing = (
  sections: readonly DoctorSectionView[],
  severity: Finding['severity'],
): number =>
  sections
    .flatMap(({ examined }) => examined?.findings ?? [])
    .filter((finding) => finding.severity === severity).length;

/** The one sentence above the checklist. */
export function summary(sections: readonly DoctorSectionView[]): string {
  const unchecked = sections.filter((section) => section.examined === null).length;
  const [blocking, warnings] = [needing(sections, 'blocking'), needing(sections, 'warning')];
  const things = (count: number, one: string, many: string): string =>
    `${count} ${count === 1 ? one : many}`;
  const found = [
    ...(blocking === 0
      ? []
      : [things(blocking, 'thing stands in the way', 'things stand in the way')]),
    ...(warnings === 0 ? [] : [things(warnings, 'could be better', 'could be better')]),
    ...(unchecked === 0 ? [] : [`${things(unchecked, 'part was', 'parts were')} not checked yet`]),
  ];
  return found.length === 0 ? 'Everything is in place.' : `${found.join(', ')}.`;
}
