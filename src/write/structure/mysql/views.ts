import { isDeepStrictEqual } from 'node:util';
import { quoteIdentifier } from '../../../dialect/mysql/quoting.ts';
import type { View } from '../../../model/schema.ts';
import { type DumpedObject, type DumpInput, withStatement } from './dumped-object.ts';
import { placeholderSection, viewSection, withClient } from './section-text.ts';
import { columnsOfQuery } from './view-columns.ts';

/** The views at the end of the dump. */
export function views(input: DumpInput): readonly DumpedObject[] {
  const { file, layout } = input;
  return sorted(input).map(({ view, unchanged }) => ({
    kind: 'view',
    name: view.name,
    table: null,
    unchanged,
    section: () => viewSection(view, layout),
    edited: (section) => {
      const statement = file.text.slice(section.created.start, section.created.end);
      return withClient(withStatement(file, section, withQuery(statement, view)), layout);
    },
  }));
}

/** What stands in for them among the tables. */
export function placeholders(input: DumpInput): readonly DumpedObject[] {
  const { sections, layout } = input;
  // A dump without them is none of a dump tool, and gets no new ones.
  const isDump = sections.every(({ kind }) => kind !== 'view') || sections.some(isPlaceholder);
  if (!isDump) return [];
  return sorted(input).flatMap(({ view, unchanged }): readonly DumpedObject[] => {
    const columns = columnsOfQuery(view.definition);
    if (columns.length === 0) return [];
    const section = (): string => placeholderSection(view.name, columns, layout);
    return [
      { kind: 'placeholder', name: view.name, table: null, unchanged, section, edited: section },
    ];
  });
}

function isPlaceholder({ kind }: { readonly kind: string }): boolean {
  return kind === 'placeholder';
}

function sorted({ file, after, compareNames }: DumpInput) {
  const before = new Map(file.schema.views.map((view) => [view.name, view]));
  return after.views
    .map((view) => ({ view, unchanged: isDeepStrictEqual(before.get(view.name), view) }))
    .toSorted((left, right) => compareNames(left.view.name, right.view.name));
}

/** The statement with another query; its definer and its form stay. */
function withQuery(statement: string, { name, definition }: View): string {
  const head = `VIEW ${quoteIdentifier(name)} AS `;
  const at = statement.indexOf(head);
  const close = / ?\*\/$/.exec(statement)?.[0] ?? '';
  if (at < 0) return statement;
  return `${statement.slice(0, at)}${head}${definition}${close}`;
}
