import type {
  DatabaseFunction,
  Extension,
  Trigger,
  View,
  VirtualTable,
} from '../../../model/schema.ts';
import { compareText } from './column-order.ts';
import type { SchemaForm } from './form.ts';
import { addIndexLine } from './index-line.ts';
import { rubyString, rubyStrings, rubySymbol } from './inspect.ts';

/** `  create_schema "billing"` with its line break, as Rails 7.1 and newer write it. */
export function namespaceLine(name: string): string {
  return `  create_schema ${rubyString(name)}\n`;
}

export function extensionLine(extension: Extension, form: SchemaForm): string {
  return `  enable_extension ${rubyString(dumpedExtensionName(extension.name, form))}\n`;
}

/** Since Rails 8.0 an extension outside of the default schema is named with its schema, which plpgsql always is. */
export function dumpedExtensionName(name: string, { namesCatalog }: SchemaForm): string {
  const bare = name.replace(/^pg_catalog\./, '');
  if (bare !== 'plpgsql') return name;
  return namesCatalog ? `pg_catalog.${bare}` : bare;
}

export function virtualTableLine({ name, module, arguments: list }: VirtualTable): string {
  return `  create_virtual_table ${rubyString(name)}, ${rubyString(module)}, ${rubyStrings(list)}\n`;
}

/** A view as scenic writes it: the query is indented, and the indexes of a materialized one after it. */
export function viewText(view: View, form: SchemaForm): string {
  const materialized = view.materialized ? ' materialized: true,' : '';
  const spaces = form.viewSpaces;
  // PostgreSQL ends a view's query with a semicolon, MySQL and SQLite do not.
  const end = form.dialect.engine === 'postgresql' ? ';' : '';
  const query = indented(`${view.definition.trim()}${end}`, 2).trimStart();
  const head = `  create_view ${rubyString(view.name)},${materialized}${spaces.head}sql_definition: <<-SQL\n`;
  const indexes = view.indexes
    .map((index) => addIndexLine(view.name, index, form))
    .toSorted(compareText);
  const tail = indexes.length === 0 ? '' : `${indexes.join('')}\n`;
  return `${head}${spaces.query}${query.replaceAll('\\', '\\\\')}\n  SQL\n${tail}`;
}

/** A function as fx writes it. */
export function functionText({ name, definition }: DatabaseFunction, form: SchemaForm): string {
  const head = `  create_function ${rubySymbol(name)}, sql_definition: ${form.functionHeredoc}\n`;
  return `${head}${indented(definition.trimEnd(), 6)}\n  SQL\n`;
}

/** A trigger as fx writes it. */
export function triggerText({ name, definition }: Trigger, form: SchemaForm): string {
  return `  create_trigger ${rubySymbol(name)}, sql_definition: ${form.triggerHeredoc}\n      ${definition.trim()}\n  SQL\n`;
}

/** Indents lines that are not blank, as Active Support's `indent` does. */
function indented(text: string, spaces: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(spaces));
}
