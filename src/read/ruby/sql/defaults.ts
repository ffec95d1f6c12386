import type { SqlToken } from '../../../dialect/sql-tokens.ts';
import type { ColumnDefault } from '../../../model/schema.ts';
import type { Session } from '../session.ts';
import { joinTokens } from './reader.ts';

/** A DEFAULT clause: literals as values of the column's type, all else as an expression; null for NULL. */
export function defaultOfSql(
  tokens: readonly SqlToken[],
  type: string,
  session: Session,
): ColumnDefault | null {
  const [first, ...more] = tokens;
  const cast = more.length === 0 || more[0]?.text === '::' || more[0]?.text === ':';
  if (first?.kind === 'string' && first.text.startsWith("'") && cast) {
    return literal(first.text.slice(1, -1).replaceAll("''", "'"), type, session);
  }
  const sql = joinTokens(tokens);
  if (/^-?\d+(?:\.\d+)?$/.test(sql)) return literal(sql, type, session);
  if (/^(?:true|false)$/i.test(sql)) return literal(sql.toLowerCase() === 'true', type, session);
  return /^null$/i.test(sql) ? null : { kind: 'expression', sql };
}

function literal(value: string | boolean, type: string, session: Session): ColumnDefault {
  return { kind: 'literal', value: session.dialect.types.castLiteral(value, type) };
}
