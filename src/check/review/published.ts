import type { RuleContext } from '../context.ts';
import { namesAll } from '../dependencies/naming.ts';

/** What makes a table known outside of its database; null when nothing is known to. */
export function publishedAs(
  { before, project, engine }: RuleContext,
  table: string,
): string | null {
  const publication = before.objects?.find(
    ({ type, definition }) =>
      type === 'publication' &&
      (/\bFOR\s+ALL\s+TABLES\b/i.test(definition) || namesAll(definition, [table], engine)),
  );
  if (publication) return `the publication ${publication.name}`;
  const external = project.references.find(
    ({ kind, object }) => kind === 'external' && object.type === 'table' && object.name === table,
  );
  return external?.text ?? null;
}
