import type { ColumnDefault } from '../../../model/schema.ts';
import type { Session } from '../session.ts';

/** A default that stays while the type of its column changes. */
export function castDefault(
  value: ColumnDefault | null,
  type: string,
  session: Session,
): ColumnDefault | null {
  if (value?.kind !== 'literal') return value;
  const cast = session.dialect.types.castLiteral(value.value, type);
  return cast === null ? null : { kind: 'literal', value: cast };
}
