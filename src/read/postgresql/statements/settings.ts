import type {
  AlterEventTrigStmt,
  AlterOpFamilyStmt,
  AlterPublicationStmt,
  AlterStatsStmt,
  AlterSubscriptionStmt,
  AlterTableCmd,
  AlterTSConfigurationStmt,
  Node,
} from '@pgsql/types';
import { bareName } from '../../../dialect/sql-names.ts';
import { nameOfList, relationName } from '../names.ts';
import { nodeOf, nodesOf, textsOf } from '../nodes.ts';
import { withoutPublic } from '../public-names.ts';
import { objectOf } from './objects.ts';
import { printedName, printedNames } from './option-values.ts';
import { type Bodies, NotTold, noEffect, type Reading, type Told } from './reading.ts';

/** What a setting is about: its name among those of its table. */
interface SettingName {
  readonly name: string;
  readonly table: string | null;
}

/** The statement itself is what a dump says of it. */
function set({ name, table }: SettingName, reading: Reading): Told {
  return { kind: 'createObject', object: objectOf('setting', name, table, reading), replace: true };
}

function setAs({ name, table }: SettingName, definition: string): Told {
  const object = { type: 'setting', name, table, definition } as const;
  return { kind: 'createObject', object, replace: true };
}

/** Back to what goes without saying. */
function unset({ name, table }: SettingName): Told {
  return { kind: 'dropObject', type: 'setting', name, table, ifExists: true };
}

/** Firing of triggers and rules by subtype; null for the one that goes without saying. */
const FIRING: {
  readonly [subtype: string]: readonly [kind: 'TRIGGER' | 'RULE', words: string | null];
} = {
  AT_EnableTrig: ['TRIGGER', null],
  AT_EnableAlwaysTrig: ['TRIGGER', 'ENABLE ALWAYS'],
  AT_EnableReplicaTrig: ['TRIGGER', 'ENABLE REPLICA'],
  AT_DisableTrig: ['TRIGGER', 'DISABLE'],
  AT_EnableRule: ['RULE', null],
  AT_EnableAlwaysRule: ['RULE', 'ENABLE ALWAYS'],
  AT_EnableReplicaRule: ['RULE', 'ENABLE REPLICA'],
  AT_DisableRule: ['RULE', 'DISABLE'],
};

/** ENABLE and DISABLE of one trigger or rule, or of all triggers; null for other actions. */
export function firing(command: AlterTableCmd, table: string, reading: Reading): Bodies | null {
  const { subtype = '', name = '' } = command;
  const known = FIRING[subtype];
  if (known) return [firingOf(known, name, table)];
  const all = /^AT_(Enable|Disable)Trig(?:All|User)$/.exec(subtype);
  if (!all) return null;
  const state = ['TRIGGER', all[1] === 'Enable' ? null : 'DISABLE'] as const;
  const own = reading.schema.triggers.filter((trigger) => trigger.table === table);
  if (own.length === 0) return [noEffect(reading, `${all[1]}s triggers of ${table}`.toLowerCase())];
  return own.map((trigger) => firingOf(state, trigger.name, table));
}

function firingOf(
  [kind, words]: readonly [kind: string, words: string | null],
  name: string,
  table: string,
): Told {
  const setting = { name: `${kind} ${name}`, table };
  if (words === null) return unset(setting);
  const statement = `ALTER TABLE ${printedNames(table)} ${words} ${kind} ${printedName(name)}`;
  return setAs(setting, statement);
}

/** SET and RESET of what the planner takes a column for. */
export function columnOptions(command: AlterTableCmd, table: string, reading: Reading): Told {
  const setting = { name: `COLUMN ${command.name ?? ''} OPTIONS`, table };
  if (command.subtype === 'AT_ResetOptions') return unset(setting);
  const options = nodesOf(nodeOf(command.def, 'List')?.items, 'DefElem');
  if (options.length === 0) return noEffect(reading, 'sets no option');
  const values = options.map(({ defname = '', arg }) => `${defname}=${numberOf(arg)}`).join(', ');
  const column = printedName(command.name ?? '');
  return setAs(
    setting,
    `ALTER TABLE ONLY ${printedNames(table)} ALTER COLUMN ${column} SET (${values})`,
  );
}

function numberOf(node: Node | undefined): string {
  return nodeOf(node, 'Float')?.fval ?? String(nodeOf(node, 'Integer')?.ival ?? 0);
}

/** Something that a dump says by the statement itself: DEFAULT of a view's column and the like. */
export function stated(name: string, table: string | null, reading: Reading): Told {
  return set({ name, table }, reading);
}

/** ALTER INDEX … ATTACH PARTITION: the index of a partition belongs to that of its table. */
export function attachedIndex(parent: string, child: string, table: string): Told {
  const words = `ALTER INDEX ${printedNames(parent)} ATTACH PARTITION ${printedNames(child)}`;
  return setAs({ name: `INDEX ${bareName(child)} ATTACH`, table }, words);
}

export function alterEventTrigger(node: AlterEventTrigStmt, reading: Reading): Bodies {
  const setting = { name: `EVENT TRIGGER ${node.trigname ?? ''}`, table: null };
  return [node.tgenabled === 'O' ? unset(setting) : set(setting, reading)];
}

/** pg_dump writes a statement for every kind of token. */
export function alterTextSearch(node: AlterTSConfigurationStmt): Bodies {
  const config = nameOfList(node.cfgname);
  const tokens = textsOf(node.tokentype);
  const named = (token: string) => ({
    name: `TEXT SEARCH CONFIGURATION ${config} MAPPING FOR ${token}`,
    table: null,
  });
  if (node.kind === 'ALTER_TSCONFIG_DROP_MAPPING')
    return tokens.map((token) => unset(named(token)));
  if (node.replace || tokens.length === 0)
    throw new NotTold('it replaces dictionaries in mappings');
  const lists = (node.dicts ?? []).map((list) => nameOfList(nodeOf(list, 'List')?.items));
  const dictionaries = lists.map(printedNames).join(', ');
  const head = `ALTER TEXT SEARCH CONFIGURATION ${printedNames(config)}`;
  return tokens.map((token) =>
    setAs(named(token), `${head} ADD MAPPING FOR ${printedName(token)} WITH ${dictionaries}`),
  );
}

export function alterOperatorFamily(node: AlterOpFamilyStmt, reading: Reading): Bodies {
  if (node.isDrop) throw new NotTold('it takes members out of an operator family');
  const family = `OPERATOR FAMILY ${nameOfList(node.opfamilyname)} USING ${node.amname ?? ''}`;
  const members = /\bADD\b([\s\S]*)/i.exec(withoutPublic(reading.statement.text))?.[1] ?? '';
  return [set({ name: `${family} ${members.replace(/\s+/g, ' ').trim()}`, table: null }, reading)];
}

export function alterStatistics(node: AlterStatsStmt, reading: Reading): Bodies {
  const setting = { name: `STATISTICS ${nameOfList(node.defnames)} TARGET`, table: null };
  const target = nodeOf(node.stxstattarget, 'Integer')?.ival ?? 0;
  return [target === -1 ? unset(setting) : set(setting, reading)];
}

/**
 * pg_dump makes a publication without tables and adds each by a statement of its own, so each is a
 * setting of its own here.
 */
export function alterPublication(node: AlterPublicationStmt, reading: Reading): Bodies {
  const name = node.pubname ?? '';
  const members = nodesOf(node.pubobjects, 'PublicationObjSpec').map((member) => {
    const table = member.pubtable ? relationName(member.pubtable.relation) : null;
    const what = table === null ? `TABLES IN SCHEMA ${member.name ?? ''}` : `TABLE ${table}`;
    return { setting: { name: `PUBLICATION ${name} ${what}`, table }, what };
  });
  if (node.action === 'AP_AddObjects' && members.length === 1) {
    return members.map(({ setting }) => set(setting, reading));
  }
  const head = `ALTER PUBLICATION ${printedName(name)}`;
  if (node.action === 'AP_AddObjects' && members.every(({ setting }) => setting.table !== null)) {
    return members.map(({ setting }) =>
      setAs(setting, `${head} ADD TABLE ONLY ${printedNames(setting.table ?? '')}`),
    );
  }
  if (node.action === 'AP_DropObjects') return members.map(({ setting }) => unset(setting));
  throw new NotTold('it sets what a publication holds');
}

export function alterSubscription(node: AlterSubscriptionStmt, reading: Reading): Bodies {
  const purpose = (node.kind ?? '').replace('ALTER_SUBSCRIPTION_', '');
  const name = `SUBSCRIPTION ${node.subname ?? ''} ${purpose}`;
  if (/REFRESH|SKIP/.test(purpose)) return [noEffect(reading, 'refreshes a subscription')];
  return [set({ name, table: null }, reading)];
}
