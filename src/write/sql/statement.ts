import type { Dialect } from '../../dialect/dialect.ts';
import { dialectFor } from '../../dialect/index.ts';
import type { Engine } from '../../model/engine.ts';
import { InputError } from '../../model/errors.ts';
import { findTable, type Schema, type Table } from '../../model/schema.ts';

/** One value an engine: what is spelt differently by each. */
export type ByEngine<T> = { readonly [E in Engine]: T };

/** The text with its closing semicolon, which it may or may not have already. */
export function statement(text: string): string {
  return `${text.trim().replace(/[;\s]+$/, '')};`;
}

/** Quoted names, separated by commas. */
export function nameList(names: readonly string[], dialect: Dialect): string {
  return names.map((name) => dialect.quoteIdentifier(name)).join(', ');
}

/** The spelling rules of the schema's engine. */
export function dialectOf(schema: Schema): Dialect {
  return dialectFor(schema.engine);
}

/** @throws {InputError} when the schema has no such table, so the operation does not apply to it. */
export function tableOf(schema: Schema, name: string): Table {
  const table = findTable(schema, name);
  if (table) return table;
  throw new InputError(`There is no table ${name} at this point of the migration.`);
}

/** The namespace of a `schema.name`, with its dot; empty for a name in the default schema. */
export function namespacePrefix(name: string): string {
  const dot = name.indexOf('.');
  return dot < 0 ? '' : name.slice(0, dot + 1);
}

/** The last part of a `schema.name`. */
export function baseName(name: string): string {
  return name.slice(name.indexOf('.') + 1);
}

/** Every line of the text as an SQL comment, headed by what it is. */
export function sqlComment(heading: string, text: string): string {
  const lines = text.trim().split('\n');
  if (lines.length === 1) return `-- ${heading}: ${lines[0] ?? ''}`;
  return [`-- ${heading}:`, ...lines.map((line) => `--   ${line}`.trimEnd())].join('\n');
}
