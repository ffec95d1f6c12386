import type { Schema } from '../../model/schema.ts';
import { charsetRules } from '../mysql/charset-rules.ts';
import type { MysqlScope } from '../mysql/scope.ts';
import { serverIn } from '../mysql/scope.ts';
import { statementBodies } from '../mysql/statements/index.ts';
import { MysqlStatement } from '../mysql/statements/statement.ts';
import { type StatementSpan, splitStatements } from '../mysql/tokens/split.ts';
import type { Scope, StatementOperation } from './statement-reader.ts';

/**
 * Statements for MySQL and MariaDB. A body of BEGIN … END is one statement without DELIMITER too, as
 * the server takes it that gets the whole file.
 *
 * @param evidence - a dump of the same database, which tells the character set of new tables.
 */
export function* mysqlStatements(
  sql: string,
  scope: Scope,
  whole: boolean,
  evidence: Schema | null,
): Generator<StatementOperation> {
  const over = scopeOf(scope, evidence);
  for (const span of whole ? [wholeOf(sql)] : withBodies(sql, splitStatements(sql))) {
    if (span.kind === 'client') continue;
    const statement = new MysqlStatement(sql, span, serverIn(over));
    if (statement.tokens.length === 0) continue;
    const { start, bodyEnd: end } = span;
    for (const { impliedBy = null, ...body } of statementBodies(statement, over)) {
      yield { body, impliedBy, text: statement.text, start, end };
    }
  }
}

/** What the database adds, such as the character set of a table that names none. */
function scopeOf(scope: Scope, evidence: Schema | null): MysqlScope {
  return {
    get schema() {
      return scope.schema;
    },
    charsets: charsetRules(evidence ?? scope.schema),
  };
}

function wholeOf(sql: string): StatementSpan {
  const start = sql.length - sql.trimStart().length;
  const bodyEnd = sql.replace(/[\s;]+$/, '').length;
  return { kind: 'statement', start, end: sql.length, bodyEnd: Math.max(start, bodyEnd) };
}

const MAKES_PROGRAM =
  /^CREATE\s+(?:OR\s+REPLACE\s+)?(?:DEFINER\s*=\s*\S+\s+)?(?:AGGREGATE\s+)?(?:PROCEDURE|FUNCTION|TRIGGER|EVENT)\b/i;

/** The spans with those of one body put together. */
function withBodies(sql: string, spans: readonly StatementSpan[]): readonly StatementSpan[] {
  const found: StatementSpan[] = [];
  let depth = 0;
  for (const span of spans) {
    const text = sql.slice(span.start, span.bodyEnd);
    const open = depth > 0 ? found.at(-1) : undefined;
    if (open) {
      depth += depthOf(text);
      found[found.length - 1] = { ...open, end: span.end, bodyEnd: span.bodyEnd };
    } else {
      depth = MAKES_PROGRAM.test(text) ? depthOf(text) : 0;
      found.push(span);
    }
  }
  return found;
}

/** What a text adds to the depth of bodies: `END IF` and its like close what opened no body. */
function depthOf(text: string): number {
  const words =
    /'(?:[^'\\]|''|\\[\s\S])*'|"(?:[^"\\]|""|\\[\s\S])*"|`[^`]*`|--[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/|\b(BEGIN|CASE|END(?:\s+(?:IF|LOOP|WHILE|REPEAT|CASE))?)\b/gi;
  let depth = 0;
  for (const [, word] of text.matchAll(words)) {
    if (word === undefined) continue;
    if (/^(?:BEGIN|CASE)$/i.test(word)) depth += 1;
    else if (/^END(?:\s+CASE)?$/i.test(word)) depth -= 1;
  }
  return depth;
}
