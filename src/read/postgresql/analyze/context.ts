import type { Node, SelectStmt } from '@pgsql/types';
import type { Expression } from '../query/expression.ts';
import type { CommonTable, OutputColumn, Query, Source } from '../query/query.ts';
import type { Coercion } from './coerce.ts';
import type { Types } from './types.ts';

/** What holds for the whole query: the schema's types and relations, and how SELECTs are read. */
export interface Environment {
  readonly types: Types;
  readonly coercion: Coercion;
  /** Major version of the server. */
  readonly server: number;
  /** A table's or view's columns; null for what is not there or whose columns are not known. */
  readonly relation: (name: string) => readonly OutputColumn[] | null;
  readonly select: (statement: SelectStmt, scope: Scope, options: SelectOptions) => Query;
}

export interface SelectOptions {
  /** False for a branch of a UNION, whose bare strings find their type by the other branches. */
  readonly settles: boolean;
}

/** What names can mean at one level of a query. */
export interface Scope {
  readonly parent: Scope | null;
  readonly tables: readonly NamedTable[];
  /** In the order of `*`; merged columns of USING first. */
  readonly columns: readonly NamedColumn[];
  /** Nearest first; those of the levels above among them. */
  readonly commonTables: readonly CommonTable[];
}

export interface NamedTable {
  readonly name: string;
  readonly source: Source;
}

export interface NamedColumn {
  readonly name: string;
  readonly expression: Expression;
}

export interface Context {
  readonly environment: Environment;
  readonly scope: Scope;
  /** Reads an expression at this place. */
  readonly expression: (node: Node) => Expression;
}
