import {
  type Call,
  NotUnderstood,
  nameArgument,
  numberOption,
  textOption,
} from '../../evaluate/call.ts';
import type { Session } from '../../session.ts';

/**
 * The SQL of a view, function or trigger: `sql_definition:` as the schema dump writes it, or the
 * file that scenic and fx read: `db/views/NAME_v02.sql`. A dot of a schema becomes `_`.
 *
 * @throws {NotUnderstood} when that file is not there.
 */
export function definitionOf(folder: string, call: Call, session: Session): string {
  const given = textOption(call, 'sql_definition');
  if (given !== null) return given.trim();
  const version = String(numberOption(call, 'version') ?? 1).padStart(2, '0');
  const path = `db/${folder}/${nameArgument(call, 0).replaceAll('.', '_')}_v${version}.sql`;
  const text = session.project?.read(path) ?? null;
  if (text === null) throw new NotUnderstood(`${path}, which holds its SQL, is not there`);
  return text.trim();
}
