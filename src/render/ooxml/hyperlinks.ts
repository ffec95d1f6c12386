import type { OfficeParts } from './package.ts';
import { ownerOf } from './relationships.ts';

/**
 * Makes links inside a workbook point by `location` alone.
 *
 * exceljs 4.4 writes them as external relationships whose target is `#'Sheet'!A1`, which Excel takes
 * for a link to another file of the folder that the workbook is in.
 */
export function localiseHyperlinks(parts: OfficeParts): void {
  for (const [path, content] of parts) {
    const owner = ownerOf(path);
    if (!owner?.startsWith('xl/worksheets/') || typeof content !== 'string') continue;
    const sheet = parts.get(owner);
    if (typeof sheet !== 'string') continue;
    const locations = new Map<string, string>();
    const kept = content.replace(/<Relationship\b[^>]*\/>/g, (relationship) => {
      const target = /\bTarget="#([^"]*)"/.exec(relationship)?.[1];
      const id = /\bId="([^"]*)"/.exec(relationship)?.[1];
      if (target === undefined || id === undefined) return relationship;
      locations.set(id, target);
      return '';
    });
    parts.set(path, kept);
    parts.set(owner, relink(sheet, locations));
  }
}

function relink(sheet: string, locations: ReadonlyMap<string, string>): string {
  return sheet.replace(/<hyperlink\b[^>]*\/>/g, (element) => {
    const location = locations.get(/\br:id="([^"]*)"/.exec(element)?.[1] ?? '');
    const ref = /\bref="([^"]*)"/.exec(element)?.[1];
    return location === undefined || ref === undefined
      ? element
      : `<hyperlink ref="${ref}" location="${location}"/>`;
  });
}
