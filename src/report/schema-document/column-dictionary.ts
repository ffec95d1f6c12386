import { code, column, joined, link, muted, paragraph, row, section, table } from '../blocks.ts';
import { type ReportContext, tableLink } from '../context.ts';
import type { Inline, ReportSection, TableRow } from '../types.ts';

/** A column's name, and in which tables it is of which type. */
interface Entry {
  readonly name: string;
  /** Tables by type, the type of most tables first. */
  readonly types: readonly { readonly type: string; readonly tables: readonly string[] }[];
}

/**
 * Names that several tables use, A to Z, with their types: the same name should mean the same
 * everywhere, and a join of two types can miss an index. A name in one table only stands there.
 */
export function columnDictionary(context: ReportContext): ReportSection {
  return section({
    anchor: 'column-dictionary',
    title: 'Column dictionary',
    blocks: [
      paragraph(
        'Names of columns that more than one table uses after the change, with their types. A name of several types is marked.',
      ),
      table(
        [column('Column', 3), column('Type', 3), column('Tables', 8)],
        entriesOf(context).flatMap((entry) => rowsOf(context, entry)),
        { whenEmpty: 'No two tables use the same name.' },
      ),
    ],
  });
}

function rowsOf(context: ReportContext, { name, types }: Entry): readonly TableRow[] {
  return types.map(({ type, tables }, at) => {
    const flag = types.length > 1 ? [muted(' (several types)')] : [];
    return row([at === 0 ? [code(name), ...flag] : '', code(type), tableLinks(context, tables)]);
  });
}

/** More tables than this are counted. */
const TABLES_NAMED = 8;

function tableLinks(context: ReportContext, tables: readonly string[]): readonly Inline[] {
  const links = tables.slice(0, TABLES_NAMED).map((name) => link(name, tableLink(context, name)));
  const more = tables.length - links.length;
  return [...joined(links), ...(more === 0 ? [] : [muted(` and ${more} more`)])];
}

function entriesOf({ proposal }: ReportContext): readonly Entry[] {
  const uses = new Map<string, Map<string, string[]>>();
  for (const { name: owner, columns } of proposal.after.tables) {
    for (const { name, type } of columns) {
      const types = uses.get(name) ?? new Map<string, string[]>();
      types.set(type, [...(types.get(type) ?? []), owner]);
      uses.set(name, types);
    }
  }
  return [...uses]
    .map(([name, types]) => ({ name, types: byFrequency(types) }))
    .filter(({ types }) => types.reduce((sum, { tables }) => sum + tables.length, 0) > 1)
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

function byFrequency(types: ReadonlyMap<string, readonly string[]>): Entry['types'] {
  return [...types]
    .map(([type, tables]) => ({ type, tables }))
    .sort(
      (left, right) =>
        right.tables.length - left.tables.length || (left.type < right.type ? -1 : 1),
    );
}
