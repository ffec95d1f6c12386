import type { Node } from '@ruby/prism/src/nodes.js';
import type { SchemaFileBlock } from '../../../model/schema-file.ts';
import type { RubyParser, RubySource } from '../source.ts';
import type { Chunk } from './chunks.ts';
import { type ReadStatement, shifted, statementBlock, wholeLines } from './layout.ts';
import { fail } from './not-as-dumped.ts';

/** Statements of one chunk, parsed along with those of others. */
export interface ParsedChunk {
  readonly nodes: readonly Node[];
  readonly source: RubySource;
  /** Where the chunk begins in the text of `source`. */
  readonly start: number;
}

/**
 * Parses chunks of a text, all in one go.
 *
 * @throws {NotAsDumped} when the statements do not end where the chunks do.
 */
export function parsedChunks(
  chunks: readonly Chunk[],
  text: string,
  parse: RubyParser,
): Map<Chunk, ParsedChunk> {
  const texts = chunks.map(({ start, end }) => text.slice(start, end));
  const source = parsedOrNull(texts.join(''), parse);
  if (!source) return fail();
  const { body } = source.program.statements;
  const found = new Map<Chunk, ParsedChunk>();
  let at = 0;
  let start = 0;
  for (const chunk of chunks) {
    const nodes = body.slice(at, at + chunk.statements);
    const end = start + chunk.end - chunk.start;
    const isWithin = nodes.every((node) => {
      const extent = source.extent(node);
      return extent.start >= start && extent.end <= end;
    });
    if (nodes.length < chunk.statements || !isWithin) return fail();
    found.set(chunk, { nodes, source, start });
    at += chunk.statements;
    start = end;
  }
  return at === body.length ? found : fail();
}

function parsedOrNull(text: string, parse: RubyParser): RubySource | null {
  try {
    return parse(text, '');
  } catch {
    // The whole file is read next, and tells what is wrong with its place.
    return null;
  }
}

/** The blocks of a chunk's statements, counted from its beginning. @throws {NotAsDumped} when they leave a gap. */
export function blocksOf(
  statements: readonly ReadStatement[],
  { source, start }: ParsedChunk,
  chunk: Chunk,
): readonly SchemaFileBlock[] {
  const blocks = statements.map((statement) => {
    const extent = wholeLines(source.extent(statement.node), source.text);
    return shifted(statementBlock(statement, extent, source), -start);
  });
  let at = 0;
  for (const own of blocks) {
    if (own.start !== at) fail();
    at = own.end;
  }
  return at === chunk.end - chunk.start ? blocks : fail();
}
