import type { SqlMigrationFile } from './file.ts';
import { linesOf } from './lines.ts';
import { refused } from './refused.ts';
import { plainPart, type ScriptsOf } from './script.ts';
import { endsStatement, StatementLines } from './statement-lines.ts';

type Direction = 'up' | 'down';

/** What has been read of a file so far. */
interface Reading {
  direction: Direction | null;
  inBlock: boolean;
  readonly statements: { readonly [D in Direction]: StatementLines };
  readonly untransacted: Set<Direction>;
}

/**
 * A sql-migrate migration: `-- +migrate Up` and `-- +migrate Down`, in a transaction each unless
 * the line says `notransaction`.
 * sql-migrate v1.8, sqlparse/sqlparse.go: ParseMigration
 */
export const sqlMigrateScripts: ScriptsOf = (file) => {
  const reading: Reading = {
    direction: null,
    inBlock: false,
    statements: { up: new StatementLines(), down: new StatementLines() },
    untransacted: new Set(),
  };
  for (const line of linesOf(file.text)) {
    const command = /^-- \+migrate\s+(\S+)(.*)/.exec(line.text);
    if (command) run(reading, file, line.number, command);
    else if (!/^-- /.test(line.text) && reading.direction !== null) {
      const lines = reading.statements[reading.direction];
      if (lines.open || line.text.trim() !== '') lines.add(line);
      if (!reading.inBlock && endsStatement(line.text)) lines.close(false);
    }
  }
  refuseUnfinished(reading, file);
  const { up, down } = reading.statements;
  if (reading.direction === null) throw refused(file, 1, 'it has no `-- +migrate Up` line');
  const script = (lines: StatementLines, direction: Direction) => ({
    file,
    parts: lines.stretches.map(({ start, end, whole }) => plainPart(file.text, start, end, whole)),
    transaction: reading.untransacted.has(direction) ? ('statements' as const) : ('file' as const),
    clientCommands: 0,
  });
  return { up: script(up, 'up'), down: script(down, 'down') };
};

function run(
  reading: Reading,
  file: SqlMigrationFile,
  line: number,
  [, name = '', options = '']: readonly string[],
): void {
  if (name === 'Up' || name === 'Down') {
    refuseUnfinished(reading, file);
    reading.direction = name === 'Up' ? 'up' : 'down';
    if (/\snotransaction(?:\s|$)/.test(options)) reading.untransacted.add(reading.direction);
  } else if (name === 'StatementBegin') {
    reading.inBlock = reading.direction !== null;
  } else if (name === 'StatementEnd') {
    if (reading.direction && reading.inBlock) reading.statements[reading.direction].close(true);
    reading.inBlock = false;
  } else {
    throw refused(file, line, `it does not know the command \`${name}\``);
  }
}

function refuseUnfinished({ statements, inBlock }: Reading, file: SqlMigrationFile): void {
  const open = statements.up.open ?? statements.down.open;
  if (!open) return;
  const missing = inBlock ? 'no StatementEnd' : 'no semicolon at its end';
  throw refused(file, open.number, `the statement that begins here has ${missing}`);
}
