import type { OfficeParts } from './package.ts';

/** The moment that a document without a date carries. Any fixed one does; zip knows no earlier. */
const UNDATED = '1980-01-01';

/** Midnight UTC of `date` (`YYYY-MM-DD`), or of a fixed day when it is null. */
export function documentDate(date: string | null): Date {
  return new Date(`${date ?? UNDATED}T00:00:00Z`);
}

/** Sets when the file says it was created and modified: the libraries put the clock there. */
export function setDates(parts: OfficeParts, date: Date): void {
  const core = parts.get('docProps/core.xml');
  if (typeof core !== 'string') return;
  const stamp = `${date.toISOString().slice(0, 19)}Z`;
  parts.set(
    'docProps/core.xml',
    core.replace(
      /(<dcterms:(created|modified)\b[^>]*>)[^<]*(<\/)/g,
      (_, open: string, _name: string, close: string) => `${open}${stamp}${close}`,
    ),
  );
}
