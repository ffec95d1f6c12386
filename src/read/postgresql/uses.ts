import type { ColumnRef, RangeVar } from '@pgsql/types';
import type { CodeUse, Vocabulary } from '../code-uses.ts';
import { SqlNames } from '../sql-names-in-text.ts';
import type { SqlPiece } from '../sql-uses.ts';
import { relationName } from './names.ts';
import { among, descendants, nodesOf, textsOf } from './nodes.ts';
import { type ParsedStatement, parsePostgresql } from './parse.ts';

/** What a piece of a query can stand in: as it is, as a condition, an order, a list, joins. */
const FRAMES: readonly (readonly [before: string, after: string])[] = [
  ['', ''],
  ['SELECT 1 FROM ? WHERE (', ')'],
  ['SELECT 1 FROM ? ORDER BY ', ''],
  ['SELECT ', ' FROM ?'],
  ['SELECT 1 FROM ? ', ''],
];

/** How a whole statement begins; a piece of one is not tried as such. */
const STATEMENT =
  /^(?:\s|--.*\n|\/\*[\s\S]*?\*\/|\()*(?:select|with|insert|update|delete|merge|create|alter|drop|refresh|truncate|explain|values|do|set|copy|lock|grant|revoke|begin|comment|analyze|vacuum|reindex|cluster)\b/i;

/** A name that no table has, for a frame whose relation is not known. */
const NO_TABLE = 'migdocs_relation';

/** What PostgreSQL's parser finds in SQL or a piece of it; null where it reads it in no frame. */
export function postgresqlUses(
  { text, tables, selectsAll }: SqlPiece,
  vocabulary: Vocabulary,
): readonly CodeUse[] | null {
  const filled = withoutBinds(text);
  const [only] = tables ?? [];
  const frames = STATEMENT.test(text) ? FRAMES : FRAMES.slice(1);
  for (const [before, after] of frames) {
    const frame = before.replace('?', only ?? NO_TABLE);
    const statements = parsePostgresql(frame + filled + after.replace('?', only ?? NO_TABLE));
    if (statements.length === 0 || statements.some(({ error }) => error !== null)) continue;
    const isWhole = before === '';
    const inText = (at: number) => at >= frame.length && at < frame.length + text.length;
    return statements
      .flatMap((each) =>
        usesOf(
          each,
          { tables: isWhole ? null : tables, selectsAll: selectsAll === true },
          vocabulary,
        ),
      )
      .filter(({ at }) => inText(at))
      .map((use) => ({ ...use, at: use.at - frame.length }));
  }
  return null;
}

/** `?`, `:name`, `%s` and `%{name}` as a number of the same length. */
function withoutBinds(text: string): string {
  return text
    .replace(/(?<![:\w])(?::[a-z_]\w*|%\{\w+\}|%<\w+>[sd]|%[sd])/gi, (bind) =>
      '0'.padEnd(bind.length),
    )
    .replace(/(?<=[\s(=<>,])\?(?=[\s),]|$)/g, '0');
}

function usesOf(
  { node, source }: ParsedStatement,
  {
    tables,
    selectsAll,
  }: { readonly tables: readonly string[] | null; readonly selectsAll: boolean },
  vocabulary: Vocabulary,
): readonly CodeUse[] {
  const names = new SqlNames(tables, vocabulary, 'parsed');
  // Without errors all statements were read at once, and places count from the text's beginning.
  const at = (byte: number | undefined) => source.characterAt(byte ?? 0);
  const all = [...descendants(node)];
  const common = new Set(among(all, 'CommonTableExpr').map(({ ctename }) => ctename ?? ''));
  for (const name of common) names.derived(name);
  for (const { alias } of among(all, 'RangeSubselect')) names.derived(alias?.aliasname ?? '');
  for (const range of rangesOf(all)) noteRange(range, common, names, at);
  for (const column of among(all, 'ColumnRef')) {
    noteColumn(column, names, at);
    if (selectsAll) noteStar(column, names, at);
  }
  for (const { funcname, location } of among(all, 'FuncCall')) {
    names.other(textsOf(funcname).at(-1) ?? '', at(location));
  }
  for (const { typeName } of among(all, 'TypeCast')) {
    names.other(textsOf(typeName?.names).at(-1) ?? '', at(typeName?.location));
  }
  noteTargets(all, names, at);
  return names.uses;
}

/** Relations of FROM, and the one that a statement writes, which stands in a field of its own. */
function rangesOf(all: Objects): readonly RangeVar[] {
  const written = [
    ...among(all, 'InsertStmt'),
    ...among(all, 'UpdateStmt'),
    ...among(all, 'DeleteStmt'),
    ...among(all, 'AlterTableStmt'),
    ...among(all, 'RefreshMatViewStmt'),
  ];
  return [...written.flatMap(({ relation }) => relation ?? []), ...among(all, 'RangeVar')];
}

function noteRange(
  range: RangeVar,
  common: ReadonlySet<string>,
  names: SqlNames,
  at: PlaceOf,
): void {
  const name = relationName(range);
  if (name === NO_TABLE) return;
  if (common.has(name)) names.derived(range.alias?.aliasname ?? name);
  else names.table(name, range.alias?.aliasname ?? null, at(range.location));
}

function noteColumn({ fields, location }: ColumnRef, names: SqlNames, at: PlaceOf): void {
  const words = textsOf(fields);
  const name = words.at(-1);
  if (name !== undefined) names.column(words.at(-2) ?? null, name, at(location));
}

function noteStar({ fields, location }: ColumnRef, names: SqlNames, at: PlaceOf): void {
  if (nodesOf(fields, 'A_Star').length > 0)
    names.star(textsOf(fields).at(-1) ?? null, at(location));
}

/** All objects of a tree. */
type Objects = Parameters<typeof among>[0];

type PlaceOf = (byte: number | undefined) => number;

/** Columns that INSERT lists and UPDATE sets. */
function noteTargets(all: Objects, names: SqlNames, at: PlaceOf): void {
  const written = [
    ...among(all, 'InsertStmt').map(({ cols, relation }) => ({ targets: cols, relation })),
    ...among(all, 'UpdateStmt').map(({ targetList, relation }) => ({
      targets: targetList,
      relation,
    })),
  ];
  for (const { targets, relation } of written) {
    const table = relation ? (relation.alias?.aliasname ?? relationName(relation)) : null;
    for (const { name, location } of nodesOf(targets, 'ResTarget')) {
      names.column(table, name ?? '', at(location));
    }
  }
}
