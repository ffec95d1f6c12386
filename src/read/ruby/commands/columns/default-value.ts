import { printedInterval } from '../../../../dialect/postgresql/written-intervals.ts';
import type { ColumnDefault, JsonValue } from '../../../../model/schema.ts';
import { type Call, NotUnderstood } from '../../evaluate/call.ts';
import { assertBounded, toText, type Value } from '../../evaluate/values.ts';
import type { Session } from '../../session.ts';

/**
 * A `default:` as the model keeps it; null for none. A lambda is SQL; so is, on a uuid column, a
 * text with `()` in it (Active Record, postgresql/quoting.rb).
 *
 * @throws {NotUnderstood} when the value is not known.
 */
export function columnDefault(
  value: Value,
  type: string,
  call: Call,
  session: Session,
): ColumnDefault | null {
  if (value.kind === 'nil') return null;
  if (value.kind === 'proc') {
    const sql = toText(call.evaluator.callBlock(value, []));
    if (sql === null) throw new NotUnderstood('the SQL of a default is not known');
    if (sql.toUpperCase() === 'NULL') return null;
    return literalIn(sql, type, session) ?? { kind: 'expression', sql };
  }
  if (type === 'uuid' && value.kind === 'string' && value.text.includes('()')) {
    return { kind: 'expression', sql: value.text };
  }
  assertBounded(value);
  const cast = session.dialect.types.castLiteral(toJson(value), type);
  return cast === null ? null : { kind: 'literal', value: asStored(cast, type, session) };
}

/** A SQL dump shows an interval as the server prints it; `schema.rb` in ISO form, where it is known. */
function asStored(value: JsonValue, type: string, { dumpsSql }: Session): JsonValue {
  const isInterval = dumpsSql && typeof value === 'string' && /^interval\b/.test(type);
  return isInterval ? (printedInterval(value) ?? value) : value;
}

/** A quoted text, perhaps with a cast. */
const QUOTED = /^\(?'((?:[^']|'')*)'(?:\s*::\s*"?[\w. ]+"?(?:\(\d+\))?(?:\[\])?)?\)?$/;

/**
 * The literal that SQL is on PostgreSQL: `'{}'::jsonb` is a constant for the catalog, and Active
 * Record reads it back as a value (`extract_value_from_default`). Null for what is computed.
 */
function literalIn(sql: string, type: string, session: Session): ColumnDefault | null {
  if (session.dialect.engine !== 'postgresql' || session.dumped) return null;
  const text = QUOTED.exec(sql.trim())?.[1];
  if (text === undefined) return null;
  const value = session.dialect.types.literalFromSql(text.replaceAll("''", "'"), type);
  return value === null ? null : { kind: 'literal', value };
}

/** @throws {NotUnderstood} for values that JSON has no form for. */
function toJson(value: Value): JsonValue {
  switch (value.kind) {
    case 'nil':
      return null;
    case 'boolean':
      return value.value;
    case 'string':
    case 'symbol':
      return value.text;
    case 'integer':
      return Number.isSafeInteger(value.number) ? value.number : value.text;
    case 'float':
      return Number.isFinite(value.number) ? value.number : value.text;
    case 'range':
      return `[${boundText(value.from)},${boundText(value.to)}${value.exclusive ? ')' : ']'}`;
    case 'array':
      return value.items.map(toJson);
    case 'hash':
      return Object.fromEntries(
        [...value.entries.values()].map((entry) => [toText(entry.key) ?? '', toJson(entry.value)]),
      );
    case 'unknown':
      throw new NotUnderstood(value.reason);
    default:
      throw new NotUnderstood('a default is not a plain value');
  }
}

/**
 * A bound of a range as PostgreSQL reads it, nothing for an open one (Active Record,
 * postgresql/quoting.rb, `type_cast_range_value`).
 */
function boundText(value: Value): string {
  const bound = toJson(value);
  return bound === null || /^-?Infinity$/.test(String(bound)) ? '' : String(bound);
}
