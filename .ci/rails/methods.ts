import type { ParseResult } from '@ruby/prism/src/deserialize.js';
import {
  AliasMethodNode,
  ArrayNode,
  AssocNode,
  BlockNode,
  CallNode,
  ClassNode,
  ConstantReadNode,
  ConstantWriteNode,
  DefNode,
  HashNode,
  InterpolatedStringNode,
  ModuleNode,
  type Node,
  SelfNode,
  SingletonClassNode,
  StatementsNode,
  StringNode,
  SymbolNode,
} from '@ruby/prism/src/nodes.js';

/** A method that a file defines. */
export interface Method {
  /** Module path below ActiveRecord and ConnectionAdapters; `.self` follows for class methods. */
  readonly owner: string;
  readonly name: string;
  /** True when its line says `:nodoc:`. */
  readonly nodoc: boolean;
  /** Whether it can be called from outside its class. */
  readonly visible: boolean;
}

type Definition = { -readonly [K in keyof Method]: Method[K] };

/** The methods that a Ruby file defines: `def`, aliases, accessors, and those made in loops. */
export function methodsOf(parsed: ParseResult, text: string): readonly Method[] {
  const reader = new Reader(Buffer.from(text, 'utf8'));
  reader.body(parsed.value.statements, []);
  return reader.definitions;
}

const VISIBILITY: ReadonlySet<string> = new Set(['private', 'protected', 'public']);
const ACCESSORS: ReadonlySet<string> = new Set(['attr_reader', 'attr_accessor', 'cattr_accessor']);
/** Blocks whose body is read as if it stood in the module itself. */
const TRANSPARENT: ReadonlySet<string> = new Set(['included', 'class_methods', 'new', 'Struct']);

class Reader {
  readonly definitions: Definition[] = [];
  readonly #bytes: Buffer;
  /** Lists of symbols that the file gives a name. */
  readonly #lists = new Map<string, readonly string[]>();

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  body(node: Node | null, path: readonly string[]): void {
    let visible = true;
    const own: Definition[] = [];
    for (const statement of statementsOf(node)) {
      if (statement instanceof CallNode && VISIBILITY.has(statement.name) && !statement.receiver) {
        const shown = statement.name === 'public';
        const named = this.#named(statement, path);
        if (named.length === 0 && !statement.arguments_) visible = shown;
        for (const name of named) {
          for (const definition of own.filter((other) => other.name === name)) {
            definition.visible = shown;
          }
        }
        continue;
      }
      const start = this.definitions.length;
      this.#statement(statement, path, visible);
      own.push(...this.definitions.slice(start).filter(({ owner }) => owner === ownerOf(path)));
    }
  }

  /** The names in `private :a, :b` and `private def a`. */
  #named(call: CallNode, path: readonly string[]): readonly string[] {
    return (call.arguments_?.arguments_ ?? []).flatMap((argument) => {
      if (argument instanceof DefNode) {
        this.#define(argument.name, argument, path, false);
        return [argument.name];
      }
      return symbolOf(argument) ?? [];
    });
  }

  #statement(node: Node, path: readonly string[], visible: boolean): void {
    if (node instanceof ModuleNode || node instanceof ClassNode) {
      this.body(node.body, [...path, ...this.#textOf(node.constantPath).split('::')]);
    } else if (node instanceof SingletonClassNode) {
      this.body(node.body, [...path, 'self']);
    } else if (node instanceof DefNode) {
      const owner = node.receiver instanceof SelfNode ? [...path, 'self'] : path;
      this.#define(node.name, node, owner, visible);
    } else if (node instanceof AliasMethodNode) {
      const name = symbolOf(node.newName);
      if (name !== null) this.#define(name, node, path, visible);
    } else if (node instanceof ConstantWriteNode) {
      this.#constant(node, path);
    } else if (node instanceof CallNode) {
      this.#call(node, path, visible);
    }
  }

  #constant(node: ConstantWriteNode, path: readonly string[]): void {
    const list = symbolsOf(node.value);
    if (list.length > 0) this.#lists.set(node.name, list);
    // `Name = Struct.new(:a, :b) do … end`
    if (!(node.value instanceof CallNode) || node.value.name !== 'new') return;
    const owner = [...path, node.name];
    for (const name of symbolsOf(node.value.arguments_)) this.#define(name, node, owner, true);
    if (node.value.block instanceof BlockNode) this.body(node.value.block.body, owner);
  }

  #call(node: CallNode, path: readonly string[], visible: boolean): void {
    const names = symbolsOf(node.arguments_);
    if (node.name === 'each' && node.block instanceof BlockNode) this.#loop(node, path, visible);
    else if (ACCESSORS.has(node.name) || node.name === 'define_column_methods') {
      for (const name of names) this.#define(name, node, path, visible);
    } else if (node.name === 'delegate') {
      for (const name of symbolsOf(node.arguments_, false)) this.#define(name, node, path, visible);
    } else if (node.name === 'alias_method' || node.name === 'define_method') {
      if (names[0] !== undefined) this.#define(names[0], node, path, visible);
    } else if (TRANSPARENT.has(node.name) && node.block instanceof BlockNode) {
      this.body(node.block.body, path);
    }
  }

  /** `[:a, :b].each do |x| class_eval "def #{x} …"`: the methods of each text, a name at a time. */
  #loop(node: CallNode, path: readonly string[], visible: boolean): void {
    const { receiver } = node;
    const listed =
      receiver instanceof ConstantReadNode
        ? (this.#lists.get(receiver.name) ?? [])
        : symbolsOf(receiver);
    if (!(node.block instanceof BlockNode)) return;
    for (const text of textsIn(node.block.body)) {
      for (const template of this.#textOf(text).matchAll(/\bdef (\w*)#\{\w+\}(\w*[?!=]?)/g)) {
        const [, before = '', after = ''] = template;
        for (const name of listed) this.#define(`${before}${name}${after}`, node, path, visible);
      }
    }
  }

  #define(name: string, node: Node, path: readonly string[], visible: boolean): void {
    const nodoc = /:nodoc:/.test(this.#firstLine(node));
    this.definitions.push({ owner: ownerOf(path), name, nodoc, visible });
  }

  #textOf(node: Node): string {
    const { startOffset, length } = node.location;
    // The body of a heredoc stands after its opening: take the lines of the node's content too.
    const parts = node instanceof InterpolatedStringNode ? node.parts : [];
    const last = parts.at(-1)?.location;
    const end = Math.max(startOffset + length, last ? last.startOffset + last.length : 0);
    return this.#bytes.subarray(startOffset, end).toString('utf8');
  }

  #firstLine(node: Node): string {
    const end = this.#bytes.indexOf(10, node.location.startOffset);
    return this.#bytes.subarray(node.location.startOffset, end < 0 ? undefined : end).toString();
  }
}

function ownerOf(path: readonly string[]): string {
  const below = path.filter((name) => name !== 'ActiveRecord' && name !== 'ConnectionAdapters');
  return below.join('::').replace(/::self$/, '.self');
}

function statementsOf(node: Node | null): readonly Node[] {
  if (node instanceof StatementsNode) return node.body;
  return node ? [node] : [];
}

function symbolOf(node: Node): string | null {
  return node instanceof SymbolNode || node instanceof StringNode ? node.unescaped.value : null;
}

/** Symbols in an argument list, an array or both sides of a hash. */
function symbolsOf(node: Node | null | undefined, hashes = true): readonly string[] {
  if (!node) return [];
  if (node instanceof AssocNode) return [...symbolsOf(node.key), ...symbolsOf(node.value)];
  if (node instanceof HashNode && !hashes) return [];
  if (node instanceof HashNode || node instanceof ArrayNode) {
    return node.elements.flatMap((element) => symbolsOf(element));
  }
  if (node instanceof SymbolNode) return [node.unescaped.value];
  if (node.constructor.name === 'KeywordHashNode') return [];
  return node.constructor.name === 'ArgumentsNode' || node.constructor.name === 'ParenthesesNode'
    ? node.compactChildNodes().flatMap((child) => symbolsOf(child))
    : [];
}

function textsIn(node: Node | null): readonly Node[] {
  if (!node) return [];
  if (node instanceof InterpolatedStringNode || node instanceof StringNode) return [node];
  return node.compactChildNodes().flatMap((child) => textsIn(child));
}
