import { BlockNode, CallNode, ConstantReadNode, type Node } from '@ruby/prism/src/nodes.js';
import { childNodesOf } from '../child-nodes.ts';
import { type Call, mergeOptions } from '../evaluate/call.ts';
import { argumentsOf, fileEnvironment, statementsOf } from '../evaluate/class-environment.ts';
import { bodyScope } from '../evaluate/constants.ts';
import {
  FALSE,
  type HashValue,
  hash,
  integer,
  NIL,
  string,
  symbol,
  TRUE,
  toText,
  type UnknownValue,
  unknown,
  type Value,
} from '../evaluate/values.ts';
import type { MigrationRun } from '../migration/run.ts';
import type { RubySource } from '../source.ts';
import { lockedGem } from './locked-gem.ts';

/** What money-rails starts the options of a column from; unknown with the reason. */
export interface MoneySettings {
  readonly amount: HashValue | UnknownValue;
  readonly currency: HashValue | UnknownValue;
}

const pairs = (values: { readonly [name: string]: Value }): HashValue =>
  hash(Object.entries(values).map(([name, value]) => [symbol(name), value]));

/**
 * Without a setting of the project.
 *
 * @see {@link https://github.com/RubyMoney/money-rails/blob/v3.0.0/lib/money-rails/configuration.rb}
 */
const DEFAULTS: MoneySettings = {
  amount: pairs({
    postfix: string('_cents'),
    type: symbol('integer'),
    null: FALSE,
    default: integer(0),
    present: TRUE,
  }),
  currency: pairs({
    postfix: string('_currency'),
    type: symbol('string'),
    null: FALSE,
    default: string('USD'),
    present: TRUE,
  }),
};

type Setting = (value: Value, before: MoneySettings, run: MigrationRun) => Partial<MoneySettings>;

const columnSetting =
  (attribute: keyof MoneySettings): Setting =>
  (value) => ({
    [attribute]: value.kind === 'hash' ? value : untold(`config.${attribute}_column`),
  });

const SETTINGS: ReadonlyMap<string, Setting> = new Map<string, Setting>([
  ['amount_column=', columnSetting('amount')],
  ['currency_column=', columnSetting('currency')],
  ['default_currency=', setCurrency],
]);

/** The default currency becomes the default of the currency's column (`set_currency_column_for_default_currency!`). */
function setCurrency(
  value: Value,
  { currency }: MoneySettings,
  { session: { project } }: MigrationRun,
): Partial<MoneySettings> {
  const code = value.kind === 'nil' ? null : toText(value)?.toUpperCase();
  if (code === undefined) return { currency: untold('config.default_currency') };
  // Up to money-rails 1.8 the amount is called after the currency's subunit, too.
  const namesAmount = lockedGem(project, 'money-rails')?.atLeast(1, 9) === false;
  const isCent = code === null || CENTS.has(code);
  const amount = namesAmount && !isCent ? { amount: untold('the currency’s subunit') } : {};
  if (currency.kind === 'unknown') return amount;
  const coded = mergeOptions(currency, { default: code === null ? NIL : string(code) });
  return { ...amount, currency: coded };
}

/** Currencies of the money gem whose subunit is the cent (its config/currency_iso.json). */
const CENTS: ReadonlySet<string> = new Set([
  ...['USD', 'EUR', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'TWD', 'ZAR', 'KES', 'JMD', 'TTD', 'FJD'],
]);

const untold = (what: string): UnknownValue =>
  unknown(`what money-rails takes from ${what} is not known`);

/**
 * What the project's initializers tell money-rails: `config.amount_column = { … }`,
 * `config.currency_column = { … }` and `config.default_currency = :eur` in the block of
 * `MoneyRails.configure`, in the order in which Rails loads them. They are read, not run.
 */
export function moneySettings(call: Call, run: MigrationRun): MoneySettings {
  const { project } = run.session;
  const paths = (project?.list('config/initializers') ?? []).filter(
    (path) => path.endsWith('.rb') && project?.read(path)?.includes('MoneyRails'),
  );
  let settings = DEFAULTS;
  for (const path of paths.toSorted()) {
    const source = run.code.load(path);
    if (source) settings = withSettings(settings, source, call, run);
  }
  return settings;
}

function withSettings(
  settings: MoneySettings,
  source: RubySource,
  { evaluator }: Call,
  run: MigrationRun,
): MoneySettings {
  const written = statementsOf(source.program.statements).flatMap(configured);
  if (settersIn(source.program).some((node) => !written.includes(node))) {
    const reason = `whether ${source.path} sets what money-rails takes columns from is not known`;
    return { amount: unknown(reason), currency: unknown(reason) };
  }
  const scope = bodyScope(fileEnvironment(source), evaluator);
  let after = settings;
  for (const node of written) {
    const [value] = argumentsOf(node);
    const set = SETTINGS.get(node.name);
    if (value && set) after = { ...after, ...set(evaluator.evaluate(value, scope), after, run) };
  }
  return after;
}

/** The setters that run whenever the file is loaded. */
function configured(node: Node): readonly CallNode[] {
  if (!(node instanceof CallNode)) return [];
  if (SETTINGS.has(node.name)) return [node];
  const isConfigure =
    node.name === 'configure' &&
    node.receiver instanceof ConstantReadNode &&
    node.receiver.name === 'MoneyRails';
  if (!isConfigure || !(node.block instanceof BlockNode)) return [];
  return statementsOf(node.block.body).filter(
    (inner): inner is CallNode => inner instanceof CallNode && SETTINGS.has(inner.name),
  );
}

/** Every setter of the file. `Money.default_currency =` is the money gem's own, and sets no column. */
function settersIn(node: Node): readonly CallNode[] {
  const inner = childNodesOf(node).flatMap(settersIn);
  const isOne =
    node instanceof CallNode &&
    SETTINGS.has(node.name) &&
    !(node.receiver instanceof ConstantReadNode && node.receiver.name === 'Money');
  return isOne ? [node, ...inner] : inner;
}
