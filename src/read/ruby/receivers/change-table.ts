import { own } from '../../../model/own.ts';
import { COLUMN_TYPES } from '../commands/columns/column-types.ts';
import { withoutPrecision } from '../commands/columns/timestamps.ts';
import { assertUnconditional } from '../commands/refusals.ts';
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
import { runsGemOn } from '../gems/gems.ts';
import type { Session } from '../session.ts';

/** Methods of `t` in `change_table` that pass on to one of the migration, the table in front. */
const PASSED_ON: { readonly [method: string]: string } = {
  index: 'add_index',
  rename_index: 'rename_index',
  remove_index: 'remove_index',
  enable_index: 'enable_index',
  disable_index: 'disable_index',
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
};

/** Methods that take `if_exists:` or `if_not_exists:` in the block too. */
const CONDITIONAL: ReadonlySet<string> = new Set([
  ...['check_constraint', 'remove_check_constraint', 'remove_timestamps'],
]);

type Run = (call: Call) => Value | undefined;

interface Target {
  readonly run: Run;
  readonly session: Session;
  readonly receiver: ObjectValue;
}

/** Names of the methods of `t`, column types aside. */
export const CHANGE_TABLE_METHODS: readonly string[] = [
  ...['name', 'column', 'primary_key'],
  ...Object.keys(PASSED_ON),
  ...Object.keys(FOR_EACH),
];

/** `t` of `change_table`: each method is one of the migration on that table. */
export function changeTableReceiver(table: string, run: Run, session: Session): ObjectValue {
  const receiver: ObjectValue = {
    kind: 'object',
    name: 't',
    call: (call) => {
      if (runsGemOn(receiver, call, session)) return NIL;
      if (!CONDITIONAL.has(call.name)) assertUnconditional(call, session);
      const passed = own(PASSED_ON, call.name);
      if (passed) {
        const plain = call.name === 'change' ? withoutPrecision(call, session) : call;
        return run(onTable(plain, passed, table, call.args)) ?? NIL;
      }
      const each = own(FOR_EACH, call.name);
      if (each) {
        for (const name of call.args) run(onTable(call, each, table, [name]));
        return NIL;
      }
      return changeColumns(call, table, { run, session, receiver });
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
  { run, session, receiver }: Target,
): Value | undefined {
  if (call.name === 'name') return string(table);
  if (call.name === 'column') {
    addColumn(call, table, call.args, { run, session });
    return receiver;
  }
  const primary = call.name === 'primary_key';
  if (!COLUMN_TYPES.has(call.name) && !primary) {
    if (call.name.endsWith('?')) return undefined;
    throw new NotUnderstood(`\`t.${call.name}\` is none of the methods of change_table`);
  }
  const type = symbol(call.name === 'numeric' ? 'decimal' : call.name);
  for (const name of call.args) addColumn(call, table, [name, type], { run, session });
  return NIL;
}

/** `index:` is an option of `t.column` and `t.string`, not of `add_column`. */
function addColumn(
  call: Call,
  table: string,
  args: readonly Value[],
  { run, session }: Pick<Target, 'run' | 'session'>,
): void {
  const index = option(call.options, 'index');
  const plain = withoutPrecision(onTable(call, 'add_column', table, args), session);
  run(withOption(plain, { index: undefined }));
  const [name] = args;
  if (!index || truth(index) !== true || !name) return;
  const options = index.kind === 'hash' ? index : hash([]);
  run({ ...onTable(call, 'add_index', table, [name]), options });
}
