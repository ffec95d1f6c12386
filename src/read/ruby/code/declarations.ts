import type { CallNode } from '@ruby/prism/src/nodes.js';
import { LambdaNode, SelfNode, TrueNode } from '@ruby/prism/src/nodes.js';
import { own } from '../../../model/own.ts';
import type { CodeUse } from '../../code-uses.ts';
import { COLUMNS_OF_DECLARATIONS } from './gem-columns.ts';
import { argumentsOf, optionOf, wordOf, wordsOf } from './literals.ts';
import { ASSOCIATION_METHODS, declarationKind } from './methods.ts';
import type { Reading, Scope } from './scope.ts';
import { type Meaning, readWords, type Visit } from './words.ts';

/** Settings of a model that list columns which it is to overlook, as the first phase of a drop. */
const IGNORED = /^(?:ignored_columns=|ignore_columns?)$/;

/** What a call right in the body of a model declares. */
export function readDeclaration(
  call: CallNode,
  scope: Scope,
  reading: Reading,
  visit: Visit,
): void {
  const tables = scope.self?.tables ?? [];
  if (ASSOCIATION_METHODS.has(call.name)) {
    readAssociation(call, scope, reading, visit);
    return;
  }
  const implied = own(COLUMNS_OF_DECLARATIONS, call.name);
  const words = argumentsOf(call).flatMap((each) => wordOf(each) ?? []);
  for (const column of implied?.(words) ?? []) {
    note({ names: 'column', name: column, tables, kind: 'declaration' }, call, reading);
  }
  const meaning: Meaning = {
    tables,
    kind: declarationKind(call.name),
    certainty: 'declared',
    values: 'columns',
    sql: false,
  };
  for (const each of argumentsOf(call)) readWords(each, meaning, scope, reading, visit);
}

/** Whether the call sets what the model overlooks; its columns are noted then. */
export function readIgnoredColumns(call: CallNode, scope: Scope, reading: Reading): boolean {
  if (!IGNORED.test(call.name) || scope.self === null) return false;
  noteIgnored(call, wordsOf(argumentsOf(call)[0]), scope, reading);
  return true;
}

/** Notes columns that a model overlooks from now on. */
export function noteIgnored(
  call: { readonly location: CallNode['location'] },
  columns: readonly string[],
  scope: Scope,
  reading: Reading,
): void {
  const tables = scope.self?.tables ?? [];
  for (const name of columns) {
    note({ names: 'column', name, tables, kind: 'ignoredColumn' }, call, reading);
  }
}

export function note(
  use: Pick<CodeUse, 'names' | 'name' | 'tables' | 'kind'>,
  node: { readonly location: CallNode['location'] },
  reading: Reading,
): void {
  const { columns, tables } = reading.vocabulary;
  if (!(use.names === 'column' ? columns : tables).has(use.name)) return;
  const { startOffset, length } = node.location;
  const at = reading.source.indexOf(startOffset);
  const end = reading.source.indexOf(startOffset + length);
  const isList = use.kind === 'ignoredColumn';
  reading.uses.push({ ...use, certainty: 'declared', at, ...(isList ? { end } : {}) });
}

/** An association names a table by its model, and columns by what Rails makes of its name. */
function readAssociation(call: CallNode, scope: Scope, reading: Reading, visit: Visit): void {
  const [first, ...rest] = argumentsOf(call);
  const name = wordOf(first);
  if (name === null) return;
  const owners = scope.self?.tables ?? [];
  const targets = reading.models.associated(owners, name) ?? [];
  for (const table of targets) {
    note({ names: 'table', name: table, tables: [table], kind: 'association' }, call, reading);
  }
  const columnsOf = call.name === 'belongs_to' ? belongingColumns : havingColumns;
  for (const { tables, column } of columnsOf(call, name, { owners, targets, reading })) {
    note({ names: 'column', name: column, tables, kind: 'association' }, call, reading);
  }
  // The scope of an association is one of the other model.
  const self = { tables: targets, many: true, byName: false };
  const lambdas = rest.filter((each) => each instanceof LambdaNode);
  for (const each of lambdas) visit(each, { ...scope, self });
}

interface Ends {
  readonly owners: readonly string[];
  readonly targets: readonly string[];
  readonly reading: Reading;
}

interface Keyed {
  readonly tables: readonly string[];
  readonly column: string;
}

/** The key is the model's own; of a polymorphic one the type too, and a counter the other's. */
function belongingColumns(call: CallNode, name: string, { owners, targets }: Ends): Keyed[] {
  const key = wordOf(optionOf(call, 'foreign_key')) ?? `${name}_id`;
  const found: Keyed[] = [{ tables: owners, column: key }];
  if (optionOf(call, 'polymorphic') instanceof TrueNode) {
    const type = wordOf(optionOf(call, 'foreign_type')) ?? `${name}_type`;
    found.push({ tables: owners, column: type });
  }
  const counter = optionOf(call, 'counter_cache');
  const counted = wordOf(counter);
  if (counted !== null) found.push({ tables: targets, column: counted });
  else if (counter instanceof TrueNode) {
    found.push(...owners.map((owner) => ({ tables: targets, column: `${owner}_count` })));
  }
  const primary = wordOf(optionOf(call, 'primary_key'));
  return primary === null ? found : [...found, { tables: targets, column: primary }];
}

/** The key lies in the other table, unless another association leads there. */
function havingColumns(call: CallNode, _name: string, { owners, targets, reading }: Ends): Keyed[] {
  if (optionOf(call, 'through') !== null) return [];
  const as = wordOf(optionOf(call, 'as'));
  if (as !== null) {
    return [`${as}_id`, `${as}_type`].map((column) => ({ tables: targets, column }));
  }
  const stated = wordOf(optionOf(call, 'foreign_key'));
  const models = owners.flatMap((owner) => reading.models.namesOf(owner));
  const keys = stated === null ? models.map(foreignKeyOf) : [stated];
  const found = keys.map((column) => ({ tables: targets, column }));
  const primary = wordOf(optionOf(call, 'primary_key'));
  return primary === null ? found : [...found, { tables: owners, column: primary }];
}

/** `ActiveSupport::Inflector.foreign_key`: `Admin::User` is referred to by `user_id`. */
function foreignKeyOf(model: string): string {
  const last = model.split('::').at(-1) ?? '';
  return `${last.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_').toLowerCase()}_id`;
}

/** `self.table_name = "…"` names the table in so many words. */
export function readTableName(call: CallNode, reading: Reading): boolean {
  if (call.name !== 'table_name=' || !(call.receiver instanceof SelfNode)) return false;
  const name = wordOf(argumentsOf(call)[0])?.replace(/^public\./, '');
  if (name) note({ names: 'table', name, tables: [name], kind: 'model' }, call, reading);
  return true;
}
