import type {
  RubySchemaFile,
  SchemaFileBlock,
  SchemaFileLine,
} from '../../../model/schema-file.ts';

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
export function piecesOf(file: RubySchemaFile): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const block of file.layout) {
    for (const piece of piecesOfBlock(block, file.text)) append(pieces, piece);
  }
  return pieces;
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
  return [block.kind === 'table' ? tablePiece(block, own, text) : newPiece(block.kind, own, block)];
}

/** Most tables do not change, so that their lines are cut up only when somebody looks at them. */
function tablePiece(block: SchemaFileBlock, own: string, text: string): Piece {
  let lines: readonly GivenLine[] | null = null;
  const { kind, name, constraint } = block;
  return {
    kind,
    name,
    constraint,
    text: own,
    outside: '',
    get lines() {
      lines ??= block.lines.map((line) => ({
        kind: line.kind,
        name: line.name,
        text: text.slice(line.start, line.end),
      }));
      return lines;
    },
  };
}

/** Adds a piece, or merges it into the one that it belongs to. */
function append(done: Piece[], piece: Piece): void {
  const previous = done.at(-1);
  // scenic writes a blank line after the indexes of a materialized view.
  if (piece.kind === 'blank' && previous?.kind === 'view' && endsWithIndexes(previous)) {
    done.splice(-1, 1, { ...previous, text: previous.text + piece.text });
    return;
  }
  const blanks = previous?.kind === 'blank' ? 1 : 0;
  const owner = done.at(-1 - blanks);
  if (piece.kind !== 'constraint' || !owner || !isOwner(owner, piece)) {
    done.push(piece);
    return;
  }
  const between = done.slice(done.length - blanks).map(({ text }) => text);
  done.splice(-1 - blanks, 1 + blanks, {
    ...owner,
    text: [owner.text, ...between, piece.text].join(''),
    outside: owner.outside + piece.text,
  });
}

function isOwner({ kind, name }: Piece, constraint: Piece): boolean {
  return (kind === 'table' || kind === 'view') && name === constraint.name;
}

function endsWithIndexes({ text, outside }: Piece): boolean {
  return outside !== '' && text.endsWith(outside);
}
