import type { Node } from '@ruby/prism/src/nodes.js';
import {
  BlockNode,
  CallNode,
  StatementsNode,
  StringNode,
  SymbolNode,
} from '@ruby/prism/src/nodes.js';
import type { Operation } from '../../../model/operation.ts';
import { own } from '../../../model/own.ts';
import type { SchemaFileBlock, SchemaFileLine } from '../../../model/schema-file.ts';
import type { Extent } from '../../places.ts';
import type { RubySource } from '../source.ts';
import { optionText, stringArgument } from './arguments.ts';
import type { SchemaHeader } from './header.ts';

type BlockKind = SchemaFileBlock['kind'];

/** What each method of a schema file defines. All else is opaque. */
const KINDS: { readonly [method: string]: BlockKind } = {
  create_schema: 'namespace',
  enable_extension: 'extension',
  create_enum: 'enum',
  create_table: 'table',
  create_virtual_table: 'virtualTable',
  add_foreign_key: 'foreignKey',
  add_check_constraint: 'constraint',
  add_unique_constraint: 'constraint',
  add_exclusion_constraint: 'constraint',
  add_index: 'constraint',
  create_view: 'view',
  create_function: 'function',
  create_trigger: 'trigger',
};

/** A statement of the file with what came of it. */
export interface ReadStatement {
  readonly node: Node;
  readonly operations: readonly Operation[];
}

/** Cuts the file into blocks of whole lines, which cover it without gap or overlap. */
export function layoutOf(
  source: RubySource,
  header: SchemaHeader,
  statements: readonly ReadStatement[],
): readonly SchemaFileBlock[] {
  const { text } = source;
  const bodyStart =
    header.define.block instanceof BlockNode
      ? bodyStartOf(header.define.block, header, source)
      : text.length;
  const blocks: SchemaFileBlock[] = [block('preamble', 0, bodyStart)];
  let at = bodyStart;
  for (const statement of statements) {
    const lines = wholeLines(source.extent(statement.node), text);
    const start = Math.max(at, lines.start);
    blocks.push(...gap(text, at, start));
    const end = Math.max(start, lines.end);
    if (end > start) blocks.push(statementBlock(statement, { start, end }, source));
    at = end;
  }
  const close = closingLine(header, source, at);
  blocks.push(...gap(text, at, close));
  if (close < text.length) blocks.push(block('end', close, text.length));
  return blocks.filter(({ start, end }) => end > start);
}

/** A block that is about no object. */
export function block(kind: BlockKind, start: number, end: number): SchemaFileBlock {
  return { kind, name: null, constraint: null, start, end, lines: [] };
}

/** The preamble ends with the line of `do`, and with the blank line that Rails writes after it only in the gap. */
function bodyStartOf(body: BlockNode, header: SchemaHeader, source: RubySource): number {
  const { start } = source.extent(header.define);
  const opening = source.extent(body).start;
  const line = source.text.indexOf('\n', Math.max(start, opening));
  return line < 0 ? source.text.length : line + 1;
}

function closingLine(header: SchemaHeader, source: RubySource, at: number): number {
  const { end } = source.extent(header.define);
  return Math.max(at, source.text.lastIndexOf('\n', end - 1) + 1);
}

/** The block as it stands `by` code units further on. Its lines are counted out when they are asked for. */
export function shifted(own: SchemaFileBlock, by: number): SchemaFileBlock {
  const { kind, name, constraint } = own;
  const [start, end] = [own.start + by, own.end + by];
  if (kind !== 'table') return { kind, name, constraint, start, end, lines: own.lines };
  let lines: readonly SchemaFileLine[] | null = null;
  return {
    kind,
    name,
    constraint,
    start,
    end,
    get lines() {
      lines ??= own.lines.map((line) => ({
        ...line,
        start: line.start + by,
        end: line.end + by,
      }));
      return lines;
    },
  };
}

/** The lines that a node stands on. */
export function wholeLines({ start, end }: Extent, text: string): Extent {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const ended = text[end - 1] === '\n' ? end : text.indexOf('\n', end) + 1;
  return { start: from, end: ended === 0 ? text.length : ended };
}

/** Blank lines and comments between statements, a block for each run of one kind. */
export function gap(text: string, start: number, end: number): readonly SchemaFileBlock[] {
  const blocks: SchemaFileBlock[] = [];
  let at = start;
  while (at < end) {
    const line = text.indexOf('\n', at);
    const next = line < 0 ? end : Math.min(end, line + 1);
    const kind = text.slice(at, next).trim() === '' ? 'blank' : 'comment';
    const last = blocks.at(-1);
    if (last?.kind === kind) blocks[blocks.length - 1] = { ...last, end: next };
    else blocks.push(block(kind, at, next));
    at = next;
  }
  return blocks;
}

/** What a statement's lines are. */
export function statementBlock(
  statement: ReadStatement,
  extent: Extent,
  source: RubySource,
): SchemaFileBlock {
  const { node, operations } = statement;
  const [operation] = operations;
  const kind =
    node instanceof CallNode && operation && operation.kind !== 'opaque'
      ? own(KINDS, node.name)
      : undefined;
  if (!kind || !(node instanceof CallNode))
    return {
      ...block('opaque', extent.start, extent.end),
      name: operation?.kind === 'opaque' ? (operation.touches[0] ?? null) : null,
    };
  const key = operation?.kind === 'addForeignKey' ? operation.foreignKey.name : null;
  return {
    ...block(kind, extent.start, extent.end),
    name: stringArgument(node, 0),
    constraint: key ?? (kind === 'constraint' ? optionText(node, 'name') : null),
    lines: kind === 'table' ? tableLines(node, extent, source) : [],
  };
}

const LINE_KINDS: { readonly [method: string]: SchemaFileLine['kind'] } = {
  index: 'index',
  check_constraint: 'checkConstraint',
  unique_constraint: 'uniqueConstraint',
  unique_key: 'uniqueConstraint',
  exclusion_constraint: 'exclusionConstraint',
};

/** The lines of a `create_table`, each with what it defines; blank lines and comments are `other`. */
function tableLines(
  create: CallNode,
  extent: Extent,
  source: RubySource,
): readonly SchemaFileLine[] {
  const body = create.block instanceof BlockNode ? create.block : null;
  const { text } = source;
  const headEnd = body ? text.indexOf('\n', source.extent(body).start) + 1 : extent.end;
  const lines: SchemaFileLine[] = [{ kind: 'head', name: null, start: extent.start, end: headEnd }];
  let at = headEnd;
  const statements = body?.body instanceof StatementsNode ? body.body.body : [];
  for (const node of statements) {
    const own = wholeLines(source.extent(node), text);
    if (own.start < at) continue;
    lines.push(...gapLines(text, at, own.start), { ...lineKind(node), ...own });
    at = own.end;
  }
  const close = body ? text.lastIndexOf('\n', source.extent(body).end - 1) + 1 : at;
  lines.push(...gapLines(text, at, close));
  if (extent.end > Math.max(at, close))
    lines.push({ kind: 'end', name: null, start: Math.max(at, close), end: extent.end });
  return lines;
}

function gapLines(text: string, start: number, end: number): readonly SchemaFileLine[] {
  return gap(text, start, end).map((part) => ({
    kind: 'other',
    name: null,
    start: part.start,
    end: part.end,
  }));
}

function lineKind(node: Node): Pick<SchemaFileLine, 'kind' | 'name'> {
  if (!(node instanceof CallNode)) return { kind: 'other', name: null };
  const kind = own(LINE_KINDS, node.name);
  if (kind) return { kind, name: optionText(node, 'name') };
  const [first] = node.arguments_?.arguments_ ?? [];
  const names = first instanceof StringNode || first instanceof SymbolNode;
  return names ? { kind: 'column', name: first.unescaped.value } : { kind: 'other', name: null };
}
