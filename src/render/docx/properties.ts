import type { IPropertiesOptions } from 'docx';
import type { ReportDocument, ReportIdentity } from '../../report/types.ts';
import { xmlText } from '../ooxml/text.ts';

/** What the file says of itself, so that a copy can be told without opening it. */
export function documentProperties(
  document: ReportDocument,
  identity: ReportIdentity,
): Omit<IPropertiesOptions, 'sections'> {
  const named = {
    project: identity.project,
    changeId: identity.changeId,
    classification: identity.classification,
    documentId: identity.documentId,
    digest: `sha256:${identity.digest}`,
  };
  return {
    title: xmlText(document.title),
    subject: xmlText(identity.title),
    description: xmlText(document.subtitle),
    keywords: `${identity.documentId}, sha256:${identity.digest}`,
    creator: identity.tool,
    lastModifiedBy: identity.tool,
    revision: 1,
    customProperties: Object.entries(named).flatMap(([name, value]) =>
      value === null ? [] : [{ name, value: xmlText(value) }],
    ),
  };
}
