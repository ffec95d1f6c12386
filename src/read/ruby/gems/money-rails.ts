import {
  type Call,
  known,
  mergeOptions,
  NO_OPTIONS,
  NotUnderstood,
  nameOf,
  withArgs,
} from '../evaluate/call.ts';
import { fileEnvironment } from '../evaluate/class-environment.ts';
import {
  type HashValue,
  NIL,
  option,
  string,
  toText,
  truth,
  type Value,
} from '../evaluate/values.ts';
import type { Session } from '../session.ts';
import { lockedGem } from './locked-gem.ts';

/** A column of an amount or of its currency. */
interface MoneyColumn {
  readonly name: Value;
  readonly type: Value;
  readonly options: HashValue;
}

/** Options of money-rails' own, which are none of the column's. */
const OWN = {
  amount: undefined,
  currency: undefined,
  type: undefined,
  prefix: undefined,
  postfix: undefined,
  present: undefined,
  column_name: undefined,
  table_name: undefined,
} as const;

/**
 * The columns of one accessor: the project's settings with the call's own options over them.
 *
 * @see {@link https://github.com/RubyMoney/money-rails/blob/v3.0.0/lib/money-rails/active_record/migration_extensions/options_extractor.rb}
 */
function columnsOf(accessor: Value, call: Call): readonly MoneyColumn[] {
  const name = nameOf(accessor, call.name);
  return (['amount', 'currency'] as const).flatMap((attribute) => {
    const options = over(settingOf(attribute, call), option(call.options, attribute));
    const [type, present] = [option(options, 'type'), option(options, 'present')];
    if (!type || !present) {
      throw new NotUnderstood(
        `config.${attribute}_column lacks \`type\` or \`present\`, without which money-rails fails`,
      );
    }
    if (truth(present) !== true) return [];
    return [{ name: columnName(options, name), type, options: mergeOptions(options, OWN) }];
  });
}

/** `MoneyRails::Configuration.amount_column`. @throws {NotUnderstood} when it is not known. */
function settingOf(attribute: 'amount' | 'currency', call: Call): HashValue {
  const { evaluator, source } = call;
  const environment = fileEnvironment(source);
  const gem = evaluator.host.constant('MoneyRails::Configuration', environment, evaluator);
  const asked = { ...withArgs(call, `${attribute}_column`, []), options: NO_OPTIONS, block: null };
  const setting = gem.kind === 'object' ? gem.call(asked) : undefined;
  const value = setting && known(setting, call.name);
  if (value?.kind !== 'hash') throw new NotUnderstood('the settings of money-rails are not known');
  return value;
}

function over(settings: HashValue, given: Value | undefined): HashValue {
  if (given === undefined || truth(given) === false) return settings;
  if (given.kind !== 'hash') throw new NotUnderstood('its options are not known');
  return { kind: 'hash', entries: new Map([...settings.entries, ...given.entries]) };
}

function columnName(options: HashValue, accessor: string): Value {
  const whole = option(options, 'column_name');
  if (whole && truth(whole) === true) return whole;
  const part = (key: string): string => toText(option(options, key) ?? NIL) ?? '';
  return string(`${part('prefix')}${accessor}${part('postfix')}`);
}

/** `t.monetize :price`, as calls of `t.column`. */
export function monetize(call: Call): readonly Call[] {
  const [accessor = NIL] = call.args;
  return columnsOf(accessor, call).map(({ name, type, options }) => ({
    ...withArgs(call, 'column', [name, type]),
    options,
  }));
}

/** `t.remove_monetize :price`, as calls of `t.remove`. */
export function removeMonetize(call: Call): readonly Call[] {
  const [accessor = NIL] = call.args;
  return columnsOf(accessor, call).map(({ name }) => ({
    ...withArgs(call, 'remove', [name]),
    options: NO_OPTIONS,
  }));
}

/** `add_monetize :products, :price`, as the commands that the migration's recorder sees. */
export function addMonetize(call: Call): readonly Call[] {
  const [table = NIL, accessor = NIL] = call.args;
  return columnsOf(accessor, call).map(({ name, type, options }) => ({
    ...withArgs(call, 'add_column', [table, name, type]),
    options,
  }));
}

/** The type, with which Rails can add the column again, is told since 1.13.3; its other options never are. */
export function removeMonetized(call: Call, session: Session): readonly Call[] {
  const [table = NIL, accessor = NIL] = call.args;
  const tellsType = lockedGem(session.project, 'money-rails')?.atLeast(1, 13, 3) !== false;
  return columnsOf(accessor, call).map(({ name, type }) => ({
    ...withArgs(call, 'remove_column', tellsType ? [table, name, type] : [table, name]),
    options: NO_OPTIONS,
  }));
}

/**
 * PostgreSQL has a type `money`, so that since 1.4 the older names are there on other engines alone
 * (`MoneyRails::Hooks`).
 */
export function hasOlderNames({ dialect, project }: Session): boolean {
  const gem = lockedGem(project, 'money-rails');
  return dialect.engine !== 'postgresql' || gem?.atLeast(1, 4) === false;
}
