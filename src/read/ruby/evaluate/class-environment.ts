import type { Node, ParametersNode } from '@ruby/prism/src/nodes.js';
import {
  BlockNode,
  BlockParametersNode,
  CallNode,
  ClassNode,
  ConstantOrWriteNode,
  ConstantWriteNode,
  DefinedNode,
  DefNode,
  IfNode,
  ModuleNode,
  SelfNode,
  SingletonClassNode,
  StatementsNode,
  StringNode,
  SymbolNode,
} from '@ruby/prism/src/nodes.js';
import type { RubySource } from '../source.ts';
import { constantName } from './constant-name.ts';
import type { Value } from './values.ts';

/** A method as it is written, by `def` or `define_method`. */
export interface Method {
  readonly name: string;
  readonly parameters: ParametersNode | null;
  readonly body: Node | null;
  readonly node: Node;
  /** Where it is written: whose constants it sees, and in which file. */
  readonly environment: ClassEnvironment;
}

/** A class or module as one file writes it, or the file itself. */
export interface ClassEnvironment {
  /** With the modules around it: `Spree::Order`; empty for a file. */
  readonly name: string;
  readonly kind: 'file' | 'module' | 'class';
  readonly source: RubySource;
  readonly outer: ClassEnvironment | null;
  readonly superclass: Node | null;
  /** Constants that have their value. */
  readonly constants: Map<string, Value>;
  /** Constants that get their value when they are first asked for. */
  readonly pending: Map<string, Node>;
  readonly nested: Map<string, ClassEnvironment>;
  readonly methods: Map<string, Method>;
  /** Methods of the class or module itself. */
  readonly singletons: Map<string, Method>;
  /** Names of `attr_accessor` and its like, and the members of a Struct. */
  readonly attributes: Set<string>;
  /** Modules that are included, the last one first. */
  readonly includes: Node[];
  readonly extends: Node[];
  /** Calls in the body that define none of these: `self.table_name = "users"`, `scope :active`. */
  readonly calls: CallNode[];
  /** Instance variables of the class itself. */
  readonly instanceVariables: Map<string, Value>;
}

/** What a class or module is written as; null for other values. */
export function environmentOf(value: Value): ClassEnvironment | null {
  return value.kind === 'class' || value.kind === 'model' ? value.environment : null;
}

/** Statements of a body, however it is written. */
export function statementsOf(body: Node | null): readonly Node[] {
  if (body instanceof StatementsNode) return body.body;
  return body ? [body] : [];
}

/** What a file defines at its top. */
export function fileEnvironment(source: RubySource): ClassEnvironment {
  const environment = newEnvironment('file', '', source, null, null);
  readBody(source.program.statements.body, environment);
  return environment;
}

/** A class without a body of its own, such as `Struct.new(:a)` makes. */
export function newEnvironment(
  kind: ClassEnvironment['kind'],
  name: string,
  source: RubySource,
  outer: ClassEnvironment | null,
  superclass: Node | null,
): ClassEnvironment {
  return {
    name,
    kind,
    source,
    outer,
    superclass,
    constants: new Map(),
    pending: new Map(),
    nested: new Map(),
    methods: new Map(),
    singletons: new Map(),
    attributes: new Set(),
    includes: [],
    extends: [],
    calls: [],
    instanceVariables: new Map(),
  };
}

/** Reads what statements of a body define, without running them. */
export function readBody(nodes: readonly Node[], into: ClassEnvironment): void {
  for (const node of nodes) {
    if (node instanceof DefNode) define(node, into);
    else if (node instanceof ConstantWriteNode || node instanceof ConstantOrWriteNode) {
      into.pending.set(node.name, node.value);
    } else if (node instanceof SingletonClassNode) readSingleton(node, into);
    else if (node instanceof ClassNode || node instanceof ModuleNode) nest(node, into);
    else if (node instanceof CallNode) readCall(node, into);
    else readGuarded(node, into);
  }
}

/** `if defined?(ActiveRecord)` stands around what opens its classes. */
function readGuarded(node: Node, into: ClassEnvironment): void {
  if (node instanceof IfNode && node.predicate instanceof DefinedNode) {
    readBody(statementsOf(node.statements), into);
  }
}

function define(node: DefNode, into: ClassEnvironment): void {
  const method: Method = {
    name: node.name,
    parameters: node.parameters,
    body: node.body,
    node,
    environment: into,
  };
  (node.receiver instanceof SelfNode ? into.singletons : into.methods).set(node.name, method);
}

function readSingleton(node: SingletonClassNode, into: ClassEnvironment): void {
  const inner = newEnvironment('class', into.name, into.source, into.outer, null);
  readBody(statementsOf(node.body), inner);
  for (const [name, method] of inner.methods) {
    into.singletons.set(name, { ...method, environment: into });
  }
  for (const name of inner.attributes) into.attributes.add(name);
}

function nest(node: ClassNode | ModuleNode, into: ClassEnvironment): void {
  const path = (constantName(node.constantPath) ?? node.name).split('::');
  const last = path.pop() ?? '';
  let owner = into;
  for (const name of path) owner = nestedIn(owner, name, 'module', null);
  const isClass = node instanceof ClassNode;
  const inner = nestedIn(
    owner,
    last,
    isClass ? 'class' : 'module',
    isClass ? node.superclass : null,
  );
  readBody(statementsOf(node.body), inner);
}

function nestedIn(
  owner: ClassEnvironment,
  name: string,
  kind: 'class' | 'module',
  superclass: Node | null,
): ClassEnvironment {
  const found = owner.nested.get(name);
  if (found) return found;
  const full = owner.name === '' ? name : `${owner.name}::${name}`;
  const made = newEnvironment(kind, full, owner.source, owner, superclass);
  owner.nested.set(name, made);
  return made;
}

type BodyCall = (node: CallNode, into: ClassEnvironment) => void;

const addAttributes: BodyCall = (node, into) => {
  for (const name of textsOf(node)) into.attributes.add(name);
};

/** Calls in a body that define something. */
const BODY_CALLS: ReadonlyMap<string, BodyCall> = new Map<string, BodyCall>([
  ['attr_accessor', addAttributes],
  ['attr_reader', addAttributes],
  ['attr_writer', addAttributes],
  ['cattr_accessor', addAttributes],
  ['mattr_accessor', addAttributes],
  ['include', (node, into) => into.includes.unshift(...argumentsOf(node).toReversed())],
  ['prepend', (node, into) => into.includes.unshift(...argumentsOf(node).toReversed())],
  ['extend', (node, into) => extend(node, into)],
  ['module_function', (node, into) => makeModuleFunctions(node, into)],
  ['define_method', (node, into) => defineByBlock(node, into, into.methods)],
  ['define_singleton_method', (node, into) => defineByBlock(node, into, into.singletons)],
  ['class_methods', (node, into) => readClassMethods(node, into)],
  ['concerning', (node, into) => readConcern(node, into)],
  ['included', (node, into) => readConcern(node, into)],
]);

/** `private def helper` defines a method as well. */
function readCall(node: CallNode, into: ClassEnvironment): void {
  for (const argument of argumentsOf(node)) {
    if (argument instanceof DefNode) define(argument, into);
  }
  const own = node.receiver === null || node.receiver instanceof SelfNode;
  const defines = own ? BODY_CALLS.get(node.name) : undefined;
  if (defines) defines(node, into);
  else into.calls.push(node);
}

export function argumentsOf(node: CallNode): readonly Node[] {
  return node.arguments_?.arguments_ ?? [];
}

/** The strings and symbols among the arguments. */
export function textsOf(node: CallNode): readonly string[] {
  return argumentsOf(node).flatMap((argument) =>
    argument instanceof StringNode || argument instanceof SymbolNode
      ? [argument.unescaped.value]
      : [],
  );
}

function extend(node: CallNode, into: ClassEnvironment): void {
  for (const argument of argumentsOf(node)) {
    if (argument instanceof SelfNode) makeModuleFunctions(node, into, true);
    else into.extends.unshift(argument);
  }
}

/** A module's methods that are its own as well: those named, or all those that are written. */
function makeModuleFunctions(node: CallNode, into: ClassEnvironment, all = false): void {
  const names = all ? [] : textsOf(node);
  // `extend self` and a bare `module_function` hold for what is written below them, too.
  if (names.length === 0) into.attributes.add(MODULE_FUNCTIONS);
  for (const name of names) {
    const method = into.methods.get(name);
    if (method) into.singletons.set(name, method);
  }
}

/** Marks a module whose methods are its own as well; no method can have this name. */
export const MODULE_FUNCTIONS = 'module_function!';

function defineByBlock(node: CallNode, into: ClassEnvironment, methods: Map<string, Method>): void {
  const [name] = textsOf(node);
  const { block } = node;
  if (name === undefined || !(block instanceof BlockNode)) return;
  const parameters =
    block.parameters instanceof BlockParametersNode ? block.parameters.parameters : null;
  methods.set(name, { name, parameters, body: block.body, node, environment: into });
}

/** `class_methods do … end` of ActiveSupport::Concern is the module ClassMethods. */
function readClassMethods(node: CallNode, into: ClassEnvironment): void {
  if (!(node.block instanceof BlockNode)) return;
  readBody(statementsOf(node.block.body), nestedIn(into, 'ClassMethods', 'module', null));
}

/**
 * `concerning :Search do … end` makes a module of its block and includes it (`Module::Concerning`).
 * What the block of `included do … end` defines, each class that includes the concern has
 * (`ActiveSupport::Concern#append_features`).
 */
function readConcern(node: CallNode, into: ClassEnvironment): void {
  if (node.block instanceof BlockNode) readBody(statementsOf(node.block.body), into);
}
