import type { SchemaFile, SchemaFileBlock, SchemaFileLine } from '../../../model/schema-file.ts';

/** A stretch of a schema file that is kept, replaced or taken out as a whole. */
export interface Piece {
  readonly kind: SchemaFileBlock['kind'];
  readonly name: string | null;
  readonly constraint: string | null;
  readonly text: string;
  /** For a table: its lines. Empty otherwise. */
  readonly lines: readonly GivenLine[];
  /** For a table: text of the `add_check_constraint` lines that belong to it. Empty otherwise. */
  readonly outside: string;
}

/** A line of a table as the file has it. */
export interface GivenLine {
  readonly kind: SchemaFileLine['kind'];
  readonly name: string | null;
  readonly text: string;
}

/**
 * The file as pieces, which joined give back its text. Each blank line is a piece of its own, and
 * the constraints that Rails 7.2 and newer write right after a table belong to the table's piece.
 */
export function piecesOf(file: SchemaFile): readonly Piece[] {
  const pieces = file.layout.flatMap((block) => piecesOfBlock(block, file.text));
  return pieces.reduce<readonly Piece[]>(withConstraintsMerged, []);
}

/** A piece with new text, of the kind and for the object given. */
export function newPiece(
  kind: Piece['kind'],
  text: string,
  { name = null, constraint = null }: Partial<Pick<Piece, 'name' | 'constraint'>> = {},
): Piece {
  return { kind, name, constraint, text, lines: [], outside: '' };
}

export const BLANK: Piece = newPiece('blank', '\n');

function piecesOfBlock(block: SchemaFileBlock, text: string): readonly Piece[] {
  const own = text.slice(block.start, block.end);
  if (block.kind === 'blank') {
    return (own.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((line) => newPiece('blank', line));
  }
  const lines = block.lines.map(({ kind, name, start, end }) => ({
    kind,
    name,
    text: text.slice(start, end),
  }));
  return [{ ...newPiece(block.kind, own, block), lines }];
}

function withConstraintsMerged(done: readonly Piece[], piece: Piece): readonly Piece[] {
  if (piece.kind !== 'constraint') return [...done, piece];
  const blanks = done.at(-1)?.kind === 'blank' ? 1 : 0;
  const table = done.at(-1 - blanks);
  if (table?.kind !== 'table' || table.name !== piece.name) return [...done, piece];
  const between = done.slice(done.length - blanks).map(({ text }) => text);
  const merged = {
    ...table,
    text: [table.text, ...between, piece.text].join(''),
    outside: table.outside + piece.text,
  };
  return [...done.slice(0, done.length - 1 - blanks), merged];
}
