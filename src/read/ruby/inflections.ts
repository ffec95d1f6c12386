import {
  ArrayNode,
  CallNode,
  type Node,
  RegularExpressionNode,
  StringNode,
  SymbolNode,
} from '@ruby/prism/src/nodes.js';
import {
  DEFAULT_INFLECTIONS,
  type InflectionRule,
  type Inflections,
  withIrregular,
  withUncountable,
} from '../../dialect/rails/inflections.ts';
import { own } from '../../model/own.ts';
import type { ProjectFiles } from '../../model/schema-file.ts';
import { childNodesOf } from './child-nodes.ts';
import { loadRubyParser } from './source.ts';

/** Where `rails new` puts a project's own rules. */
const PATH = 'config/initializers/inflections.rb';

type Add = (inflections: Inflections, values: readonly Node[]) => Inflections;

/** What the block of `ActiveSupport::Inflector.inflections` may call. Acronyms change no number. */
const RULES: { readonly [method: string]: Add } = {
  irregular: (inflections, values) => {
    const [singular, plural] = values.flatMap(wordsOf);
    return singular && plural ? withIrregular(inflections, singular, plural) : inflections;
  },
  uncountable: (inflections, values) =>
    values.flatMap(wordsOf).reduce(withUncountable, inflections),
  plural: (inflections, values) => ({
    ...inflections,
    plurals: [...ruleOf(values), ...inflections.plurals],
  }),
  singular: (inflections, values) => ({
    ...inflections,
    singulars: [...ruleOf(values), ...inflections.singulars],
  }),
};

/**
 * Rails' inflections with those of the project, which `config/initializers/inflections.rb` writes
 * as literals. A rule that is no literal, or no expression of JavaScript, is left out.
 *
 * @throws {InputError} when the file is not valid Ruby.
 */
export async function readInflections(project: ProjectFiles): Promise<Inflections> {
  const text = project.read(PATH);
  if (text === null) return DEFAULT_INFLECTIONS;
  const parse = await loadRubyParser();
  return callsIn(parse(text, PATH).program).reduce((inflections, call) => {
    const add = own(RULES, call.name);
    return add ? add(inflections, call.arguments_?.arguments_ ?? []) : inflections;
  }, DEFAULT_INFLECTIONS);
}

/** Calls on the block's parameter in their order: `inflect.irregular "criterion", "criteria"`. */
function callsIn(node: Node): readonly CallNode[] {
  const inner = childNodesOf(node).flatMap(callsIn);
  return node instanceof CallNode && node.receiver !== null ? [...inner, node] : inner;
}

function wordsOf(node: Node): readonly string[] {
  if (node instanceof ArrayNode) return node.elements.flatMap(wordsOf);
  const isText = node instanceof StringNode || node instanceof SymbolNode;
  return isText ? [node.unescaped.value] : [];
}

/** The newest rule comes first, so that it is the one that holds. */
function ruleOf([pattern, replacement]: readonly Node[]): readonly InflectionRule[] {
  if (!pattern || !(replacement instanceof StringNode)) return [];
  const expression = expressionOf(pattern);
  const text = replacement.unescaped.value.replaceAll('$', '$$$$').replaceAll(/\\(\d)/g, '$$$1');
  return expression ? [{ pattern: expression, replacement: text }] : [];
}

/** Rails replaces a string where it first stands in the word. */
function expressionOf(pattern: Node): RegExp | null {
  if (pattern instanceof StringNode) {
    return new RegExp(pattern.unescaped.value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  }
  if (!(pattern instanceof RegularExpressionNode)) return null;
  const source = pattern.unescaped.value.replaceAll('\\A', '^').replaceAll(/\\[zZ]/g, '$');
  try {
    return new RegExp(source, pattern.isIgnoreCase() ? 'i' : '');
  } catch {
    return null;
  }
}
