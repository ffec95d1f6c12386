import { Document, Packer } from 'docx';
import type { ReportDocument, ReportIdentity } from '../../report/types.ts';
import { normaliseOfficeFile } from '../ooxml/normalise.ts';
import { drawPictures } from './diagram/picture.ts';
import { NUMBERING } from './numbering.ts';
import { documentProperties } from './properties.ts';
import { documentSections } from './sections.ts';
import { STYLES } from './styles.ts';

/**
 * A document as DOCX: A4, its contents filled in and linked, its form fields as content controls that are found
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
    // A file that asks to update its fields when it is opened looks damaged to those who are to sign it.
    features: { updateFields: false },
    sections: documentSections(document, identity, pictures),
  });
  return normaliseOfficeFile(await Packer.toBuffer(file), identity.date);
}
