import type { RailsVersion } from '../../../model/engine.ts';
import { own } from '../../../model/own.ts';
import { type Call, mergeOptions, NO_OPTIONS, withArgs } from '../evaluate/call.ts';
import { hash, option, symbol, truth, type Value } from '../evaluate/values.ts';

/** Thrown where Rails raises IrreversibleMigration. */
export class Irreversible extends Error {}

type Invert = (call: Call) => Call;

const renamed =
  (name: string, dropped: readonly string[] = []): Invert =>
  (call) => ({
    ...call,
    name,
    options: mergeOptions(call.options, Object.fromEntries(dropped.map((key) => [key, undefined]))),
  });

const swapped: Invert = (call) => {
  const [first, ...rest] = call.args;
  const [from, to] = rest.length > 1 ? rest : [first, rest[0]];
  const args = rest.length > 1 ? [first, to, from] : [to, from];
  return withArgs(
    call,
    call.name,
    args.filter((value): value is Value => value !== undefined),
  );
};

/** Turns `from:` and `to:` around, which stand as keywords or as a hash. */
const turned =
  (what: string): Invert =>
  (call) => {
    const last = call.args.at(-1);
    const given = last?.kind === 'hash' ? last : call.options;
    const from = option(given, 'from');
    const to = option(given, 'to');
    if (from === undefined || to === undefined) {
      throw new Irreversible(`${what} is only reversible if given a :from and :to option`);
    }
    const args = last?.kind === 'hash' ? call.args.slice(0, -1) : call.args;
    const options = hash([
      [symbol('from'), to],
      [symbol('to'), from],
    ]);
    return { ...call, args, options };
  };

function needs(holds: boolean, message: string): void {
  if (!holds) throw new Irreversible(message);
}

/**
 * What `rails db:rollback` does for each command of a `change`; a command without an entry is not
 * reversible.
 *
 * @see {@link https://github.com/rails/rails/blob/v8.1.1/activerecord/lib/active_record/migration/command_recorder.rb}
 */
const INVERSES: { readonly [name: string]: Invert } = {
  create_table: renamed('drop_table', ['if_not_exists']),
  create_join_table: renamed('drop_join_table'),
  drop_join_table: renamed('create_join_table'),
  drop_table: (call) => {
    needs(call.args.length === 1, 'drop_table is only reversible if given a single table name');
    const bare =
      call.options.entries.size === 0 ||
      (call.options.entries.size === 1 && option(call.options, 'if_exists') !== undefined);
    needs(
      !bare || call.block !== null,
      'drop_table is only reversible if given options or a block (can be empty)',
    );
    return renamed('create_table', ['if_exists'])(call);
  },
  rename_table: swapped,
  rename_column: swapped,
  rename_index: swapped,
  rename_enum: (call) => {
    const to = option(call.options, 'to');
    return swapped(to ? { ...call, args: [...call.args, to], options: NO_OPTIONS } : call);
  },
  add_column: (call) => {
    const inverse = renamed('remove_column')(call);
    return {
      ...inverse,
      options: mergeOptions(inverse.options, {
        if_exists: option(call.options, 'if_not_exists'),
        if_not_exists: undefined,
      }),
    };
  },
  remove_column: (call) => {
    needs(call.args.length > 2, 'remove_column is only reversible if given a type');
    return renamed('add_column', ['if_exists'])(call);
  },
  remove_columns: (call) => {
    needs(
      option(call.options, 'type') !== undefined,
      'remove_columns is only reversible if given a type',
    );
    return renamed('add_columns')(call);
  },
  add_index: (call) => {
    const inverse = renamed('remove_index', ['if_not_exists'])(call);
    return {
      ...inverse,
      options: mergeOptions(inverse.options, { unique: undefined, where: undefined }),
    };
  },
  remove_index: (call) => {
    const columns = call.args[1] ?? option(call.options, 'column');
    if (!columns)
      throw new Irreversible('remove_index is only reversible if given a :column option');
    const [table] = call.args;
    const inverse = renamed('add_index', ['column', 'if_exists'])(call);
    return { ...inverse, args: table ? [table, columns] : [columns] };
  },
  enable_index: renamed('disable_index'),
  disable_index: renamed('enable_index'),
  add_timestamps: renamed('remove_timestamps'),
  remove_timestamps: renamed('add_timestamps'),
  add_reference: renamed('remove_reference'),
  add_belongs_to: renamed('remove_reference'),
  remove_reference: renamed('add_reference'),
  remove_belongs_to: renamed('add_reference'),
  add_foreign_key: renamed('remove_foreign_key', ['validate', 'if_not_exists']),
  remove_foreign_key: (call) => {
    const [table, second] = call.args;
    const parent = second ?? option(call.options, 'to_table');
    if (!parent || !table)
      throw new Irreversible('remove_foreign_key is only reversible if given a second table');
    return {
      ...renamed('add_foreign_key', ['to_table', 'if_exists'])(call),
      args: [table, parent],
    };
  },
  change_column_default: turned('change_column_default'),
  change_column_comment: turned('change_column_comment'),
  change_table_comment: turned('change_table_comment'),
  rename_enum_value: turned('rename_enum_value'),
  change_column_null: (call) => {
    const [table, column, nullable, ...rest] = call.args;
    if (!table || !column || !nullable)
      throw new Irreversible('change_column_null lacks its arguments');
    const flipped: Value = { kind: 'boolean', value: truth(nullable) !== true };
    return withArgs(call, call.name, [table, column, flipped, ...rest]);
  },
  add_check_constraint: renamed('remove_check_constraint', ['validate', 'if_not_exists']),
  remove_check_constraint: (call) => {
    needs(
      call.args.length > 1,
      'remove_check_constraint is only reversible if given an expression',
    );
    return renamed('add_check_constraint', ['if_exists'])(call);
  },
  add_exclusion_constraint: renamed('remove_exclusion_constraint'),
  remove_exclusion_constraint: (call) => {
    needs(
      call.args.length > 1,
      'remove_exclusion_constraint is only reversible if given an expression',
    );
    return renamed('add_exclusion_constraint')(call);
  },
  add_unique_constraint: (call) => {
    needs(
      option(call.options, 'using_index') === undefined,
      'add_unique_constraint is not reversible if given an using_index',
    );
    return renamed('remove_unique_constraint')(call);
  },
  remove_unique_constraint: (call) => {
    needs(
      call.args.length > 1,
      'remove_unique_constraint is only reversible if given an column_name',
    );
    return renamed('add_unique_constraint')(call);
  },
  add_attachment: renamed('remove_attachment'),
  remove_attachment: renamed('add_attachment'),
  enable_extension: renamed('disable_extension'),
  disable_extension: renamed('enable_extension'),
  create_schema: renamed('drop_schema'),
  drop_schema: renamed('create_schema'),
  create_enum: renamed('drop_enum'),
  drop_enum: (call) => {
    needs(call.args.length > 1, 'drop_enum is only reversible if given a list of enum values');
    return renamed('create_enum')(call);
  },
  create_virtual_table: renamed('drop_virtual_table'),
  drop_virtual_table: (call) => {
    needs(call.args.length > 1, 'drop_virtual_table is only reversible if given options');
    return renamed('create_virtual_table')(call);
  },
  // scenic's and fx's recorders need the version to go back to.
  create_view: renamed('drop_view'),
  drop_view: (call) => toVersion(call, 'create_view'),
  update_view: (call) => toVersion(call, 'update_view'),
  replace_view: (call) => toVersion(call, 'replace_view'),
  create_function: renamed('drop_function'),
  drop_function: (call) => toVersion(call, 'create_function'),
  update_function: (call) => toVersion(call, 'update_function'),
  create_trigger: renamed('drop_trigger'),
  drop_trigger: (call) => toVersion(call, 'create_trigger'),
  update_trigger: (call) => toVersion(call, 'update_trigger'),
};

function toVersion(call: Call, name: string): Call {
  const version = option(call.options, 'revert_to_version');
  if (!version)
    throw new Irreversible(`${call.name} is only reversible if given a :revert_to_version`);
  return {
    ...call,
    name,
    options: mergeOptions(call.options, { version, revert_to_version: undefined }),
  };
}

/**
 * Commands that Rails' recorder does not know and hands to the connection at once, on the way back
 * as on the way forward.
 */
const NOT_RECORDED: ReadonlySet<string> = new Set([
  'validate_foreign_key',
  'validate_check_constraint',
  'validate_constraint',
  'refresh_materialized_view',
]);

/** True for the commands that `revert` collects; the others run at once. */
export function isRecorded(call: Call): boolean {
  return !NOT_RECORDED.has(call.name);
}

/** The call that undoes a call. @throws {Irreversible} with Rails' reason where there is none. */
export function inverseOf(call: Call, _installed: RailsVersion): Call {
  if (!isRecorded(call)) return call;
  const invert = own(INVERSES, call.name);
  if (!invert) throw new Irreversible(`${call.name} is not automatically reversible`);
  return invert(call);
}
