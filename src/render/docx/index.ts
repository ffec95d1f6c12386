import { Document, Packer } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import type { ReportDocument, ReportIdentity } from '../../report/types.ts';
import { normaliseOfficeFile } from '../ooxml/normalise.ts';
import { drawPictures } from './diagram/picture.ts';
import { measureWidth } from './measure.ts';
import { NUMBERING } from './numbering.ts';
import { documentProperties } from './properties.ts';
import { documentSections } from './sections.ts';
import { STYLES } from './styles.ts';

/**
 * A document as DOCX: A4, its contents filled in, its form fields as content controls that are found
 * again by their tag. Equal documents give equal bytes.
 */
export async function renderDocx(
  document: ReportDocument,
  identity: ReportIdentity,
): Promise<Uint8Array> {
  const pictures = await drawPictures(document);
  const file = new Document({
    ...documentProperties(document, identity),
    styles: STYLES,
    numbering: NUMBERING,
    // The contents carry page numbers from the start: a file that asks to update its fields when it
    // is opened looks damaged to the people who are to sign it.
    pageNumbers: estimatePageNumbersWith({ guess: true, measureWidth }),
    features: { updateFields: false },
    sections: documentSections(document, identity, pictures),
  });
  return normaliseOfficeFile(await Packer.toBuffer(file), identity.date);
}
