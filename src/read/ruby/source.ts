import type { IntegerNode, Node, ProgramNode } from '@ruby/prism/src/nodes.js';
import { InterpolatedStringNode, StringNode } from '@ruby/prism/src/nodes.js';
import { InputError } from '../../model/errors.ts';
import type { SourceLocation } from '../../model/source.ts';
import { type Extent, locator } from '../places.ts';
import { childNodesOf } from './child-nodes.ts';
import { parseInteger } from './integer.ts';
import { tooDeep } from './nesting.ts';
import { loadPrism, type Parse } from './prism.ts';

/** A parsed Ruby file. */
export interface RubySource {
  readonly path: string;
  readonly text: string;
  readonly program: ProgramNode;
  readonly comments: readonly Extent[];
  /** Where the node stands, bodies of its heredocs included. */
  readonly extent: (node: Node) => Extent;
  readonly locate: (node: Node) => SourceLocation;
  /** The node's text, bodies of its heredocs included. */
  readonly textOf: (node: Node) => string;
  /** The number that an integer literal of this file stands for. */
  readonly integerOf: (node: IntegerNode) => bigint;
  /** The position in the text of a byte as Prism counts them. */
  readonly indexOf: (byte: number) => number;
  /** The place of a position in the text. */
  readonly locationAt: (extent: Extent) => SourceLocation;
}

/** Parses Ruby files with a parser that is already loaded. */
export type RubyParser = (text: string, path: string) => RubySource;

/** Loads the parser. What it returns throws {@link InputError} on text that is not valid Ruby. */
export async function loadRubyParser(): Promise<RubyParser> {
  const parse = await loadPrism();
  return (text, path) => {
    assertReadable(text, path);
    const result = parsed(parse, text, path);
    const toIndex = byteIndex(text);
    const locationAt = locator(text, path);
    const first = result.errors[0];
    if (first) {
      const start = toIndex(first.location.startOffset);
      throw new InputError(`This is not valid Ruby: ${first.message}.`, {
        location: locationAt({ start, end: start }),
        remedy: 'Correct the syntax; `ruby -c` shows all the errors of a file.',
      });
    }
    const extent = (node: Node): Extent => nodeExtent(node, toIndex);
    const textOf = (node: Node): string => {
      const { start, end } = extent(node);
      return text.slice(start, end);
    };
    return {
      path,
      text,
      program: result.value,
      comments: result.comments.map(({ location }) => ({
        start: toIndex(location.startOffset),
        end: toIndex(location.startOffset + location.length),
      })),
      extent,
      locate: (node) => locationAt(extent(node)),
      textOf,
      integerOf: (node) => parseInteger(textOf(node)),
      indexOf: toIndex,
      locationAt,
    };
  };
}

/** @throws {InputError} when the statements are nested too deeply for the parser's stack of 64 KiB. */
function parsed(parse: Parse, text: string, path: string): ReturnType<Parse> {
  const deep = tooDeep(text);
  if (deep !== null) throw nestedTooDeeply(locator(text, path)({ start: deep, end: deep }));
  try {
    return parse(text);
  } catch {
    throw nestedTooDeeply({ path, line: 1, column: 1, endLine: 1 });
  }
}

function nestedTooDeeply(location: SourceLocation): InputError {
  return new InputError(
    'The Ruby parser broke off: this is not valid Ruby, or nested too deeply.',
    {
      location,
      remedy: 'Nothing that Rails writes is nested like this: is it the right file?',
    },
  );
}

/** @throws {InputError} on binary data and on conflict markers, which a parser would explain badly. */
function assertReadable(text: string, path: string): void {
  const unreadable = text.search(/[\0\uFFFD]/);
  const at = locator(text, path);
  if (unreadable >= 0) {
    throw new InputError('This is not a text file in UTF-8.', {
      location: at({ start: unreadable, end: unreadable }),
      remedy: 'Give the Ruby file itself, saved as UTF-8.',
    });
  }
  const conflict = /^(?:<{7} |>{7} |={7}$)/m.exec(text);
  if (conflict && /^<{7} /m.test(text)) {
    throw new InputError('The file holds the conflict markers of an unfinished merge.', {
      location: at({ start: conflict.index, end: conflict.index }),
      remedy: 'Resolve the conflict first (look for <<<<<<<), then run again.',
    });
  }
}

/** Prism counts bytes of UTF-8; this maps them to positions in the string. */
function byteIndex(text: string): (byte: number) => number {
  const bytes = Buffer.byteLength(text);
  if (bytes === text.length) return (byte) => byte;
  const map = new Uint32Array(bytes + 1);
  let byte = 0;
  let index = 0;
  for (const character of text) {
    map.fill(index, byte, byte + Buffer.byteLength(character));
    byte += Buffer.byteLength(character);
    index += character.length;
  }
  map[bytes] = index;
  return (position) => map[Math.min(position, bytes)] ?? text.length;
}

function nodeExtent(node: Node, toIndex: (byte: number) => number): Extent {
  return {
    start: toIndex(node.location.startOffset),
    end: toIndex(Math.max(node.location.startOffset + node.location.length, heredocEnd(node))),
  };
}

/** Last byte of the heredocs that begin inside of the node: Prism's node ends before their bodies. */
function heredocEnd(node: Node): number {
  let end = 0;
  if (node instanceof StringNode || node instanceof InterpolatedStringNode) {
    const { openingLoc, closingLoc } = node;
    // `<<-A` is at least three bytes; other openings are one or two, or begin with %.
    if (
      openingLoc &&
      closingLoc &&
      closingLoc.startOffset > node.location.startOffset + node.location.length - 1
    ) {
      end = closingLoc.startOffset + closingLoc.length;
    }
  }
  for (const child of childNodesOf(node)) end = Math.max(end, heredocEnd(child));
  return end;
}
