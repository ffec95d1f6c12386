import type { Node, SelectStmt } from '@pgsql/types';
import { quoteTable } from '../../dialect/postgresql/quoting.ts';
import type { Schema } from '../../model/schema.ts';
import { Coercion } from './analyze/coerce.ts';
import type { Environment, Scope } from './analyze/context.ts';
import { readSelect } from './analyze/select.ts';
import { Types } from './analyze/types.ts';
import { parsePostgresql, TOO_DEEP } from './parse.ts';
import type { RelationNames } from './print/names.ts';
import { printOfTable, printView } from './print/query.ts';
import { Spelling } from './print/spelling.ts';
import { Beyond, type OutputColumn, outputOf, type Query, readsColumn } from './query/query.ts';

/** What was worked out; the reason where something is not known for sure. */
type Reading<T> = { readonly value: T } | { readonly reason: string };

export type StoredQuery = Reading<string>;

const NOWHERE: Scope = { parent: null, tables: [], columns: [], commonTables: [] };

/** The queries of a schema's views, as a server of that version understands and prints them. */
export class StoredQueries {
  readonly #schema: Schema;
  readonly #environment: Environment;
  readonly #columns = new Map<string, readonly OutputColumn[] | null>();

  /** @param server - major version of PostgreSQL. */
  constructor(schema: Schema, server: number) {
    this.#schema = schema;
    const types = new Types(schema, server);
    const environment: Environment = {
      types,
      coercion: new Coercion(types),
      server,
      relation: (name) => this.#relation(name),
      select: (statement, scope, options) => readSelect(statement, scope, environment, options),
    };
    this.#environment = environment;
  }

  /**
   * The query as the server prints it, without the closing semicolon.
   *
   * @param relation - what a relation is called when it is printed, given how it is called here.
   */
  stored(
    sql: string,
    relation: (names: RelationNames) => RelationNames = (names) => names,
  ): StoredQuery {
    return withinReach(() => {
      const query = this.#read(sql);
      const names = outputOf(query).map(({ name }) => name);
      if (new Set(names).size < names.length) throw new Beyond('columns of one name');
      if (outputOf(query).some(({ type }) => type === 'record')) throw new Beyond('a bare row');
      const { types, server } = this.#environment;
      const spelling = new Spelling(types, server);
      return printView(query, names, { spelling, relation }).trim().slice(0, -1);
    });
  }

  /**
   * An expression over one table's columns as the server prints it (`pg_get_expr`), such as what an
   * index is made of.
   *
   * @param form - a `predicate` has to be true or false; a `value` can be of any type.
   */
  expression(node: Node, table: string, form: 'predicate' | 'value'): StoredQuery {
    return withinReach(() => {
      const statement = selectOf(`SELECT FROM ${quoteTable(table)}`);
      const targetList: Node[] = [{ ResTarget: { val: node } }];
      const query = this.#select({ ...statement, targetList });
      const [target] = query.targets;
      if (!target) throw new Beyond('an expression of no columns');
      const { types, server, coercion } = this.#environment;
      if (form === 'predicate') target.expression = coercion.boolean(target.expression);
      const spelling = new Spelling(types, server);
      return printOfTable(query, { spelling, relation: (names) => names });
    });
  }

  /** Whether the query certainly reads that column of a relation; null for any of its columns. */
  reads(sql: string, relation: string, column: string | null): boolean {
    const query = withinReach(() => this.#read(sql));
    return 'value' in query && readsColumn(query.value, relation, column);
  }

  #read(sql: string): Query {
    return this.#select(selectOf(sql));
  }

  #select(statement: SelectStmt): Query {
    return this.#environment.select(statement, NOWHERE, { settles: true });
  }

  #relation(name: string): readonly OutputColumn[] | null {
    const known = this.#columns.get(name);
    if (known !== undefined) return known;
    // A view that names itself has no columns.
    this.#columns.set(name, null);
    const columns = this.#tableColumns(name) ?? this.#viewColumns(name);
    this.#columns.set(name, columns);
    return columns;
  }

  #tableColumns(name: string): readonly OutputColumn[] | null {
    const table = this.#schema.tables.find((other) => other.name === name);
    if (!table) return null;
    const { types } = this.#environment;
    return table.columns.map((column) => ({ name: column.name, ...types.ofColumn(column.type) }));
  }

  #viewColumns(name: string): readonly OutputColumn[] | null {
    const view = this.#schema.views.find((other) => other.name === name);
    const columns = view && withinReach(() => outputOf(this.#read(view.definition)));
    return columns && 'value' in columns ? columns.value : null;
  }
}

/** Whether two prints differ in nothing but how their lines are indented. */
export function isPrintedAlike(one: string, other: string): boolean {
  const lines = (text: string): string => text.trim().replace(/\n[ \t]+/g, '\n');
  return lines(one) === lines(other);
}

function selectOf(sql: string): SelectStmt {
  const [only, ...others] = parsePostgresql(sql);
  if (!only || others.length > 0) throw new Beyond('it is not one query');
  if (only.node === null || !('SelectStmt' in only.node))
    throw new Beyond(only.error ?? 'it is no query');
  return only.node.SelectStmt;
}

function withinReach<T>(read: () => T): Reading<T> {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof Beyond) return { reason: error.message };
    if (error instanceof RangeError) return { reason: TOO_DEEP };
    throw error;
  }
}
