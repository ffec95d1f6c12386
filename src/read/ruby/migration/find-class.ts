import {
  BlockNode,
  CallNode,
  ClassNode,
  ConstantReadNode,
  ConstantWriteNode,
  ElseNode,
  IfNode,
  LocalVariableReadNode,
  LocalVariableWriteNode,
  ModuleNode,
  type Node,
} from '@ruby/prism/src/nodes.js';
import type { RailsVersion } from '../../../model/engine.ts';
import { InputError } from '../../../model/errors.ts';
import { childNodesOf } from '../child-nodes.ts';
import { statementsOf } from '../evaluate/class-environment.ts';
import { constantName } from '../evaluate/constant-name.ts';
import { bracketVersion } from '../schema/header.ts';
import type { RubySource } from '../source.ts';
import { bodyCommands } from './body-commands.ts';
import { readClassBody } from './class-body.ts';

/** The class of a migration file. */
export interface MigrationClass {
  readonly node: ClassNode;
  readonly name: string;
  /** Statements of the class, with those of `Name.class_eval do … end` after it. */
  readonly body: readonly Node[];
  /** From `Migration[7.1]`; null when the class descends from a base class of the project. */
  readonly rails: RailsVersion | null;
}

/** `ActiveRecord::Migration` without a version runs as 4.2 did (refused since Rails 5.1). */
export const UNVERSIONED: RailsVersion = { major: 4, minor: 2 };

/**
 * The migration of a file. One with neither `change` nor `up` is one that does nothing
 * (`ActiveRecord::Migration#up`).
 *
 * @param wanted - the class that is asked for, which can stand within another.
 * @throws {InputError} when the file holds no class that can be a migration.
 */
export function findMigrationClass(source: RubySource, wanted?: string): MigrationClass {
  const nodes = source.program.statements.body;
  const classes = classesIn(nodes);
  const bases = basesIn(nodes);
  const isMigration = ({ node }: Named): boolean => /Migration/.test(baseName(node, bases));
  const inner = classes.flatMap(({ node }) => classesIn(statementsOf(node.body)));
  const found =
    [...classes, ...inner].find(({ name }) => name.split('::').at(-1) === wanted) ??
    classes.find((named) => isMigration(named) && hasDirection(bodyOf(named, nodes))) ??
    classes.find(isMigration) ??
    classes.find((named) => hasDirection(bodyOf(named, nodes)));
  if (!found) {
    throw new InputError('This file holds no migration class.', {
      location: source.locationAt({ start: 0, end: 0 }),
      remedy:
        'A migration is a class such as `class AddEmailToUsers < ActiveRecord::Migration[7.1]`.',
    });
  }
  return { ...found, body: bodyOf(found, nodes), rails: versionOf(found.node, bases) };
}

type Named = Pick<MigrationClass, 'node' | 'name'>;

/**
 * Classes in modules and under conditions: `if ActiveRecord.gem_version >= …`, of which the first
 * branch is that of the newer Rails.
 */
function classesIn(nodes: readonly Node[], prefix = ''): readonly Named[] {
  return nodes.flatMap((node): readonly Named[] => {
    if (node instanceof ModuleNode)
      return classesIn(statementsOf(node.body), `${prefix}${node.name}::`);
    if (node instanceof IfNode) {
      const otherwise = node.subsequent instanceof ElseNode ? node.subsequent.statements : null;
      return classesIn([...statementsOf(node.statements), ...statementsOf(otherwise)], prefix);
    }
    if (!(node instanceof ClassNode)) return [];
    return [{ node, name: `${prefix}${constantName(node.constantPath) ?? node.name}` }];
  });
}

function bodyOf({ node, name }: Named, nodes: readonly Node[]): readonly Node[] {
  const reopened = nodes.flatMap((statement) => {
    if (!(statement instanceof CallNode) || statement.name !== 'class_eval') return [];
    const isOwn = statement.receiver !== null && constantName(statement.receiver) === name;
    return isOwn && statement.block instanceof BlockNode ? statementsOf(statement.block.body) : [];
  });
  return [...statementsOf(node.body), ...reopened];
}

/** What the file's own variables and constants hold, by name: `migration_class = if … end`. */
function basesIn(nodes: readonly Node[]): ReadonlyMap<string, Node> {
  return new Map(
    nodes.flatMap((node) =>
      node instanceof LocalVariableWriteNode || node instanceof ConstantWriteNode
        ? [[node.name, node.value] as const]
        : [],
    ),
  );
}

/** The class that a migration descends from, without its version; '' where it names none. */
function baseName({ superclass }: ClassNode, bases: ReadonlyMap<string, Node>): string {
  if (!superclass) return '';
  const base = meant(superclass, bases);
  const [bracketed] = bracketsIn(base);
  const named = bracketed?.receiver ?? base;
  return constantName(named) ?? '';
}

/**
 * The version in brackets. Of several, as in a choice by the version of Rails, the first is that
 * of a Rails that knows brackets at all (5.0).
 */
function versionOf(
  { superclass }: ClassNode,
  bases: ReadonlyMap<string, Node>,
): RailsVersion | null {
  if (!superclass) return null;
  const base = meant(superclass, bases);
  const [bracketed] = bracketsIn(base);
  if (bracketed) {
    const [version] = bracketed.arguments_?.arguments_ ?? [];
    return version ? bracketVersion(version) : null;
  }
  return constantName(base) === 'ActiveRecord::Migration' ? UNVERSIONED : null;
}

function meant(node: Node, bases: ReadonlyMap<string, Node>): Node {
  const isName = node instanceof LocalVariableReadNode || node instanceof ConstantReadNode;
  return (isName ? bases.get(node.name) : undefined) ?? node;
}

/** `ActiveRecord::Migration[7.1]` wherever it stands in an expression. */
function bracketsIn(node: Node): readonly CallNode[] {
  const inner = childNodesOf(node).flatMap(bracketsIn);
  const isBracketed =
    node instanceof CallNode &&
    node.name === '[]' &&
    node.receiver !== null &&
    /Migration$/.test(constantName(node.receiver) ?? '');
  return isBracketed ? [node, ...inner] : inner;
}

function hasDirection(body: readonly Node[]): boolean {
  const { methods } = readClassBody(body);
  return methods.has('change') || methods.has('up') || bodyCommands(body).length > 0;
}
