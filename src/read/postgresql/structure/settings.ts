import type { VariableSetStmt } from '@pgsql/types';
import { nodeOf, nodesOf, textsOf } from '../nodes.ts';
import type { ParsedStatement } from '../parse.ts';
import type { FileSettings } from '../statements/reading.ts';

/** What a dump sets before the tables and indexes that are not stored in the default place. */
export class Settings implements FileSettings {
  tablespace: string | null = null;
  accessMethod: string | null = null;
  /** The schema that `search_path` begins with; null for `public` and for none. */
  namespace: string | null = null;

  /** Takes SET in; false for any other statement. */
  take({ node }: ParsedStatement): boolean {
    const set = node && nodeOf(node, 'VariableSetStmt');
    if (!set) return false;
    const value = settingOf(set);
    if (set.name === 'default_tablespace') this.tablespace = value === '' ? null : value;
    if (set.name === 'default_table_access_method') {
      this.accessMethod = value === 'heap' ? null : value;
    }
    if (set.name === 'search_path') this.namespace = firstNamespace(set);
    return true;
  }
}

const COMMON = /^(?:public|pg_catalog|"?\$user"?|)$/;

/** In the path of a dump the schema stands before pg_catalog. */
function firstNamespace({ args }: VariableSetStmt): string | null {
  const [first] = nodesOf(args, 'A_Const');
  const name = first?.sval?.sval ?? '';
  return COMMON.test(name) ? null : name;
}

/** The value as text; null for DEFAULT. */
function settingOf({ args }: VariableSetStmt): string | null {
  const [constant] = nodesOf(args, 'A_Const');
  if (constant?.sval) return constant.sval.sval ?? '';
  const [type] = nodesOf(args, 'TypeName');
  return type ? (textsOf(type.names).at(-1) ?? null) : null;
}
