import { InputError } from '../../model/errors.ts';
import type { SqlMigrationFile } from './file.ts';
import { type Line, linesOf } from './lines.ts';
import { filledPart, type Placeholder } from './placeholders.ts';
import { refused } from './refused.ts';
import type { Script, ScriptsOf } from './script.ts';
import { endsStatement, StatementLines, type Stretch } from './statement-lines.ts';

type Direction = 'up' | 'down';

const ANNOTATIONS = [
  'up',
  'down',
  'statementbegin',
  'statementend',
  'no transaction',
  'envsub on',
  'envsub off',
] as const;

type Annotation = (typeof ANNOTATIONS)[number];

/**
 * A goose migration: `-- +goose Up` and `-- +goose Down`. A statement ends with a line that ends in
 * a semicolon, or with `-- +goose StatementEnd`; the file runs in a transaction unless
 * `-- +goose NO TRANSACTION` stands in it.
 * goose v3.27, internal/sqlparser/parser.go: ParseSQLMigration
 */
export const gooseScripts: ScriptsOf = (file) => {
  const lines = linesOf(file.text);
  const hasDown = lines.some((line) => annotationOf(file, line) === 'down');
  return { up: read(file, lines, 'up'), down: hasDown ? readDown(file, lines) : null };
};

/** What goose has against a way back shows when it is taken. */
function readDown(file: SqlMigrationFile, lines: readonly Line[]): Script {
  try {
    return read(file, lines, 'down');
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const end = file.text.length;
    const parts = [{ opaque: error.message, start: 0, end }];
    return { file, parts, transaction: 'file', clientCommands: 0 };
  }
}

function read(file: SqlMigrationFile, lines: readonly Line[], wanted: Direction): Script {
  const reading = new Reading(file, wanted);
  for (const line of lines) reading.line(line);
  reading.end(lines.length);
  const { stretches, placeholders, inTransaction } = reading;
  return {
    file,
    parts: stretches.map((stretch) => filledPart(file.text, stretch, placeholders, file.variables)),
    transaction: inTransaction ? 'file' : 'statements',
    clientCommands: 0,
  };
}

class Reading {
  inTransaction = true;
  readonly placeholders: Placeholder[] = [];
  readonly #file: SqlMigrationFile;
  readonly #wanted: Direction;
  readonly #statement = new StatementLines();
  #direction: Direction | null = null;
  #inBlock = false;
  #substitutes = false;

  constructor(file: SqlMigrationFile, wanted: Direction) {
    this.#file = file;
    this.#wanted = wanted;
  }

  get stretches(): readonly Stretch[] {
    return this.#statement.stretches;
  }

  line(line: Line): void {
    const annotation = annotationOf(this.#file, line);
    if (annotation !== null) this.#annotate(annotation, line);
    else this.#sql(line);
  }

  end(last: number): void {
    if (this.#direction === null) this.#refuse(1, 'it has no `-- +goose Up` line');
    if (this.#inBlock) this.#refuse(last, 'a `-- +goose StatementBegin` has no StatementEnd');
    this.#refuseUnfinished();
  }

  #sql(line: Line): void {
    const isBlank = line.text === '' || (this.#direction === null && line.text.trim() === '');
    const isComment = line.text.trimStart().startsWith('--');
    if (!this.#statement.open && (isBlank || isComment)) return;
    if (this.#direction === null) {
      this.#refuse(line.number, 'a statement precedes `-- +goose Up`');
    }
    if (this.#substitutes) this.placeholders.push(...environmentIn(line));
    if (this.#direction !== this.#wanted) return;
    this.#statement.add(line);
    if (!this.#inBlock && endsStatement(line.text)) this.#statement.close(false);
  }

  #annotate(annotation: Annotation, line: Line): void {
    if (annotation === 'no transaction') this.inTransaction = false;
    else if (annotation === 'envsub on') this.#substitutes = true;
    else if (annotation === 'envsub off') this.#substitutes = false;
    else if (annotation === 'up' || annotation === 'down') this.#turn(annotation, line);
    else this.#block(annotation === 'statementbegin', line);
  }

  #turn(direction: Direction, line: Line): void {
    if (direction === 'up' && this.#direction !== null) {
      this.#refuse(line.number, '`-- +goose Up` stands twice or after Down');
    }
    if (direction === 'down' && (this.#direction !== 'up' || this.#inBlock)) {
      this.#refuse(line.number, '`-- +goose Down` must follow a finished Up part');
    }
    this.#refuseUnfinished();
    this.#direction = direction;
  }

  #block(begins: boolean, line: Line): void {
    if (this.#direction === null) {
      this.#refuse(line.number, 'StatementBegin stands before `-- +goose Up`');
    }
    if (begins === this.#inBlock) {
      this.#refuse(line.number, 'StatementBegin and StatementEnd do not take turns');
    }
    if (!begins) this.#statement.close(true);
    this.#inBlock = begins;
  }

  #refuseUnfinished(): void {
    const { open } = this.#statement;
    if (open)
      this.#refuse(open.number, 'the statement that begins here has no semicolon at its end');
  }

  #refuse(line: number, reason: string): never {
    throw refused(this.#file, line, reason);
  }
}

/** @throws {InputError} for an annotation that goose does not know, or that is indented. */
function annotationOf(file: SqlMigrationFile, line: Line): Annotation | null {
  const { text } = line;
  if (!text.trim().startsWith('--') || !text.includes('+goose')) return null;
  const words = text.replaceAll('--', '').replace('+goose', '').trim().toLowerCase();
  const annotation = ANNOTATIONS.find((known) => known === words);
  if (annotation !== undefined && !/^\s/.test(text)) return annotation;
  throw refused(file, line.number, `it does not know the annotation \`${text.trim()}\``);
}

/** `${NAME}`, `${NAME:-default}` and `$NAME`; `$$` and `\$` stand for a dollar. */
function environmentIn(line: Line): readonly Placeholder[] {
  const found = line.text.matchAll(/\\\$|\$\$|\$\{(\w+)[^}]*\}|\$([A-Za-z_]\w*)/g);
  return [...found].flatMap((match) => {
    const name = match[1] ?? match[2];
    if (name === undefined) return [];
    const start = line.start + match.index;
    return [
      {
        start,
        end: start + match[0].length,
        name,
        quoted: (value: string) => value,
        reason: `it takes ${match[0]} from the environment, which no file tells`,
      },
    ];
  });
}
