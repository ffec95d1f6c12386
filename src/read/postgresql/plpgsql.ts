import { parsePlpgsql } from './parse.ts';

/** The SQL of a block of PL/pgSQL that only runs statements one after the other. */
export interface PlainBlock {
  readonly statements: readonly string[];
  /** True when the block goes on where a name is taken already. */
  readonly skipsDuplicates: boolean;
}

/** Conditions that say that the object is there already. */
const DUPLICATES =
  /^(?:duplicate_(?:object|table|column|schema|function|alias|database)|others|42(?:710|P07|701))$/i;

/** The block of a DO statement; null when it decides, repeats or computes, or cannot be read. */
export function plainBlock(statement: string): PlainBlock | null {
  const actions = [...find(parsePlpgsql(statement), 'action')];
  const [outer] = actions.flatMap((action) => fields(action, 'PLpgSQL_stmt_block'));
  return outer ? blockOf(outer) : null;
}

function blockOf(block: Fields): PlainBlock | null {
  let skipsDuplicates = skips(block);
  if (skipsDuplicates === null) return null;
  const statements: string[] = [];
  for (const statement of list(block['body'])) {
    if (fields(statement, 'PLpgSQL_stmt_return').length > 0) continue;
    const [inner] = fields(statement, 'PLpgSQL_stmt_block');
    const nested = inner ? blockOf(inner) : null;
    const sql = nested === null ? plainSql(statement) : null;
    if (nested === null && sql === null) return null;
    statements.push(...(nested?.statements ?? []), ...(sql === null ? [] : [sql]));
    skipsDuplicates ||= nested?.skipsDuplicates ?? false;
  }
  return { statements, skipsDuplicates };
}

/** The text of a statement that runs as it is written; null for all that compute or decide. */
function plainSql(statement: unknown): string | null {
  const [run] = fields(statement, 'PLpgSQL_stmt_execsql');
  if (!run || run['into'] === true) return null;
  const [expression] = fields(run['sqlstmt'], 'PLpgSQL_expr');
  const query = expression?.['query'];
  return typeof query === 'string' ? query : null;
}

/** False without an EXCEPTION clause; null for one that does something of its own. */
function skips(block: Fields): boolean | null {
  const handlers = fields(block['exceptions'], 'PLpgSQL_exception_block').flatMap((exceptions) =>
    list(exceptions['exc_list']).flatMap((handler) => fields(handler, 'PLpgSQL_exception')),
  );
  if (handlers.length === 0) return false;
  const conditions = handlers.flatMap((handler) => [...find(handler['conditions'], 'condname')]);
  const known = conditions.every((name) => typeof name === 'string' && DUPLICATES.test(name));
  const quiet = handlers.every((handler) => list(handler['action']).every(isNotice));
  return known && quiet ? true : null;
}

/** RAISE NOTICE and the like, which only tell. */
function isNotice(statement: unknown): boolean {
  const ERROR = 21;
  return fields(statement, 'PLpgSQL_stmt_raise').some(
    ({ elog_level: level }) => typeof level === 'number' && level < ERROR,
  );
}

type Fields = { readonly [field: string]: unknown };

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The fields of a node of that kind; none when it is of another kind. */
function fields(node: unknown, kind: string): readonly Fields[] {
  const inner = isFields(node) ? node[kind] : undefined;
  return isFields(inner) ? [inner] : [];
}

/** The values of a field, wherever it stands below a node. */
function* find(node: unknown, field: string): Generator<unknown> {
  if (Array.isArray(node)) {
    for (const item of node) yield* find(item, field);
  } else if (isFields(node)) {
    for (const [name, value] of Object.entries(node)) {
      if (name === field) yield value;
      else yield* find(value, field);
    }
  }
}
