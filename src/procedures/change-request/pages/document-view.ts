// CR-06 … CR-09: the CR document as headings, paragraphs and a table, to be exported.
import type { DocumentView } from '../contract/panel';
import type { ChangeRequest } from '../change-request';
import { type InterfaceHeading, interfaceHeadings } from '../content';
import { costOf, spellDays, spellMoney, totalHalfDays } from '../money';

const lines = (text: string): string[] => text.split(/\n+/u).filter((line) => line.trim() !== '');

export function documentView(
  key: string,
  summary: string,
  change: ChangeRequest,
  withMoney: boolean,
): DocumentView {
  const { content } = change;
  const cost = withMoney ? costOf(content.effort, content.rates) : null;
  const { from, until } = content.timeline;
  const effort = content.effort.map(({ role, halfDays }, place) => [
    role,
    spellDays(halfDays),
    ...(cost === null
      ? []
      : [
          spellMoney(cost.lines[place]?.dayRate ?? 0, cost.currency),
          spellMoney(cost.lines[place]?.amount ?? 0, cost.currency),
        ]),
  ]);
  const total = [
    'Total',
    spellDays(totalHalfDays(content.effort)),
    ...(cost === null ? [] : ['', spellMoney(cost.total, cost.currency)]),
  ];
  const written = (Object.keys(interfaceHeadings) as InterfaceHeading[]).filter(
    (heading) => content.interface?.headings[heading] !== undefined,
  );
  const sections: DocumentView['sections'][number][] = [
    {
      title: 'What it means in cost',
      paragraphs: [
        content.chargeable
          ? 'This is a change request, and it has a cost.'
          : 'This is a change request without a cost of its own.',
        ...lines(content.implication),
      ],
      table: null,
    },
    {
      title: 'Requirement',
      paragraphs: [
        ...lines(content.requirement),
        ...(content.documentUrl === null ? [] : [content.documentUrl]),
      ],
      table: null,
    },
    { title: 'Solution approach', paragraphs: lines(content.approach), table: null },
    ...(effort.length === 0
      ? []
      : [
          {
            title: cost === null ? 'Effort' : 'Effort and cost',
            paragraphs: [],
            table: [
              ['Role', 'Effort', ...(cost === null ? [] : ['Day rate', 'Amount'])],
              ...effort,
              total,
            ],
          },
        ]),
    {
      title: 'Tentative timeline',
      paragraphs:
        from === null && until === null ? [] : [`${from ?? 'open'} to ${until ?? 'open'}`],
      table: null,
    },
    {
      title: 'Due date',
      paragraphs: content.dueDate === null ? [] : [content.dueDate],
      table: null,
    },
    ...written.map((heading) => ({
      title: interfaceHeadings[heading],
      paragraphs: lines(content.interface?.headings[heading] ?? ''),
      table: null,
    })),
  ];
  return {
    name: `${key}-change-request-v${content.version}`,
    title: summary,
    sections: sections.filter(({ paragraphs, table }) => paragraphs.length > 0 || table !== null),
  };
}
