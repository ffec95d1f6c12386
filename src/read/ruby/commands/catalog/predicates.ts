import { defaultCheckConstraintName, defaultIndexName } from '../../../../dialect/rails/names.ts';
import { findColumn } from '../../../../model/schema.ts';
import { type Call, givenOption, nameArgument, nameOf, textOption } from '../../evaluate/call.ts';
import { boolean, equal, NIL, string, truth, unknown, type Value } from '../../evaluate/values.ts';
import type { Session } from '../../session.ts';
import type { Command, CommandTable } from '../command.ts';
import { indexTarget } from '../indexes/index-definition.ts';
import { existingIndex } from '../indexes/indexes.ts';
import { matchForeignKey, wantedKey } from '../keys/foreign-keys.ts';
import { CAPABILITIES } from './capabilities.ts';
import { columnRow, typeName } from './catalog.ts';
import { CATALOG_READERS, hasExtension } from './catalog-readers.ts';
import { HOUSEKEEPING } from './housekeeping.ts';
import { QUOTING } from './quoting.ts';

const tableExists: Command = (call, session) =>
  boolean(session.findTable(nameArgument(call, 0)) !== null);

const viewExists: Command = (call, session) => {
  const name = nameArgument(call, 0);
  return boolean(session.schema.views.some((view) => view.name === name));
};

/** Questions on the schema as it stands at that line. */
export const PREDICATES: CommandTable = {
  ...HOUSEKEEPING,
  ...CAPABILITIES,
  ...QUOTING,
  ...CATALOG_READERS,
  'table_exists?': tableExists,
  'data_source_exists?': (call, session) =>
    boolean(
      truth(tableExists(call, session) ?? NIL) === true ||
        truth(viewExists(call, session) ?? NIL) === true,
    ),
  'view_exists?': viewExists,
  'column_exists?': columnExists,
  'index_exists?': (call, session) => {
    const table = session.findTable(nameArgument(call, 0));
    return boolean(
      table !== null && existingIndex(table, call.args[1], call, session) !== undefined,
    );
  },
  'index_name_exists?': (call, session) => {
    const name = nameArgument(call, 1);
    const table = session.findTable(nameArgument(call, 0));
    return boolean(table?.indexes.some((index) => index.name === name) ?? false);
  },
  'foreign_key_exists?': (call, session) => {
    const table = session.findTable(nameArgument(call, 0));
    return boolean(
      table !== null && matchForeignKey(table, wantedKey(call), session) !== undefined,
    );
  },
  'check_constraint_exists?': (call, session) => {
    const owner = nameArgument(call, 0);
    const table = session.findTable(owner);
    // Rails looks for the name that the expression would be given.
    const name =
      textOption(call, 'name') ??
      defaultCheckConstraintName(owner, textOption(call, 'expression') ?? '');
    return boolean(table?.checkConstraints.some((check) => check.name === name) ?? false);
  },
  'extension_enabled?': (call, session) => {
    const name = nameArgument(call, 0);
    return boolean(hasExtension(name, session));
  },
  'schema_exists?': (call, session) =>
    boolean(['public', ...session.schema.namespaces].includes(nameArgument(call, 0))),
  index_name: (call, session) => {
    const [table, second] = [nameArgument(call, 0), call.args[1]];
    const columns = givenOption(call, 'column') ?? second;
    if (columns === undefined) return string(textOption(call, 'name') ?? '');
    const { columns: names, expression } = indexTarget(columns, call);
    const bare = table.slice(table.lastIndexOf('.') + 1);
    return string(defaultIndexName(bare, expression ?? names, session.installed));
  },
};

/**
 * `column_exists?(:t, :c, :type, null: …)`, as the catalog tells the type: that of a bigint is
 * `:integer`. A default is compared with the catalog's text, so that a number never equals it.
 */
function columnExists(call: Call, session: Session): Value {
  const table = session.findTable(nameArgument(call, 0));
  const column = table && findColumn(table, nameArgument(call, 1));
  if (!column) return boolean(false);
  const type = call.args[2];
  if (type && type.kind !== 'nil' && nameOf(type, call.name) !== typeName(column, session)) {
    return boolean(false);
  }
  const row = columnRow(column, session);
  const answers = ATTRIBUTES.map((attribute): boolean | null => {
    const wanted = givenOption(call, attribute);
    const actual = row.call({ ...call, name: attribute, args: [] });
    return wanted === undefined || actual === undefined ? true : equal(actual, wanted);
  });
  if (answers.includes(false)) return boolean(false);
  return answers.includes(null)
    ? unknown('the default is in a form of the database')
    : boolean(true);
}

/** `column_options_keys` of the adapters. */
const ATTRIBUTES = [
  'limit',
  'precision',
  'scale',
  'default',
  'null',
  'collation',
  'comment',
] as const;
