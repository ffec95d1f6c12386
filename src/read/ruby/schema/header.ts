import type { Node } from '@ruby/prism/src/nodes.js';
import { CallNode, FloatNode, IntegerNode, StringNode } from '@ruby/prism/src/nodes.js';
import { parseRailsVersion, type RailsVersion } from '../../../model/engine.ts';
import { InputError } from '../../../model/errors.ts';
import { constantName } from '../evaluate/constant-name.ts';
import type { RubySource } from '../source.ts';
import { optionNode } from './arguments.ts';

/** The `ActiveRecord::Schema[7.1].define(version: …) do … end` of a schema file. */
export interface SchemaHeader {
  readonly define: CallNode;
  /** Null in the form without brackets. */
  readonly rails: RailsVersion | null;
  /** Digits only; null when the file gives none. */
  readonly version: string | null;
}

/** @throws {InputError} when the file holds no such call. */
export function readHeader(source: RubySource): SchemaHeader {
  for (const node of source.program.statements.body) {
    if (!(node instanceof CallNode) || node.name !== 'define' || !node.receiver) continue;
    const rails = schemaClass(node.receiver);
    if (rails === undefined) continue;
    return { define: node, rails, version: versionOf(node, source) };
  }
  throw new InputError(
    'This is no schema file of Rails: it has no `ActiveRecord::Schema[…].define`.',
    {
      location: source.locationAt({ start: 0, end: 0 }),
      remedy: 'Give the db/schema.rb that `rails db:schema:dump` writes.',
    },
  );
}

/** The version in the brackets, null without brackets, undefined when it is another class. */
function schemaClass(receiver: Node): RailsVersion | null | undefined {
  if (constantName(receiver) === 'ActiveRecord::Schema') return null;
  if (!(receiver instanceof CallNode) || receiver.name !== '[]' || !receiver.receiver)
    return undefined;
  if (constantName(receiver.receiver) !== 'ActiveRecord::Schema') return undefined;
  const [version] = receiver.arguments_?.arguments_ ?? [];
  return version ? bracketVersion(version) : null;
}

/** `7.1`, `"7.1"` and `8` in brackets. */
export function bracketVersion(node: Node): RailsVersion | null {
  if (node instanceof FloatNode || node instanceof IntegerNode) {
    const text = String(node.value);
    return parseRailsVersion(text.includes('.') ? text : `${text}.0`);
  }
  return node instanceof StringNode ? parseRailsVersion(node.unescaped.value) : null;
}

function versionOf(define: CallNode, source: RubySource): string | null {
  const version = optionNode(define, 'version');
  if (version instanceof IntegerNode) return String(source.integerOf(version));
  return version instanceof StringNode ? version.unescaped.value.replaceAll('_', '') : null;
}
