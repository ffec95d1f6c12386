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
  if (pieces.every((piece, at) => isSpacedAsDumped(piece, pieces[at - 1]))) return pieces;
  const isUsual = isSetInAsDumped(pieces);
  return pieces
    .filter((piece, at) => {
      const isSecond = piece.kind === 'blank' && pieces[at - 1]?.kind === 'blank';
      return !isSecond || !neighboursOf(pieces, at).every((kind) => SINGLE_SPACED.has(kind));
    })
    .map((piece) => (isUsual && piece.kind === 'table' ? tidied(piece) : piece));
}

function isSpacedAsDumped(piece: Piece, previous: Piece | undefined): boolean {
  if (piece.kind === 'blank') return previous?.kind !== 'blank';
  return piece.kind !== 'table' || isTidyText(piece.text) || piece.lines.every(isTidy);
}

const SPACE = ' '.charCodeAt(0);

/** True for lines of which the first is set in by two spaces and the others by four, without spaces at their ends. */
function isTidyText(text: string): boolean {
  if (!text.startsWith('  ') || !text.endsWith('\n  end\n')) return false;
  let start = 0;
  let end = text.indexOf('\n');
  let indentation = '  '.length;
  while (end < text.length - '  end\n'.length) {
    if (text.charCodeAt(start + indentation) <= SPACE || text.charCodeAt(end - 1) <= SPACE)
      return false;
    start = end + 1;
    indentation = start === text.length - '  end\n'.length ? '  '.length : '    '.length;
    if (!text.startsWith('    '.slice(0, indentation), start)) return false;
    end = text.indexOf('\n', start);
  }
  return true;
}

function isTidy(line: GivenLine): boolean {
  return tidiedLine(line).text === line.text;
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
