import { applyOperation } from '../../apply/index.ts';
import { InputError } from '../../model/errors.ts';
import type { AppliedOperation, Migration } from '../../model/migration.ts';
import type { Operation } from '../../model/operation.ts';
import type { Schema } from '../../model/schema.ts';
import { readMigrations, readRollback } from '../../read/ruby/index.ts';
import { readSchemaFile } from '../../read/schema-file.ts';
import { writeSchemaFile } from '../../write/schema-file.ts';
import type { Judge, JudgedGroup, JudgedMigration } from './cases.ts';
import { filesOf, type Predicted, pathOf } from './predict.ts';

/** Predicts one direction of a migration over a structure.sql that sqlite3 or mysqldump dumped. */
export async function predictStructure(
  direction: 'up' | 'down',
  migration: JudgedMigration,
  group: JudgedGroup,
  before: string,
  { engine, rails }: Judge,
): Promise<Predicted> {
  const file = await readSchemaFile(before, 'db/structure.sql', { engine, rails });
  const others = group.cases.map(({ name, text }) => ({ path: pathOf(name), text }));
  const options = { rails, project: filesOf(others), dumpsSql: true };
  const migrationFile = { path: pathOf(migration.name), text: migration.text };
  try {
    const told = await run(direction, migrationFile, file.schema, options);
    const flagged = [
      ...told.refused,
      ...told.operations.flatMap((each) => (each.kind === 'opaque' ? [each.reason] : [])),
    ];
    const applied = stepsOf(told.operations, file.schema);
    const after = applied.at(-1)?.after ?? file.schema;
    return {
      schema: await writeSchemaFile(file, after, { ran: [], rails, applied }),
      flagged,
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { schema: null, flagged: [error.message] };
  }
}

async function run(
  direction: 'up' | 'down',
  file: { readonly path: string; readonly text: string },
  before: Schema,
  options: Parameters<typeof readRollback>[2],
): Promise<{ readonly operations: readonly Operation[]; readonly refused: readonly string[] }> {
  if (direction === 'down') {
    const { operations, refused } = await readRollback(file, before, options);
    return { operations, refused: refused.map(({ reason }) => reason) };
  }
  const { migrations } = await readMigrations([file], before, options);
  return { operations: migrations.flatMap(({ operations }) => operations), refused: [] };
}

const MIGRATION: Migration = {
  path: 'db/migrate/1_judged.rb',
  tool: 'rails',
  version: '1',
  name: 'Judged',
  rails: null,
  transactional: true,
  operations: [],
  down: { kind: 'none', irreversible: [] },
  text: '',
};

function stepsOf(operations: readonly Operation[], before: Schema): readonly AppliedOperation[] {
  let schema = before;
  return operations.map((operation) => {
    const step = { operation, before: schema, after: applyOperation(schema, operation) };
    schema = step.after;
    return { ...step, migration: MIGRATION };
  });
}
