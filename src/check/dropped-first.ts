import { identifiersIn } from '../dialect/sql-names.ts';
import type { Engine } from '../model/engine.ts';
import type { Operation } from '../model/operation.ts';

/**
 * True for a constraint or an index that the same file drops ahead of it with IF EXISTS: run again,
 * the file takes away what it made the first time.
 */
export function isDroppedFirst(
  operation: Operation,
  earlier: readonly Operation[],
  engine: Engine,
): boolean {
  const name = madeName(operation);
  return name !== null && earlier.some((each) => dropsIfThere(each, name, engine));
}

function madeName(operation: Operation): string | null {
  switch (operation.kind) {
    case 'addIndex':
      return operation.index.name;
    case 'addForeignKey':
      return operation.foreignKey.name;
    case 'addCheckConstraint':
      return operation.checkConstraint.name;
    case 'addUniqueConstraint':
      return operation.uniqueConstraint.name;
    default:
      return null;
  }
}

function dropsIfThere(operation: Operation, name: string, engine: Engine): boolean {
  switch (operation.kind) {
    case 'dropIndex':
      return operation.ifExists && operation.index === name;
    case 'dropForeignKey':
      return operation.ifExists && operation.foreignKey === name;
    case 'dropCheckConstraint':
      return operation.ifExists && operation.checkConstraint === name;
    case 'dropUniqueConstraint':
      return operation.ifExists && operation.uniqueConstraint === name;
    // What is not there yet is dropped by a statement that does nothing.
    case 'runSql':
      return (
        /\bDROP\s+(?:CONSTRAINT|INDEX)\s+(?:CONCURRENTLY\s+)?IF\s+EXISTS\b/i.test(operation.text) &&
        identifiersIn(operation.text, engine).has(name)
      );
    default:
      return false;
  }
}
