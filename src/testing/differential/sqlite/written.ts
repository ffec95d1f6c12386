import { applyOperation } from '../../../apply/index.ts';
import type { AppliedOperation, Migration } from '../../../model/migration.ts';
import type { Operation } from '../../../model/operation.ts';
import type { Schema } from '../../../model/schema.ts';
import { sqliteOperations } from '../../../read/sqlite/statements/index.ts';
import { readSqliteStructure } from '../../../read/sqlite/structure/index.ts';
import { writeSqliteStructure } from '../../../write/structure/sqlite/index.ts';
import { schemaLines } from '../../../write/structure/sqlite/schema-lines.ts';
import { LiveDatabase } from './live-database.ts';

const MIGRATION: Migration = {
  path: 'db/migrate/1_change.sql',
  tool: 'rails',
  version: '1',
  name: 'change',
  rails: null,
  transactional: true,
  operations: [],
  down: { kind: 'none', irreversible: [] },
  text: '',
};

/**
 * What SQLite's dump is after statements that both took, and what migdocs predicts it to be from the
 * dump before the last ones.
 */
export async function dumps(
  first: readonly string[],
  then: readonly string[],
): Promise<{ readonly theirs: string; readonly ours: string }> {
  const database = new LiveDatabase();
  try {
    const lines = schemaLines(await readSqliteStructure('', 'db/structure.sql'), null);
    for (const sql of first) database.run(sql);
    const file = await readSqliteStructure(database.dump(lines), 'db/structure.sql');
    const applied = stepsOf(then, file.schema);
    for (const sql of then) database.run(sql);
    const after = applied.at(-1)?.after ?? file.schema;
    const ours = await writeSqliteStructure(file, after, { ran: [], rails: null, applied });
    return { theirs: database.dump(lines), ours };
  } finally {
    database.close();
  }
}

function stepsOf(statements: readonly string[], before: Schema): readonly AppliedOperation[] {
  const applied: AppliedOperation[] = [];
  const scope = { schema: before };
  for (const [at, sql] of statements.entries()) {
    const source = { path: MIGRATION.path, line: at + 1, column: 1, endLine: at + 1 };
    for (const { body, impliedBy } of sqliteOperations(sql, scope)) {
      const operation: Operation = { ...body, source, condition: null, assured: false, impliedBy };
      const after = applyOperation(scope.schema, operation);
      applied.push({ operation, before: scope.schema, after, migration: MIGRATION });
      scope.schema = after;
    }
  }
  return applied;
}
