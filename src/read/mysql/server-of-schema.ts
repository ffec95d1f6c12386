import { serverOf } from '../../dialect/mysql/server.ts';
import type { Schema } from '../../model/schema.ts';
import { countedVersion, type MysqlServer, UNKNOWN_SERVER } from './server.ts';

/** The server that a schema shows, by what only one of them or only a new one has. */
export function serverOfSchema(schema: Schema): MysqlServer {
  const { server } = schema;
  if (server && server.name !== 'postgresql') {
    return { name: server.name, version: null, atLeast: countedVersion(server.version) };
  }
  const collations = schema.tables.flatMap((table) => [
    table.collation ?? /\bCOLLATE=(\w+)/i.exec(table.options ?? '')?.[1] ?? null,
    ...table.columns.map(({ collation }) => collation),
  ]);
  const shows = (part: string) => collations.some((collation) => collation?.includes(part));
  if (shows('_uca1400_')) return { name: 'mariadb', version: null, atLeast: 110600 };
  if (shows('_0900_')) return { name: 'mysql', version: null, atLeast: 80000 };
  const name = serverOf(schema);
  if (name === 'mariadb') return { name, version: null, atLeast: 100200 };
  // Since 8.0.11 MySQL names the collation of utf8mb4, its default too.
  if (schema.tables.some(isBareUtf8mb4)) return { name: 'mysql', version: null, atLeast: 50500 };
  return { ...UNKNOWN_SERVER, name };
}

function isBareUtf8mb4({ charset, collation, options }: Schema['tables'][number]): boolean {
  const named = charset ?? /\bCHARSET=(\w+)/i.exec(options ?? '')?.[1];
  return named === 'utf8mb4' && collation === null && !/\bCOLLATE=/i.test(options ?? '');
}
