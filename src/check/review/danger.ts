import type { Hazard } from '../../model/hazard.ts';

/** What a finding is about, a clause: `rows are deleted (data-delete)`. Words of SQL keep their capitals. */
export function dangerClause({ title, rule }: Hazard): string {
  const isWord = /^[A-Z][a-z]/.test(title);
  return `${isWord ? title.charAt(0).toLowerCase() + title.slice(1) : title} (${rule})`;
}
