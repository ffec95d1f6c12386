import { type Call, withOption } from '../../evaluate/call.ts';
import { FALSE, option, string, symbol } from '../../evaluate/values.ts';
import type { Session } from '../../session.ts';

/**
 * True in a project with the gem ar-uuid, which makes keys and references of PostgreSQL uuids where
 * a migration does not say otherwise (0.2.3, ar/uuid/schema.rb and table_definition.rb).
 */
function hasUuidKeys({ dialect, dumped, project }: Session): boolean {
  if (dumped || dialect.engine !== 'postgresql') return false;
  return /^ {4}ar-uuid \(/m.test(project?.read('Gemfile.lock') ?? '');
}

/** A `create_table` with the key that the gem gives it, by the function of the extension that is there. */
export function withUuidKey(call: Call, session: Session): Call {
  if (option(call.options, 'id') !== undefined || !hasUuidKeys(session)) return call;
  const names = new Set(session.schema.extensions.map(({ name }) => name));
  const isOssp = names.has('uuid-ossp') && !names.has('pgcrypto');
  const keyed = withOption(call, { id: symbol('uuid') });
  return isOssp && option(call.options, 'default') === undefined
    ? withOption(keyed, { default: string('uuid_generate_v4()') })
    : keyed;
}

/** An `add_reference` with the type that the gem gives it. */
export function withUuidReference(call: Call, session: Session): Call {
  if (option(call.options, 'type') !== undefined || !hasUuidKeys(session)) return call;
  return withOption(call, { type: symbol('uuid') });
}

/** A `t.references` of a new table, which is NOT NULL too, as `belongs_to` is required since Rails 5.0. */
export function withUuidParent(call: Call, session: Session): Call {
  if (!hasUuidKeys(session)) return call;
  const typed = withUuidReference(call, session);
  return option(call.options, 'null') === undefined ? withOption(typed, { null: FALSE }) : typed;
}
