import { Cursor } from '../head/cursor.ts';
import { quoted } from '../names.ts';
import { splitList } from './arguments.ts';
import { conditionSql, expressionSql, type PrintContext } from './context.ts';

/** Events in the order of pg_get_triggerdef(). */
const EVENTS: readonly string[] = ['INSERT', 'DELETE', 'UPDATE', 'TRUNCATE'];

const TIMINGS: readonly string[] = ['BEFORE', 'AFTER', 'INSTEAD OF'];

/**
 * CREATE TRIGGER in one line, as pg_get_triggerdef() prints it, from any statement that makes it;
 * the statement with its names qualified when a part of it is not known here.
 */
export function createTrigger(definition: string, context: PrintContext): string {
  return printed(definition, context) ?? `${expressionSql(definition, context)};`;
}

function printed(definition: string, context: PrintContext): string | null {
  const cursor = new Cursor(definition, 'public');
  cursor.take('CREATE');
  cursor.take('OR', 'REPLACE');
  const constraint = cursor.take('CONSTRAINT') ? 'CONSTRAINT ' : '';
  if (!cursor.take('TRIGGER')) return null;
  const name = quoted(cursor.identifier());
  const timing = TIMINGS.find((words) => cursor.take(...words.split(' ')));
  const events = timing === undefined ? null : eventsOf(cursor);
  if (events === null || !cursor.take('ON')) return null;
  const table = tableName(cursor);
  const rest = restOf(cursor, context);
  return rest === null
    ? null
    : `CREATE ${constraint}TRIGGER ${name} ${timing} ${events} ON ${table} ${rest};`;
}

function tableName(cursor: Cursor): string {
  const { namespace, name } = cursor.name();
  return `${quoted(namespace)}.${quoted(name)}`;
}

function eventsOf(cursor: Cursor): string | null {
  const events = new Map<string, string>();
  do {
    const event = EVENTS.find((word) => cursor.take(word));
    if (event === undefined) return null;
    const columns = cursor.take('OF') ? splitList(cursor.before('OR', 'ON')) : [];
    events.set(event, columns.length === 0 ? event : `${event} OF ${columns.join(', ')}`);
  } while (cursor.take('OR'));
  return EVENTS.flatMap((event) => events.get(event) ?? []).join(' OR ');
}

/** What stands behind the table; null when a part of it is not known. */
function restOf(cursor: Cursor, context: PrintContext): string | null {
  const words = [
    cursor.take('FROM') ? `FROM ${tableName(cursor)}` : '',
    deferrable(cursor),
    cursor.take('REFERENCING') ? transitionTables(cursor) : '',
    level(cursor),
    cursor.take('WHEN') ? `WHEN (${condition(cursor.enclosed() ?? '', context)})` : '',
  ].filter((word) => word !== '');
  if (!cursor.take('EXECUTE')) return null;
  if (!cursor.take('FUNCTION') && !cursor.take('PROCEDURE')) return null;
  const routine = routineName(cursor);
  const args = splitList(cursor.enclosed() ?? '').map((arg) => (/^'/.test(arg) ? arg : `'${arg}'`));
  const verb = context.form.executesFunctions ? 'FUNCTION' : 'PROCEDURE';
  const call = `EXECUTE ${verb} ${routine}(${args.join(', ')})`;
  return [...words, call].join(' ');
}

/** Functions that the server itself has for triggers stand without a schema. */
const BUILT_IN =
  /^(?:tsvector_update_trigger(?:_column)?|suppress_redundant_updates_trigger|unique_key_recheck)$/;

function routineName(cursor: Cursor): string {
  const parts = cursor.parts();
  const name = parts.at(-1) ?? '';
  if (parts.length === 1 && BUILT_IN.test(name)) return name;
  const namespace = parts.at(-2) ?? 'public';
  return namespace === 'pg_catalog' ? name : `${quoted(namespace)}.${quoted(name)}`;
}

/** Printed of a constraint trigger alone: NOT DEFERRABLE too. */
function deferrable(cursor: Cursor): string {
  if (cursor.take('NOT', 'DEFERRABLE')) return 'NOT DEFERRABLE INITIALLY IMMEDIATE';
  if (!cursor.take('DEFERRABLE')) return '';
  if (cursor.take('INITIALLY', 'DEFERRED')) return 'DEFERRABLE INITIALLY DEFERRED';
  cursor.take('INITIALLY', 'IMMEDIATE');
  return 'DEFERRABLE INITIALLY IMMEDIATE';
}

function transitionTables(cursor: Cursor): string {
  const tables: string[] = ['REFERENCING'];
  while (cursor.peek() === 'OLD' || cursor.peek() === 'NEW') {
    const row = cursor.word().toUpperCase();
    cursor.take('TABLE');
    cursor.take('AS');
    tables.push(`${row} TABLE AS ${quoted(cursor.identifier())}`);
  }
  return tables.join(' ');
}

function level(cursor: Cursor): string {
  if (!cursor.take('FOR')) return 'FOR EACH STATEMENT';
  cursor.take('EACH');
  return cursor.take('ROW') ? 'FOR EACH ROW' : `FOR EACH ${cursor.word().toUpperCase()}`;
}

/** The rows are named in lower case. */
function condition(text: string, context: PrintContext): string {
  const folded = text.replace(/\b(?:OLD|NEW)(?=\.)/g, (row) => row.toLowerCase());
  return conditionSql(folded, [], context);
}
