import { diffSchemas } from '../diff/index.ts';
import type { Change, ObjectReference } from '../model/change.ts';
import type { Schema } from '../model/schema.ts';
import type { MigrationFile } from '../project/selection.ts';

/**
 * Objects that the dump changes and that no migration names: they came from elsewhere, such as a
 * developer's database that held another branch's work. Nothing could have predicted them.
 */
export function driftOf(
  schemas: { readonly before: Schema; readonly predicted: Schema; readonly dumped: Schema },
  migrations: readonly MigrationFile[],
): readonly ObjectReference[] {
  const { before, predicted, dumped } = schemas;
  const expected = new Set(diffSchemas(before, predicted).map(keyOf));
  const text = migrations.map((migration) => migration.text.toLowerCase()).join('\n');
  return diffSchemas(before, dumped)
    .filter((change) => !expected.has(keyOf(change)) && !isNamed(change, text))
    .map(({ object }) => object);
}

function keyOf({ object: { type, objectType, table, name } }: Change): string {
  return `${objectType ?? type} ${table} ${name}`;
}

/** What a command can write without its name: `t.timestamps`, `t.references :user`. */
const WRITTEN_OTHERWISE = /^(?:id|created_at|updated_at|lock_version|position)$/;
const ENDINGS =
  /_(?:ids?|type|at|on|s|seq|file_name|content_type|file_size|updated_at|fingerprint)$/;

function isNamed({ object: { type, table, name } }: Change, text: string): boolean {
  const owner = table ?? name;
  if (!mentions(text, owner)) return false;
  if (table === null || type !== 'column' || WRITTEN_OTHERWISE.test(name)) return true;
  return mentions(text, name);
}

function mentions(text: string, name: string): boolean {
  const written = name.toLowerCase().split('.').at(-1) ?? '';
  const stem = written.replace(ENDINGS, '');
  return text.includes(written) || text.includes(stem) || text.includes(written.replace(/s$/, ''));
}
