import type { DocumentView } from '../../../src/procedures/change-request/contract/panel';

/** Half-points, as word processors count; and the widths of a page with the usual margins, in twentieths of a point. */
const text = { size: 22, font: 'Calibri' } as const;
const pageWidth = 9_026;

/** The CR document as a .docx with Word's own headings and tables, of nothing but text. The library is loaded when somebody asks for it. */
export async function fileOf({ title, sections }: DocumentView): Promise<Blob> {
  const {
    AlignmentType,
    Document,
    HeadingLevel,
    Packer,
    Paragraph,
    Table,
    TableCell,
    TableRow,
    TextRun,
    WidthType,
  } = await import('docx');
  const cellOf = (content: string, place: number, columns: number, bold: boolean) =>
    new TableCell({
      width: { size: Math.floor(pageWidth / columns), type: WidthType.DXA },
      children: [
        new Paragraph({
          alignment: place === 0 ? AlignmentType.START : AlignmentType.END,
          children: [new TextRun({ text: content, bold })],
        }),
      ],
    });
  const tableOf = (rows: readonly (readonly string[])[]) =>
    new Table({
      width: { size: pageWidth, type: WidthType.DXA },
      columnWidths: (rows[0] ?? []).map(() => Math.floor(pageWidth / (rows[0]?.length ?? 1))),
      rows: rows.map(
        (row, line) =>
          new TableRow({
            tableHeader: line === 0,
            cantSplit: true,
            children: row.map((content, place) =>
              cellOf(content, place, row.length, line === 0 || line === rows.length - 1),
            ),
          }),
      ),
    });
  const document = new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    styles: { default: { document: { run: text } } },
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
          ...sections.flatMap(({ title: heading, paragraphs, table }) => [
            new Paragraph({
              heading: HeadingLevel.HEADING_1,
              keepNext: true,
              children: [new TextRun(heading)],
            }),
            ...paragraphs.map(
              (one) => new Paragraph({ spacing: { after: 120 }, children: [new TextRun(one)] }),
            ),
            ...(table === null ? [] : [tableOf(table)]),
          ]),
        ],
      },
    ],
  });
  return Packer.toBlob(document);
}
