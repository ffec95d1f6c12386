import { railsAtLeast } from '../../../../model/engine.ts';
import type { ColumnDefault, JsonValue } from '../../../../model/schema.ts';
import type { Session } from '../../session.ts';

/** A default that stays while the type of its column changes. */
export function castDefault(
  value: ColumnDefault | null,
  type: string,
  session: Session,
): ColumnDefault | null {
  if (value?.kind !== 'literal') return value;
  const cast = session.dialect.types.castLiteral(asText(value.value, type, session), type);
  return cast === null ? null : { kind: 'literal', value: cast };
}

/**
 * A boolean that becomes a text: PostgreSQL casts it to `true`, and SQLite had stored a 1 or 0,
 * which Rails up to 6.1 takes over as it stands.
 */
function asText(value: JsonValue, type: string, session: Session): JsonValue {
  if (typeof value !== 'boolean') return value;
  const { dialect, installed } = session;
  if (dialect.types.literalForm(type).kind !== 'string') return value;
  if (dialect.engine === 'postgresql') return String(value);
  return dialect.engine === 'sqlite' && !railsAtLeast(installed, 7, 0) ? Number(value) : value;
}
