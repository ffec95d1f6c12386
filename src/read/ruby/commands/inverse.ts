import { type RailsVersion, railsAtLeast } from '../../../model/engine.ts';
import { own } from '../../../model/own.ts';
import { type Call, mergeOptions, withArgs } from '../evaluate/call.ts';
import { hash, option, symbol, truth, type Value } from '../evaluate/values.ts';

/** Thrown where Rails raises IrreversibleMigration. */
export class Irreversible extends Error {}

/** The Rails that runs a migration, and the one that it names. */
export interface Versions {
  readonly installed: RailsVersion;
  readonly rails: RailsVersion;
}

type Invert = (call: Call, versions: Versions) => Call;

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

/** `Migration[5.2]` and older run the command once more (`Compatibility::V5_2::CommandRecorder`). */
const turnedSince60 =
  (what: string): Invert =>
  (call, versions) =>
    railsAtLeast(versions.rails, 6, 0) ? turned(what)(call, versions) : call;

const NOT_REVIVABLE =
  'drop_table is only reversible if given a single table name and options or a block (can be empty)';

/**
 * Whether `drop_table` says what to create: by a block or by options, among which up to Rails 7.2
 * even `if_exists` counts.
 */
function isRevivable({ args, options, block }: Call, { installed }: Versions): boolean {
  const counted = railsAtLeast(installed, 8, 0)
    ? mergeOptions(options, { if_exists: undefined })
    : options;
  return args.length === 1 && (block !== null || counted.entries.size > 0);
}

function withConditionTurned(call: Call, inverse: Call, from: string, to: string): Call {
  return {
    ...inverse,
    options: mergeOptions(inverse.options, { [to]: option(call.options, from) }),
  };
}

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
  drop_table: (call, versions) => {
    needs(isRevivable(call, versions), NOT_REVIVABLE);
    return renamed('create_table', ['if_exists'])(call, versions);
  },
  rename_table: swapped,
  rename_column: swapped,
  rename_index: swapped,
  rename_enum: (call, versions) => {
    const to = option(call.options, 'to');
    needs(
      to !== undefined || railsAtLeast(versions.installed, 8, 0),
      'rename_enum is only reversible if given a :to option',
    );
    const [from] = call.args;
    if (!to || !from) return swapped(call, versions);
    return { ...call, args: [to], options: mergeOptions(call.options, { to: from }) };
  },
  add_column: renamed('remove_column', ['if_not_exists']),
  remove_column: (call, versions) => {
    needs(call.args.length > 2, 'remove_column is only reversible if given a type');
    return renamed('add_column', ['if_exists'])(call, versions);
  },
  remove_columns: (call, versions) => {
    needs(
      option(call.options, 'type') !== undefined,
      'remove_columns is only reversible if given a type',
    );
    return renamed('add_columns')(call, versions);
  },
  add_index: (call, versions) => {
    const inverse = renamed('remove_index', ['if_not_exists'])(call, versions);
    return {
      ...inverse,
      options: mergeOptions(inverse.options, { unique: undefined, where: undefined }),
    };
  },
  remove_index: (call, versions) => {
    const columns = call.args[1] ?? option(call.options, 'column');
    if (!columns)
      throw new Irreversible('remove_index is only reversible if given a :column option');
    const [table] = call.args;
    const inverse = renamed('add_index', ['column', 'if_exists'])(call, versions);
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
  remove_foreign_key: (call, versions) => {
    const [table, second] = call.args;
    const parent = second ?? option(call.options, 'to_table');
    if (!parent || !table)
      throw new Irreversible('remove_foreign_key is only reversible if given a second table');
    return {
      ...renamed('add_foreign_key', ['to_table', 'if_exists'])(call, versions),
      args: [table, parent],
    };
  },
  change_column_default: turned('change_column_default'),
  change_column_comment: turnedSince60('change_column_comment'),
  change_table_comment: turnedSince60('change_table_comment'),
  rename_enum_value: turned('rename_enum_value'),
  change_column_null: (call) => {
    const [table, column, nullable, ...rest] = call.args;
    if (!table || !column || !nullable)
      throw new Irreversible('change_column_null lacks its arguments');
    const flipped: Value = { kind: 'boolean', value: truth(nullable) !== true };
    return withArgs(call, call.name, [table, column, flipped, ...rest]);
  },
  add_check_constraint: (call, versions) => {
    const inverse = renamed('remove_check_constraint', ['validate', 'if_not_exists'])(
      call,
      versions,
    );
    return withConditionTurned(call, inverse, 'if_not_exists', 'if_exists');
  },
  remove_check_constraint: (call, versions) => {
    needs(
      call.args.length > 1,
      'remove_check_constraint is only reversible if given an expression',
    );
    const inverse = renamed('add_check_constraint', ['if_exists'])(call, versions);
    return withConditionTurned(call, inverse, 'if_exists', 'if_not_exists');
  },
  add_exclusion_constraint: renamed('remove_exclusion_constraint'),
  remove_exclusion_constraint: (call, versions) => {
    needs(
      call.args.length > 1,
      'remove_exclusion_constraint is only reversible if given an expression',
    );
    return renamed('add_exclusion_constraint')(call, versions);
  },
  add_unique_constraint: (call, versions) => {
    needs(
      option(call.options, 'using_index') === undefined,
      'add_unique_constraint is not reversible if given an using_index',
    );
    return renamed('remove_unique_constraint')(call, versions);
  },
  remove_unique_constraint: (call, versions) => {
    needs(
      call.args.length > 1,
      'remove_unique_constraint is only reversible if given an column_name',
    );
    return renamed('add_unique_constraint')(call, versions);
  },
  // paperclip's recorder knows the one; the other runs forward once more, and finds no columns.
  add_attachment: renamed('remove_attachment'),
  remove_attachment: () => {
    throw new Irreversible('paperclip does not record remove_attachment, so it cannot be undone');
  },
  enable_extension: renamed('disable_extension'),
  disable_extension: renamed('enable_extension'),
  create_schema: renamed('drop_schema'),
  drop_schema: renamed('create_schema'),
  create_enum: renamed('drop_enum'),
  drop_enum: (call, versions) => {
    needs(call.args.length > 1, 'drop_enum is only reversible if given a list of enum values');
    return renamed('create_enum')(call, versions);
  },
  create_virtual_table: renamed('drop_virtual_table'),
  drop_virtual_table: (call, versions) => {
    needs(call.args.length > 1, 'drop_virtual_table is only reversible if given options');
    return renamed('create_virtual_table')(call, versions);
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
 * Since when Rails' recorder knows a command; null for never. What it does not know it hands to the
 * connection at once, on the way back as on the way forward.
 */
const RECORDED_SINCE: { readonly [name: string]: readonly [major: number, minor: number] | null } =
  {
    validate_foreign_key: null,
    validate_check_constraint: null,
    validate_constraint: null,
    refresh_materialized_view: null,
    add_columns: null,
    remove_constraint: null,
    rename_schema: null,
    change_column_comment: [6, 0],
    change_table_comment: [6, 0],
    create_enum: [7, 1],
    drop_enum: [7, 1],
    rename_enum: [7, 1],
    add_enum_value: [7, 1],
    rename_enum_value: [7, 1],
    add_exclusion_constraint: [7, 1],
    remove_exclusion_constraint: [7, 1],
    add_unique_constraint: [7, 1],
    remove_unique_constraint: [7, 1],
    create_schema: [8, 0],
    drop_schema: [8, 0],
    create_virtual_table: [8, 0],
    drop_virtual_table: [8, 0],
    enable_index: [8, 1],
    disable_index: [8, 1],
  };

/** True for the commands that `revert` collects; the others run at once. */
export function isRecorded({ name }: Pick<Call, 'name'>, { installed }: Versions): boolean {
  const since = own(RECORDED_SINCE, name);
  return since === undefined || (since !== null && railsAtLeast(installed, ...since));
}

/** The call that undoes a call. @throws {Irreversible} with Rails' reason where there is none. */
export function inverseOf(call: Call, versions: Versions): Call {
  if (!isRecorded(call, versions)) return call;
  const invert = own(INVERSES, call.name);
  if (!invert) throw new Irreversible(`${call.name} is not automatically reversible`);
  return invert(call, versions);
}
