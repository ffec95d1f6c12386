import type { InputFile } from '../model/proposal.ts';
import type { Base } from './base.ts';
import { sha256 } from './files.ts';

/** What was read of a project. */
export interface ReadInputs {
  readonly config: { readonly path: string; readonly text: string } | null;
  /** Files that tell the engine, the version of Rails or the tool, by path. */
  readonly signs: ReadonlyMap<string, string>;
  readonly schemaPath: string;
  readonly base: Base;
  readonly target: { readonly path: string; readonly text: string } | null;
  readonly survey: { readonly path: string; readonly text: string } | null;
  /** What the migrations read in turn, by path. */
  readonly seen: ReadonlyMap<string, string>;
}

/** The inputs with their digests, each file once. */
export function describeInputs(read: ReadInputs): readonly InputFile[] {
  const { base, target, config, survey } = read;
  const migrations = base.migrations.flatMap((migration) =>
    'down' in migration && migration.down ? [migration, migration.down] : [migration],
  );
  const paths = new Set(migrations.map(({ path }) => path));
  const others = [...read.seen]
    .filter(([path]) => !paths.has(path))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    describe(read.schemaPath, base.schemaText, 'schema'),
    ...(target ? [describe(target.path, target.text, 'target schema')] : []),
    ...migrations.map(({ path, text }) => describe(path, text, 'migration')),
    ...others.map(([path, text]) => describe(path, text, roleOf(path))),
    ...(config === null ? [] : [describe(config.path, config.text, 'configuration')]),
    ...(survey === null ? [] : [describe(survey.path, survey.text, 'survey')]),
    ...[...read.signs].map(([path, text]) => describe(path, text, 'engine sign')),
  ];
}

function describe(path: string, text: string, role: InputFile['role']): InputFile {
  return { path, role, sha256: sha256(text), bytes: Buffer.byteLength(text) };
}

function roleOf(path: string): InputFile['role'] {
  if (path.includes('/functions/')) return 'function definition';
  if (path.includes('/triggers/')) return 'trigger definition';
  return path.endsWith('.rb') ? 'migration' : 'view definition';
}
