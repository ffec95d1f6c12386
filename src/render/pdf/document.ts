import PDFDocument from 'pdfkit';
import type { ReportDocument, ReportIdentity } from '../../report/types.ts';
import { type Gathered, gatherWrites } from './gather.ts';
import { fontPath } from './text/fonts.ts';

/** A file that travels inside the PDF. */
export interface Attachment {
  readonly name: string;
  /** Media type, such as `application/json`. */
  readonly type: string;
  readonly data: string;
}

/** A document that is being drawn. */
interface OpenDocument {
  readonly doc: PDFKit.PDFDocument;
  readonly file: Gathered;
}

/** What a document without a date says it was made on: a PDF cannot do without a date. */
const NO_DATE = '2000-01-01';

/**
 * Starts a tagged document with fixed metadata: its only dates are the report's, at 00:00 UTC, and
 * 2000-01-01 when the report has none. pdfkit makes the file's id from this metadata, so the input
 * digest is part of it.
 *
 * PDF/A-2a allows no attachments but PDF/A files; a document with attachments is PDF/A-3a.
 */
export function openDocument(
  document: ReportDocument,
  identity: ReportIdentity,
  hasAttachments: boolean,
): OpenDocument {
  const date = dateOf(identity);
  const doc = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    font: fontPath('text'),
    pdfVersion: '1.7',
    subset: hasAttachments ? 'PDF/A-3a' : 'PDF/A-2a',
    tagged: true,
    lang: 'en',
    displayTitle: true,
    info: {
      Title: document.title,
      Subject: document.subtitle,
      Author: identity.project,
      Creator: identity.tool,
      Producer: identity.tool,
      Keywords: `${identity.documentId} sha256:${identity.digest}`,
      CreationDate: date,
      ModDate: date,
    },
  });
  const file = gatherWrites(doc);
  // pdfkit has one subset a document; PDF/UA is a second claim in the metadata.
  doc.appendXML(
    '<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about=""><pdfuaid:part>1</pdfuaid:part></rdf:Description>',
  );
  return { doc, file };
}

/** Embeds files as the data behind the document. */
export function attach(
  doc: PDFKit.PDFDocument,
  identity: ReportIdentity,
  attachments: readonly Attachment[],
): void {
  const date = dateOf(identity);
  for (const { name, type, data } of attachments) {
    doc.file(Buffer.from(data, 'utf8'), {
      name,
      type,
      creationDate: date,
      modifiedDate: date,
      relationship: 'Data',
    });
  }
}

function dateOf(identity: ReportIdentity): Date {
  return new Date(`${identity.date ?? NO_DATE}T00:00:00Z`);
}
