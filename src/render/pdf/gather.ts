/** The bytes of a document, gathered as it is written. */
export interface Gathered {
  /**
   * Ends the document.
   *
   * @returns the file's bytes.
   * @throws {Error} when something that was begun was never ended, such as an element outside the structure.
   */
  finish(): Uint8Array;
}

/** Text is kept as a string until it is this long, in characters. */
const CHUNK = 1 << 14;

/**
 * Takes over how a document writes: pdfkit makes an array of bytes of every operator and of every
 * line of the file, which are half a million arrays for two hundred pages. Here a page's operators
 * and the file's lines are strings until there are enough of them.
 *
 * Every character stands for one byte, as pdfkit has it.
 */
export function gatherWrites(doc: PDFKit.PDFDocument): Gathered {
  const pages = gatherPages(doc);
  const file = gatherFile(doc);
  return {
    finish() {
      pages();
      doc.end();
      return file();
    },
  };
}

/** What is called before the document ends, for the operators that no page has got yet. */
function gatherPages(doc: PDFKit.PDFDocument): () => void {
  const pages = new Map<PDFKit.PDFPage, string>();
  doc.addContent = (operator: string) => {
    const { page } = doc;
    const text = `${pages.get(page) ?? ''}${operator}\n`;
    if (text.length > CHUNK) page.write(Buffer.from(text, 'latin1'));
    pages.set(page, text.length > CHUNK ? '' : text);
    return doc;
  };
  return () => {
    for (const [page, text] of pages) page.write(Buffer.from(text, 'latin1'));
  };
}

/** What is called for the bytes of the file, after the document has ended. */
function gatherFile(doc: PDFKit.PDFDocument): () => Uint8Array {
  // The first lines are in the stream already: the constructor wrote them.
  const chunks: Uint8Array[] = [Buffer.from(doc.read())];
  let text = '';
  const flush = () => {
    chunks.push(Buffer.from(text, 'latin1'));
    text = '';
  };
  doc._write = (data) => {
    if (typeof data === 'string') {
      text += `${data}\n`;
      doc._offset += data.length + 1;
      if (text.length > CHUNK) flush();
    } else {
      flush();
      chunks.push(data);
      doc._offset += data.length;
    }
  };
  return () => {
    if (!text.endsWith('%%EOF\n')) throw new Error('A part of the PDF document was never ended.');
    flush();
    return new Uint8Array(Buffer.concat(chunks));
  };
}
