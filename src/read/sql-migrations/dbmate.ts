import type { SqlMigrationFile } from './file.ts';
import { lineAt, refused } from './refused.ts';
import { plainPart, type Script, type ScriptsOf, type SqlPart } from './script.ts';

/** dbmate 2.35, pkg/dbmate/migration.go: the directive begins its line. */
const UP = /^--\s*migrate:up(?:[^\S\n]*$|[^\S\n]+\S+.*$)/gm;
const DOWN = /^--\s*migrate:down(?:[^\S\n]*$|[^\S\n]+\S+.*$)/gm;

interface Directive {
  readonly kind: 'up' | 'down';
  readonly start: number;
  readonly text: string;
}

/**
 * A dbmate migration: `-- migrate:up` and `-- migrate:down` blocks, a pair of them or several, each
 * in a transaction of its own unless its directive says `transaction:false`. Before version 2 a file
 * could do without the way down (a02315fbb "Stricter migration parsing").
 */
export const dbmateScripts: ScriptsOf = (file) => {
  const directives = directivesOf(file);
  const blocks = directives.map((directive, position) => ({
    ...directive,
    part: plainPart(
      file.text,
      directive.start,
      directives[position + 1]?.start ?? file.text.length,
    ),
  }));
  const downs = blocks.filter(({ kind }) => kind === 'down');
  return {
    up: scriptOf(
      file,
      blocks.filter(({ kind }) => kind === 'up'),
    ),
    // Rolling back takes the pairs from the last to the first.
    down: downs.length === 0 ? null : scriptOf(file, downs.toReversed()),
  };
};

function directivesOf(file: SqlMigrationFile): readonly Directive[] {
  const { text } = file;
  const found = [...matches(text, UP, 'up'), ...matches(text, DOWN, 'down')].sort(
    (a, b) => a.start - b.start,
  );
  const [first] = found;
  if (!found.some(({ kind }) => kind === 'up')) {
    throw refused(file, 1, 'it has no `-- migrate:up` line');
  }
  const ahead = text.slice(0, first?.start).split('\n');
  const statement = ahead.findIndex((line) => !/^\s*(?:--.*)?$/.test(line));
  if (statement >= 0) throw refused(file, statement + 1, 'a statement precedes `-- migrate:up`');
  found.forEach(({ kind, start }, position) => {
    if (kind === 'up' || found[position - 1]?.kind === 'up') return;
    throw refused(file, lineAt(text, start), '`-- migrate:up` must come before this line');
  });
  return found;
}

function matches(text: string, pattern: RegExp, kind: Directive['kind']): readonly Directive[] {
  return [...text.matchAll(pattern)].map((match) => ({ kind, start: match.index, text: match[0] }));
}

function scriptOf(
  file: SqlMigrationFile,
  blocks: readonly (Directive & { readonly part: SqlPart })[],
): Script {
  const inTransaction = blocks.every(({ text }) => !/\stransaction:false(?:\s|$)/.test(text));
  return {
    file,
    parts: blocks.map(({ part }) => part),
    transaction: inTransaction ? 'file' : 'batch',
    clientCommands: 0,
  };
}
