import type { ColumnRef, CreateFunctionStmt, Node, ResTarget } from '@pgsql/types';
import type { ReadSqlUses, SqlUses, StoredSqlForm, UsedColumn } from '../../model/sql-uses.ts';
import { nameOfList, qualified } from './names.ts';
import { allOf, descendants, nodeOf, nodesOf, textsOf } from './nodes.ts';
import { parsePostgresql } from './parse.ts';
import { plpgsqlTexts, type RoutineText } from './routine-texts.ts';

const WRAP: { readonly [F in StoredSqlForm]: (sql: string) => string } = {
  statement: (sql) => sql,
  query: (sql) => sql,
  expressions: (sql) => `SELECT ${sql}`,
  exclusion: (sql) => `ALTER TABLE t ADD EXCLUDE USING gist (${sql})`,
};

/** The table that an exclusion constraint is wrapped into. */
const WRAPPER = 't';

/**
 * Reads what SQL of a schema names; each text once. Bodies of functions are read in SQL and in
 * PL/pgSQL, of other languages they are not.
 *
 * @throws {ParserNotLoaded} before `loadPostgresqlParser` is through.
 */
export function storedUsesReader(): ReadSqlUses {
  const known = new Map<string, SqlUses | null>();
  return (sql, form) => {
    const key = `${form} ${sql}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const read = usesOf(sql, form);
    known.set(key, read);
    return read;
  };
}

function usesOf(sql: string, form: StoredSqlForm): SqlUses | null {
  const names = new Names();
  if (!names.read(WRAP[form](sql))) return null;
  return form === 'exclusion' ? names.uses(WRAPPER) : names.uses(null);
}

/** Collects what statements name. */
class Names {
  readonly #relations = new Set<string>();
  readonly #columns = new Map<string, UsedColumn>();
  readonly #rowColumns = new Set<string>();
  readonly #whole = new Set<string>();
  readonly #functions = new Set<string>();
  readonly #types = new Set<string>();
  #complete = true;

  /** False where PostgreSQL refuses it, or a function is in a language that is not read. */
  read(sql: string): boolean {
    const statements = parsePostgresql(sql);
    if (statements.length === 0) return false;
    return statements.every(({ node, text }) => node !== null && this.#statement(node, text));
  }

  uses(besides: string | null): SqlUses {
    return {
      relations: [...this.#relations].filter((name) => name !== besides),
      columns: [...this.#columns.values()],
      rowColumns: [...this.#rowColumns],
      whole: [...this.#whole],
      functions: [...this.#functions],
      types: [...this.#types],
      complete: this.#complete,
    };
  }

  #statement(node: Node, text: string): boolean {
    const scope = scopeOf(node);
    for (const name of scope.relations) this.#relations.add(name);
    for (const column of allOf(node, 'ColumnRef')) this.#columnRef(column, scope);
    for (const { name } of allOf(node, 'IndexElem')) if (name) this.#column(null, name);
    for (const { funcname } of allOf(node, 'FuncCall')) this.#functions.add(nameOfList(funcname));
    for (const type of typesOf(node)) this.#types.add(type);
    this.#targets(node, scope);
    const trigger = nodeOf(node, 'CreateTrigStmt');
    if (trigger) {
      this.#functions.add(nameOfList(trigger.funcname));
      for (const name of textsOf(trigger.columns)) this.#rowColumns.add(name);
    }
    const routine = nodeOf(node, 'CreateFunctionStmt');
    return routine === null || this.#routine(routine, text);
  }

  #columnRef({ fields }: ColumnRef, scope: Scope): void {
    const words = textsOf(fields);
    if (nodesOf(fields, 'A_Star').length > 0) this.#star(words.at(-1), scope);
    else this.#reference(words.at(-2), words.at(-1) ?? '', scope);
  }

  #star(qualifier: string | undefined, { aliases, relations }: Scope): void {
    const own = qualifier === undefined ? relations : [aliases.get(qualifier) ?? null];
    for (const relation of own) if (relation !== null) this.#whole.add(relation);
  }

  #reference(qualifier: string | undefined, name: string, { aliases, relations }: Scope): void {
    if (qualifier === undefined) {
      this.#column(relations.length === 1 ? (relations[0] ?? null) : null, name);
    } else if (/^(?:new|old)$/.test(qualifier)) {
      this.#rowColumns.add(name);
    } else {
      const relation = aliases.get(qualifier);
      // What has the name of a subquery or of a variable is no column of a table.
      if (typeof relation === 'string') this.#column(relation, name);
    }
  }

  #column(relation: string | null, name: string): void {
    this.#columns.set(`${relation ?? ''} ${name}`, { relation, name });
  }

  /** Columns that INSERT lists and UPDATE sets. */
  #targets(node: Node, { aliases }: Scope): void {
    const note = (target: ResTarget, table: string | undefined) => {
      const relation = table === undefined ? null : (aliases.get(table) ?? null);
      if (target.name) this.#column(relation, target.name);
    };
    for (const { cols, relation } of allOf(node, 'InsertStmt')) {
      for (const target of nodesOf(cols, 'ResTarget')) note(target, relation?.relname);
    }
    for (const { targetList, relation } of allOf(node, 'UpdateStmt')) {
      for (const target of nodesOf(targetList, 'ResTarget')) note(target, relation?.relname);
    }
  }

  /** A body in SQL that is no string was read with the statement. */
  #routine({ options, sql_body: own }: CreateFunctionStmt, text: string): boolean {
    const given = nodesOf(options, 'DefElem');
    const option = (name: string) => given.find(({ defname }) => defname === name)?.arg;
    const language = (nodeOf(option('language'), 'String')?.sval ?? 'sql').toLowerCase();
    if (own) return true;
    if (language === 'sql') {
      const [body] = textsOf(nodeOf(option('as'), 'List')?.items);
      return body === undefined || body.trim() === '' || this.read(body);
    }
    return language === 'plpgsql' && this.#plpgsql(plpgsqlTexts(text));
  }

  #plpgsql(body: RoutineText | null): boolean {
    if (body === null) return false;
    if (body.dynamic) this.#complete = false;
    for (const name of body.rowColumns) this.#rowColumns.add(name);
    for (const { relation, column } of body.declared) {
      if (column === null) this.#relations.add(relation);
      else this.#declared(relation, column);
    }
    // What is not read leaves the rest as it is, but nothing can be said to be missing.
    for (const sql of body.statements) if (!this.read(sql)) this.#complete = false;
    return true;
  }

  #declared(relation: string, column: string): void {
    this.#relations.add(relation);
    this.#column(relation, column);
  }
}

interface Scope {
  /** Tables and views, without common tables. */
  readonly relations: readonly string[];
  /** Relations by their aliases and own names; null for a common table or a subquery. */
  readonly aliases: ReadonlyMap<string, string | null>;
}

function scopeOf(node: Node): Scope {
  const common = new Set(allOf(node, 'CommonTableExpr').map(({ ctename }) => ctename ?? ''));
  const aliases = new Map<string, string | null>();
  const relations = new Set<string>();
  for (const object of descendants(node)) {
    const { relname, schemaname, alias } = object;
    if (typeof relname !== 'string') continue;
    const name = qualified(typeof schemaname === 'string' ? schemaname : null, relname);
    const derived = common.has(name);
    if (!derived) relations.add(name);
    aliases.set(aliasOf(alias) ?? relname, derived ? null : name);
  }
  return { relations: [...relations], aliases };
}

function aliasOf(alias: unknown): string | null {
  if (typeof alias !== 'object' || alias === null || !('aliasname' in alias)) return null;
  return typeof alias.aliasname === 'string' ? alias.aliasname : null;
}

/** Types stand in nodes of their own, and in fields of others. */
function typesOf(node: Node): readonly string[] {
  return [...descendants(node)].flatMap(({ names, typemod }) =>
    // `descendants` walks vendor data: what has names and a modifier is a TypeName.
    Array.isArray(names) && typemod !== undefined ? [nameOfList(names as readonly Node[])] : [],
  );
}
