import type { Schema } from '../../../../model/schema.ts';
import type { Draw } from '../../draw.ts';
import { condition } from '../expressions.ts';
import { sqlName, sqlRelation } from '../names.ts';
import { anyTable, anyView } from '../targets.ts';
import type { StatementForm } from './form.ts';

export const PROGRAMS: readonly StatementForm[] = [
  { weight: 4, write: createFunction },
  { weight: 3, write: createTriggerFunction },
  { weight: 2, write: dropFunction },
  { weight: 1, write: renameFunction },
  { weight: 5, write: createTrigger },
  { weight: 2, write: dropTrigger },
  { weight: 1, write: renameTrigger },
  {
    weight: 1,
    write: onTrigger(
      (name, draw) =>
        `${draw.of(['DISABLE', 'ENABLE', 'ENABLE ALWAYS', 'ENABLE REPLICA'])} TRIGGER ${name}`,
    ),
  },
  { weight: 4, write: createPolicy },
  { weight: 1, write: alterPolicy },
  { weight: 1, write: dropPolicy },
  { weight: 1, write: createRule },
  { weight: 1, write: dropRule },
];

const FUNCTION_NAMES = ['f', 'g', 'Total', 'touch'] as const;

function createFunction(draw: Draw): string {
  const name = sqlRelation(draw.of([...FUNCTION_NAMES]), draw);
  const replace = draw.text(3, 'OR REPLACE ');
  return draw.of([
    `CREATE ${replace}FUNCTION ${name}(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT a + 1 $$`,
    `CREATE ${replace}FUNCTION ${name}(a text, b integer DEFAULT 1) RETURNS text AS 'SELECT a' LANGUAGE SQL STRICT`,
    `CREATE ${replace}FUNCTION ${name}() RETURNS void LANGUAGE plpgsql AS $body$ BEGIN PERFORM 1; END; $body$`,
    `CREATE ${replace}PROCEDURE ${name}(a bigint) LANGUAGE sql AS $$ SELECT 1 $$`,
  ]);
}

function createTriggerFunction(draw: Draw): string {
  const name = sqlRelation(draw.of([...FUNCTION_NAMES]), draw);
  return `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$`;
}

function anyFunction(draw: Draw, schema: Schema) {
  return draw.maybeOf(schema.functions);
}

function dropFunction(draw: Draw, schema: Schema): string | null {
  const found = anyFunction(draw, schema);
  if (!found) return null;
  const kind = /^\s*create\s+(?:or\s+replace\s+)?procedure/i.test(found.definition)
    ? 'PROCEDURE'
    : 'FUNCTION';
  const types = draw.of(['', '(integer)', '()', '(text, integer)', '(bigint)']);
  return `DROP ${kind} ${draw.text(4, 'IF EXISTS ')}${sqlRelation(found.name, draw)}${types}${draw.text(2, ' CASCADE')}`;
}

function renameFunction(draw: Draw, schema: Schema): string | null {
  const found = anyFunction(draw, schema);
  if (!found) return null;
  const to = draw.of([
    `RENAME TO ${sqlName(draw.of(['h', 'f']), draw)}`,
    `SET SCHEMA ${found.name.includes('.') ? 'public' : 'billing'}`,
  ]);
  return `ALTER FUNCTION ${sqlRelation(found.name, draw)} ${to}`;
}

const TRIGGER_NAMES = ['touch', 'audit', 'Mixed'] as const;

function createTrigger(draw: Draw, schema: Schema): string | null {
  const table = anyTable(draw, schema);
  const program = draw.maybeOf(
    schema.functions.filter(({ definition }) => /returns\s+trigger/i.test(definition)),
  );
  if (!table || !program) return null;
  const column = draw.maybeOf(table.columns);
  const events = [
    'INSERT',
    'UPDATE',
    'INSERT OR UPDATE',
    'DELETE',
    ...(column ? [`UPDATE OF ${sqlName(column.name, draw)}`] : []),
  ];
  const when =
    column && draw.once(4)
      ? ` WHEN (OLD.${sqlName(column.name, draw)} IS DISTINCT FROM NEW.${sqlName(column.name, draw)})`
      : '';
  const event = when === '' ? draw.maybeOf(events) : 'UPDATE';
  const head = `CREATE ${draw.text(5, 'OR REPLACE ')}TRIGGER ${sqlName(draw.of([...TRIGGER_NAMES]), draw)}`;
  return `${head} ${draw.of(['BEFORE', 'AFTER'])} ${event} ON ${sqlRelation(table.name, draw)} FOR EACH ROW${when} EXECUTE ${draw.of(['FUNCTION', 'PROCEDURE'])} ${sqlRelation(program.name, draw)}()`;
}

function dropTrigger(draw: Draw, schema: Schema): string | null {
  const trigger = draw.maybeOf(schema.triggers);
  return trigger?.table
    ? `DROP TRIGGER ${draw.text(4, 'IF EXISTS ')}${sqlName(trigger.name, draw)} ON ${sqlRelation(trigger.table, draw)}`
    : null;
}

function renameTrigger(draw: Draw, schema: Schema): string | null {
  const trigger = draw.maybeOf(schema.triggers);
  return trigger?.table
    ? `ALTER TRIGGER ${sqlName(trigger.name, draw)} ON ${sqlRelation(trigger.table, draw)} RENAME TO ${sqlName(draw.of([...TRIGGER_NAMES]), draw)}`
    : null;
}

function onTrigger(action: (name: string, draw: Draw) => string): StatementForm['write'] {
  return (draw, schema) => {
    const trigger = draw.maybeOf(schema.triggers);
    return trigger?.table
      ? `ALTER TABLE ${sqlRelation(trigger.table, draw)} ${action(sqlName(trigger.name, draw), draw)}`
      : null;
  };
}

const POLICY_NAMES = ['own', 'Everyone', 'reads'] as const;

function createPolicy(draw: Draw, schema: Schema): string | null {
  const table = anyTable(draw, schema);
  if (!table) return null;
  const [use, check] = [condition(draw, table), condition(draw, table)];
  const clauses = draw.of([
    ` USING (${use})`,
    ` FOR SELECT USING (${use})`,
    ` FOR INSERT WITH CHECK (${check})`,
    ` AS RESTRICTIVE FOR ALL TO PUBLIC USING (${use}) WITH CHECK (${check})`,
    ` FOR UPDATE USING (${use})`,
  ]);
  return `CREATE POLICY ${sqlName(draw.of([...POLICY_NAMES]), draw)} ON ${sqlRelation(table.name, draw)}${clauses}`;
}

function alterPolicy(draw: Draw, schema: Schema): string | null {
  const policy = draw.maybeOf(schema.policies);
  const table = policy && schema.tables.find(({ name }) => name === policy.table);
  if (!policy || !table) return null;
  const action = draw.of([
    `RENAME TO ${sqlName(draw.of([...POLICY_NAMES]), draw)}`,
    `USING (${condition(draw, table)})`,
  ]);
  return `ALTER POLICY ${sqlName(policy.name, draw)} ON ${sqlRelation(policy.table, draw)} ${action}`;
}

function dropPolicy(draw: Draw, schema: Schema): string | null {
  const policy = draw.maybeOf(schema.policies);
  return (
    policy &&
    `DROP POLICY ${draw.text(4, 'IF EXISTS ')}${sqlName(policy.name, draw)} ON ${sqlRelation(policy.table, draw)}`
  );
}

function createRule(draw: Draw, schema: Schema): string | null {
  const relation = draw.once(2) ? anyView(draw, schema, false) : anyTable(draw, schema);
  return (
    relation &&
    `CREATE ${draw.text(3, 'OR REPLACE ')}RULE ${draw.of(['no_insert', 'guard'])} AS ON ${draw.of(['INSERT', 'DELETE'])} TO ${sqlRelation(relation.name, draw)} DO INSTEAD NOTHING`
  );
}

function dropRule(draw: Draw, schema: Schema): string | null {
  const rule = draw.maybeOf((schema.objects ?? []).filter(({ type }) => type === 'rule'));
  return rule?.table
    ? `DROP RULE ${sqlName(rule.name, draw)} ON ${sqlRelation(rule.table, draw)}${draw.text(3, ' CASCADE')}`
    : null;
}
