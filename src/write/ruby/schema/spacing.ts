import type { GivenLine, Piece } from './pieces.ts';

/** What the dumper puts in front of a line of a table; null for lines that are not its own. */
const INDENTATION: { readonly [K in GivenLine['kind']]: string | null } = {
  head: '  ',
  column: '    ',
  index: '    ',
  checkConstraint: '    ',
  uniqueConstraint: '    ',
  exclusionConstraint: '    ',
  other: null,
  end: '  ',
};

/** Between two of these no dumper writes more than one blank line. Gems that add sections do. */
const SINGLE_SPACED: ReadonlySet<Piece['kind']> = new Set([
  'preamble',
  'namespace',
  'extension',
  'enum',
  'table',
  'foreignKey',
  'end',
]);

/**
 * The pieces with the spaces that a dump has. Merges and edits by hand leave second blank lines,
 * spaces at the ends of lines and lines that are set in too far, none of which the next dump keeps.
 * A file that is set in by another habit throughout, as by a formatter, keeps its own.
 */
export function withDumpersSpacing(pieces: readonly Piece[]): readonly Piece[] {
  const isUsual = isSetInAsDumped(pieces);
  return pieces
    .filter((piece, at) => {
      const isSecond = piece.kind === 'blank' && pieces[at - 1]?.kind === 'blank';
      return !isSecond || !neighboursOf(pieces, at).every((kind) => SINGLE_SPACED.has(kind));
    })
    .map((piece) => (isUsual && piece.kind === 'table' ? tidied(piece) : piece));
}

/** The kinds of what stands before and after the blank lines around a place. */
function neighboursOf(pieces: readonly Piece[], at: number): readonly Piece['kind'][] {
  const before = pieces.slice(0, at).findLast(({ kind }) => kind !== 'blank');
  const after = pieces.slice(at).find(({ kind }) => kind !== 'blank');
  return [before?.kind ?? 'blank', after?.kind ?? 'blank'];
}

function isSetInAsDumped(pieces: readonly Piece[]): boolean {
  const lines = pieces.flatMap((piece) => (piece.kind === 'table' ? piece.lines : []));
  return lines.filter((line) => line.text !== tidiedLine(line).text).length * 4 < lines.length;
}

function tidied(piece: Piece): Piece {
  const lines = piece.lines.map(tidiedLine);
  const before = piece.lines.map(({ text }) => text).join('');
  if (!piece.text.startsWith(before)) return piece;
  const text = lines.map((line) => line.text).join('') + piece.text.slice(before.length);
  return { ...piece, lines, text };
}

function tidiedLine(line: GivenLine): GivenLine {
  const indentation = INDENTATION[line.kind];
  const match = /^[ \t]*(\S.*?)[ \t]*(\n?)$/.exec(line.text);
  if (indentation === null || !match) return line;
  return { ...line, text: `${indentation}${match[1] ?? ''}${match[2] ?? ''}` };
}
