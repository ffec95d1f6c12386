import type { ReportBlock, ReportDocument, ReportIdentity } from '../../report/types.ts';
import { layoutDiagram } from '../diagram/layout.ts';
import type { DiagramLayout } from '../diagram/types.ts';
import type { Canvas } from './canvas.ts';
import { contentsOf, writePageNumbers } from './contents.ts';
import { drawCover } from './cover.ts';
import { measureWith } from './diagram/box.ts';
import { diagramRoom } from './diagram/place.ts';
import { type Attachment, attach, openDocument } from './document.ts';
import { Flow, pageShape } from './flow.ts';
import { writeRunning } from './running.ts';
import { drawSections } from './sections.ts';
import { createTypesetter, type Typesetter } from './text/typesetter.ts';

/** How a document is put on paper. */
export interface PdfOptions {
  /** Size of ordinary pages; `A4` unless said. A diagram that needs it gets an A3 page. */
  readonly pageSize?: 'A4' | 'Letter';
  /** Files to embed, such as `proposal.json`. */
  readonly attachments?: readonly Attachment[];
}

/**
 * Draws a document as a tagged PDF with cover, bookmarks, linked contents, running headers and
 * page numbers. All fonts are embedded.
 *
 * The same document and identity give the same bytes, whatever the clock and the time zone. A
 * character that the fonts lack is shown as U+FFFD and stays in the text layer as it is.
 *
 * @returns the file's bytes.
 */
export async function renderPdf(
  document: ReportDocument,
  identity: ReportIdentity,
  options: PdfOptions = {},
): Promise<Uint8Array> {
  const attachments = options.attachments ?? [];
  const { doc, file } = openDocument(document, identity, attachments.length > 0);
  attach(doc, identity, attachments);
  const pageSize = options.pageSize ?? 'A4';
  const type = createTypesetter(doc);
  const canvas: Canvas = {
    doc,
    type,
    flow: new Flow(doc, pageShape(pageSize, 'portrait')),
    pageSize,
    anchors: anchorsOf(document),
    diagrams: await layoutDiagrams(document, pageSize, type),
    contents: contentsOf(document.sections),
  };
  const root = doc.struct('Document');
  doc.addStructure(root);
  drawCover(document, identity, canvas, root);
  const { pages, tags } = drawSections(document.sections, canvas, root);
  writePageNumbers(canvas, pages);
  for (const tag of tags) tag.end();
  root.end();
  writeRunning(canvas, document.title, identity);
  return file.finish();
}

/** Everything that a link can go to. */
function anchorsOf(document: ReportDocument): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const section of document.sections) {
    anchors.add(section.anchor);
    for (const block of section.blocks) {
      for (const anchor of rowAnchors(block)) anchors.add(anchor);
    }
  }
  return anchors;
}

function rowAnchors(block: ReportBlock): readonly string[] {
  if (block.kind !== 'table') return [];
  return block.rows.flatMap(({ anchor }) => (anchor === null ? [] : [anchor]));
}

async function layoutDiagrams(
  document: ReportDocument,
  pageSize: 'A4' | 'Letter',
  type: Typesetter,
): Promise<ReadonlyMap<string, DiagramLayout>> {
  const measure = measureWith(type);
  const tasks = document.sections.flatMap(({ orientation, blocks }) => {
    const room = diagramRoom(pageShape(pageSize, orientation));
    return blocks.flatMap((block) =>
      block.kind === 'diagram' ? [{ diagram: block.diagram, room }] : [],
    );
  });
  // ELK answers from a timer: asked one by one, two hundred diagrams wait most of a second.
  const layouts = await Promise.all(
    tasks.map(
      async ({ diagram, room }) =>
        [diagram.id, await layoutDiagram(diagram, measure, room)] as const,
    ),
  );
  return new Map(layouts);
}
