import type { MysqlScope } from '../../mysql/scope.ts';
import {
  charsetInDump,
  collationInDump,
  columnCollation,
  defaultCollation,
  tableDefaults,
} from '../commands/tables/table-defaults.ts';
import type { Session } from '../session.ts';

/** What SQL for MySQL is read over when a migration of Rails runs it. */
export function mysqlScope(session: Session): MysqlScope {
  return {
    get schema() {
      return session.schema;
    },
    charsets: {
      tableDefaults: () => tableDefaults(session),
      shown(charset, stated) {
        const name = charsetInDump(charset, session);
        const collation = stated ?? defaultCollation(charset, session);
        return { charset: name, collation: collation && collationInDump(collation, name, session) };
      },
      columnCollation: (collation) => columnCollation(collation, session),
    },
  };
}
