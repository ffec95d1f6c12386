import { CallNode, ClassNode, ModuleNode, type Node } from '@ruby/prism/src/nodes.js';
import type { RailsVersion } from '../../../model/engine.ts';
import { InputError } from '../../../model/errors.ts';
import { constantName } from '../evaluate/literals.ts';
import { bracketVersion } from '../schema/header.ts';
import type { RubySource } from '../source.ts';
import { bodyCommands, mixinOf } from './body-commands.ts';
import { readClassBody, statementsOf } from './class-body.ts';

/** The class of a migration file. */
export interface MigrationClass {
  readonly node: ClassNode;
  readonly name: string;
  /** From `Migration[7.1]`; null when the class descends from a base class of the project. */
  readonly rails: RailsVersion | null;
}

/** `ActiveRecord::Migration` without a version runs as 4.2 did (refused since Rails 5.1). */
const UNVERSIONED: RailsVersion = { major: 4, minor: 2 };

/** @throws {InputError} when the file holds no class that can be a migration. */
export function findMigrationClass(source: RubySource): MigrationClass {
  const classes = classesIn(source.program.statements.body);
  const found = classes.find(isMigration) ?? classes.find(({ node }) => hasDirection(node));
  if (!found) {
    throw new InputError('This file holds no migration class.', {
      location: source.locationAt({ start: 0, end: 0 }),
      remedy:
        'A migration is a class such as `class AddEmailToUsers < ActiveRecord::Migration[7.1]`.',
    });
  }
  if (!hasDirection(found.node) && mixinOf(found.node) === null) {
    throw new InputError(`${found.name} has neither a \`change\` nor an \`up\` method.`, {
      location: source.locate(found.node),
      remedy: 'Write what the migration does in `def change`, or in `def up` and `def down`.',
    });
  }
  return { ...found, rails: versionOf(found.node.superclass) };
}

type Named = Pick<MigrationClass, 'node' | 'name'>;

function classesIn(nodes: readonly Node[], prefix = ''): readonly Named[] {
  return nodes.flatMap((node): readonly Named[] => {
    if (node instanceof ModuleNode)
      return classesIn(statementsOf(node.body), `${prefix}${node.name}::`);
    if (!(node instanceof ClassNode)) return [];
    return [{ node, name: `${prefix}${constantName(node.constantPath) ?? node.name}` }];
  });
}

function isMigration({ node }: Named): boolean {
  return (
    baseName(node.superclass) === 'ActiveRecord::Migration' ||
    /Migration/.test(baseName(node.superclass))
  );
}

function baseName(superclass: Node | null): string {
  if (!superclass) return '';
  const base =
    superclass instanceof CallNode && superclass.name === '[]' ? superclass.receiver : superclass;
  return (base && constantName(base)) ?? '';
}

function versionOf(superclass: Node | null): RailsVersion | null {
  if (superclass instanceof CallNode && superclass.name === '[]') {
    const [version] = superclass.arguments_?.arguments_ ?? [];
    return version ? bracketVersion(version) : null;
  }
  return baseName(superclass) === 'ActiveRecord::Migration' ? UNVERSIONED : null;
}

function hasDirection(node: ClassNode): boolean {
  const { methods } = readClassBody(statementsOf(node.body));
  return methods.has('change') || methods.has('up') || bodyCommands(node).length > 0;
}
