import type { Operation } from '../../model/operation.ts';
import { ALL_KINDS } from '../all-kinds.ts';
import type { RuleContext } from '../context.ts';
import { namesAll } from '../dependencies/naming.ts';
import { defineRule } from '../rule.ts';

export const disableTrigger = defineRule({
  id: 'disable-trigger',
  title: 'Rows are written past their rules',
  engines: ['postgresql', 'mysql'],
  severity: 'danger',
  on: ALL_KINDS,
  docs: {
    why: 'Rows that are written meanwhile are not checked afterwards: orphans and missing audit entries stay, and no error shows.',
    onEngine: {
      postgresql:
        'DISABLE TRIGGER holds for every session, and keeps SHARE ROW EXCLUSIVE on the table until the transaction ends; with ALL the triggers of foreign keys are among them. session_replication_role = replica does it to the session.',
      mysql:
        'With foreign_key_checks off, the session writes rows without parents and drops tables that others refer to.',
    },
    instead:
      'Write the rows in an order that the rules allow, with deferrable foreign keys where there is none.',
    reference:
      'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-DISABLE-ENABLE-TRIGGER',
    references: {
      mysql:
        'https://dev.mysql.com/doc/refman/8.0/en/server-system-variables.html#sysvar_foreign_key_checks',
    },
  },
  check(operation, context) {
    const off = switchedOff(operation, context) ?? switchedOffByRails(operation, context);
    if (off === null || (off.table !== null && context.isNewTable(off.table))) return null;
    const isBack =
      off.on === null || context.later.some(({ operation: each }) => switchesOn(each, off));
    return {
      table: off.table,
      severity: isBack ? 'warning' : 'danger',
      message: isBack
        ? `${off.words}, and back on later: rows that are written in between are not checked, then or afterwards.`
        : `${off.words}, and nothing in the migration switches it on again.`,
      instead: `Leave it on, and write the rows${off.table === null ? '' : ` of ${off.table}`} in an order that the rules allow; where they must be off, count the rows that break them before and after.`,
    };
  },
});

interface SwitchedOff {
  /** Null for a session. */
  readonly table: string | null;
  /** Begins the message. */
  readonly words: string;
  /** What switches it on again; null for what does so by itself. */
  readonly on: RegExp | null;
}

function switchedOff(operation: Operation, context: RuleContext): SwitchedOff | null {
  const sql = sqlOf(operation);
  if (sql === null) return null;
  const trigger = /\bDISABLE\s+TRIGGER\s+("[^"]+"|\w+)/i.exec(sql)?.[1];
  if (trigger !== undefined) {
    const table = context.before.tables.find(({ name }) =>
      namesAll(sql, [name], context.engine),
    )?.name;
    const which = /^(?:ALL|USER)$/i.test(trigger) ? `${trigger.toUpperCase()} triggers` : trigger;
    const on = /\bENABLE\s+(?:ALWAYS\s+|REPLICA\s+)?TRIGGER\b/i;
    return {
      table: table ?? null,
      words: `${which} of ${table ?? 'the table'} ${which === trigger ? 'is' : 'are'} switched off`,
      on,
    };
  }
  const setting = SESSION_SWITCHES.find(({ off }) => off.test(sql));
  return setting ? { table: null, words: setting.words, on: setting.on } : null;
}

const SESSION_SWITCHES = [
  {
    off: /\bsession_replication_role\s*(?:=|TO)\s*'?replica\b/i,
    on: /\bsession_replication_role\s*(?:=|TO)\s*'?(?:origin|default)\b|\bRESET\s+(?:session_replication_role|ALL)\b/i,
    words: 'The triggers and foreign keys of every table are switched off for the session',
  },
  {
    off: /\bforeign_key_checks\s*=\s*(?:0|off)\b/i,
    on: /\bforeign_key_checks\s*=\s*(?:1|on|default|@\w+)\b/i,
    words: 'The foreign keys of every table are switched off for the session',
  },
] as const;

function switchesOn(operation: Operation, { on }: SwitchedOff): boolean {
  const sql = sqlOf(operation);
  return sql !== null && on?.test(sql) === true;
}

/** SQL that is kept as it is written; null for operations with fields of their own. */
function sqlOf(operation: Operation): string | null {
  if (operation.kind === 'runSql') return operation.text;
  return operation.kind === 'createObject' && operation.object.type === 'setting'
    ? operation.object.definition
    : null;
}

/**
 * `disable_referential_integrity do … end` of Rails, at the first operation behind its beginning. It
 * disables all triggers of every table (PostgreSQL), or foreign_key_checks (MySQL), and enables them
 * again.
 */
function switchedOffByRails(operation: Operation, context: RuleContext): SwitchedOff | null {
  const { source } = operation;
  const { text, path } = context.migration;
  if (source.path !== path || !text.includes('disable_referential_integrity')) return null;
  const begins = text
    .split('\n')
    .findIndex((line) => /^[^#]*\bdisable_referential_integrity\b/.test(line));
  const isBehind = (line: number) => begins >= 0 && line > begins + 1;
  const isFirst = !context.earlier.some(({ operation: each }) => isBehind(each.source.line));
  if (!isBehind(source.line) || !isFirst) return null;
  return {
    table: null,
    words: 'disable_referential_integrity switches the rules of every table off',
    on: null,
  };
}
