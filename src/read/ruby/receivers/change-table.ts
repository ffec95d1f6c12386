import { own } from '../../../model/own.ts';
import { COLUMN_TYPES } from '../commands/column-types.ts';
import { type Call, NotUnderstood, withArgs, withOption } from '../evaluate/call.ts';
import {
  hash,
  NIL,
  type ObjectValue,
  option,
  string,
  symbol,
  truth,
  type Value,
} from '../evaluate/values.ts';

/** Methods of `t` in `change_table` that pass on to one of the migration, the table in front. */
const PASSED_ON: { readonly [method: string]: string } = {
  index: 'add_index',
  rename_index: 'rename_index',
  remove_index: 'remove_index',
  timestamps: 'add_timestamps',
  remove_timestamps: 'remove_timestamps',
  change: 'change_column',
  change_default: 'change_column_default',
  change_null: 'change_column_null',
  change_comment: 'change_column_comment',
  rename: 'rename_column',
  remove: 'remove_columns',
  foreign_key: 'add_foreign_key',
  remove_foreign_key: 'remove_foreign_key',
  check_constraint: 'add_check_constraint',
  remove_check_constraint: 'remove_check_constraint',
  validate_check_constraint: 'validate_check_constraint',
  validate_constraint: 'validate_constraint',
  validate_foreign_key: 'validate_foreign_key',
  unique_constraint: 'add_unique_constraint',
  remove_unique_constraint: 'remove_unique_constraint',
  exclusion_constraint: 'add_exclusion_constraint',
  remove_exclusion_constraint: 'remove_exclusion_constraint',
  'column_exists?': 'column_exists?',
  'index_exists?': 'index_exists?',
  'foreign_key_exists?': 'foreign_key_exists?',
  'check_constraint_exists?': 'check_constraint_exists?',
};

/** Methods that are called once for each of the names given. */
const FOR_EACH: { readonly [method: string]: string } = {
  references: 'add_reference',
  belongs_to: 'add_reference',
  remove_references: 'remove_reference',
  remove_belongs_to: 'remove_reference',
  attachment: 'add_attachment',
  remove_attachment: 'remove_attachment',
};

type Run = (call: Call) => Value | undefined;

/** `t` of `change_table`: each method is one of the migration on that table. */
export function changeTableReceiver(table: string, run: Run): ObjectValue {
  const receiver: ObjectValue = {
    kind: 'object',
    name: 't',
    call: (call) => {
      const passed = own(PASSED_ON, call.name);
      if (passed) return run(onTable(call, passed, table, call.args)) ?? NIL;
      const each = own(FOR_EACH, call.name);
      if (each) {
        for (const name of call.args) run(onTable(call, each, table, [name]));
        return NIL;
      }
      return changeColumns(call, table, run, receiver);
    },
  };
  return receiver;
}

function onTable(call: Call, name: string, table: string, args: readonly Value[]): Call {
  return { ...withArgs(call, name, [string(table), ...args]), receiver: null };
}

function changeColumns(
  call: Call,
  table: string,
  run: Run,
  receiver: ObjectValue,
): Value | undefined {
  if (call.name === 'name') return string(table);
  if (call.name === 'column') {
    addColumn(call, table, call.args, run);
    return receiver;
  }
  const primary = call.name === 'primary_key';
  if (!COLUMN_TYPES.has(call.name) && !primary) {
    if (call.name.endsWith('?')) return undefined;
    throw new NotUnderstood(`\`t.${call.name}\` is none of the methods of change_table`);
  }
  for (const name of call.args) addColumn(call, table, [name, symbol(call.name)], run);
  return NIL;
}

/** `index:` is an option of `t.column` and `t.string`, not of `add_column`. */
function addColumn(call: Call, table: string, args: readonly Value[], run: Run): void {
  const index = option(call.options, 'index');
  run(withOption(onTable(call, 'add_column', table, args), { index: undefined }));
  const [name] = args;
  if (!index || truth(index) !== true || !name) return;
  const options = index.kind === 'hash' ? index : hash([]);
  run({ ...onTable(call, 'add_index', table, [name]), options });
}
