/** An element of the document's structure, which screen readers follow. */
export type Tag = PDFKit.PDFStructureElement;

/**
 * Runs `fill` with a new element inside `parent`, and closes it.
 *
 * A document with an element outside the tree cannot be finished, and an element that stays open is
 * never written: so every element comes from here or `openTag`.
 */
export function within(
  doc: PDFKit.PDFDocument,
  parent: Tag,
  kind: string,
  fill: (tag: Tag) => void,
  options: PDFKit.Mixins.StructureElementOptions = {},
): void {
  const tag = openTag(doc, parent, kind, options);
  fill(tag);
  tag.end();
}

/** A new element inside `parent`; whoever opens it ends it. */
export function openTag(
  doc: PDFKit.PDFDocument,
  parent: Tag,
  kind: string,
  options: PDFKit.Mixins.StructureElementOptions = {},
): Tag {
  const tag = doc.struct(kind, options);
  parent.add(tag);
  return tag;
}

/** Draws what carries no meaning of its own: rules, grounds, repeated headers, page numbers. */
export function artifact(
  doc: PDFKit.PDFDocument,
  draw: () => void,
  type: 'Layout' | 'Pagination' = 'Layout',
): void {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
}
