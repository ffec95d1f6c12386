import { diffSchemas } from '../../diff/index.ts';
import type { Change } from '../../model/change.ts';
import { spoken } from '../../model/spoken.ts';
import type { WayBack } from '../context.ts';
import { keysOf } from './takes-back.ts';

/**
 * How the schema differs from the one before the migration once its way back has run, as changes from
 * before to then. What the way back found amiss already, since a later one left it so, is not among
 * them. Empty where the way back refuses, and where it or the migration was not understood.
 */
export function leftOver({ forward, found, left, applied, refused }: WayBack): readonly Change[] {
  const operations = [...forward.operations, ...applied.map(({ operation }) => operation)];
  if (refused.length > 0 || operations.some(({ kind }) => kind === 'opaque')) return [];
  const remaining = diffSchemas(forward.before, left);
  if (remaining.length === 0) return [];
  const inherited = new Set(diffSchemas(forward.after, found).flatMap(keysOf));
  return remaining.filter(
    (change) => !staysValidated(change) && !keysOf(change).every((key) => inherited.has(key)),
  );
}

/** True for what bothers nobody: an extension that stays, a constraint that comes back NOT VALID. */
export function isHarmless({ kind, object, differences }: Change): boolean {
  if (kind === 'added') return object.type === 'extension';
  return kind === 'altered' && differences.every(({ property }) => property === 'validated');
}

/** True for a constraint that was validated and stays so, which is what it means to hold. */
function staysValidated({ kind, differences }: Change): boolean {
  const isValidated = differences.every(
    ({ property, after }) => property === 'validated' && after === true,
  );
  return kind === 'altered' && isValidated;
}

/** True when the way back leaves the schema as it found it. */
export function undoesNothing({ found, left }: WayBack): boolean {
  return diffSchemas(found, left).length === 0;
}

/** What a reader calls the difference: a clause. */
export function describeLeftOver({ kind, object, differences }: Change): string {
  const type = spoken(object.objectType ?? object.type);
  const name = object.type === 'column' ? `${object.table}.${object.name}` : object.name;
  const owner = object.table === null || object.type === 'column' ? '' : ` of ${object.table}`;
  const what = object.type === 'primaryKey' ? `${type}${owner}` : `${type} ${name}${owner}`;
  if (kind === 'removed') return `${what} is not there again`;
  if (kind === 'added') return `${what} stays`;
  const properties = differences.map(({ property }) => spoken(property)).join(' and ');
  return `${what} differs in ${properties}`;
}
