import type { SchemaFile, SchemaFileBlock, SchemaFileLine } from '../../../model/schema-file.ts';

/** A stretch of a schema file that is kept, replaced or taken out as a whole. */
export interface Piece {
  readonly kind: SchemaFileBlock['kind'];
  readonly name: string | null;
  readonly constraint: string | null;
  readonly text: string;
  /** For a table: its lines. Empty otherwise. */
  readonly lines: readonly GivenLine[];
  /** Text of the constraints and indexes that follow the table or view that they belong to. */
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
 * the constraints and indexes that are written right after a table or view belong to its piece.
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
  const previous = done.at(-1);
  // scenic writes a blank line after the indexes of a materialized view.
  if (piece.kind === 'blank' && previous?.kind === 'view' && endsWithIndexes(previous)) {
    return [...done.slice(0, -1), { ...previous, text: previous.text + piece.text }];
  }
  if (piece.kind !== 'constraint') return [...done, piece];
  const blanks = previous?.kind === 'blank' ? 1 : 0;
  const owner = done.at(-1 - blanks);
  if (!owner || !isOwner(owner, piece)) return [...done, piece];
  const between = done.slice(done.length - blanks).map(({ text }) => text);
  const merged = {
    ...owner,
    text: [owner.text, ...between, piece.text].join(''),
    outside: owner.outside + piece.text,
  };
  return [...done.slice(0, done.length - 1 - blanks), merged];
}

function isOwner({ kind, name }: Piece, constraint: Piece): boolean {
  return (kind === 'table' || kind === 'view') && name === constraint.name;
}

function endsWithIndexes({ text, outside }: Piece): boolean {
  return outside !== '' && text.endsWith(outside);
}
