import type { Operation } from '../../model/operation.ts';
import type { CodeReference, ReferencedObject } from '../../model/project-facts.ts';
import type { RuleContext } from '../context.ts';
import { programLinks } from '../dependencies/program-links.ts';
import { referencesTo, removedObject } from '../removed-objects.ts';

/**
 * What the code can no longer name once the operation is done; null when all names stay. Code knows a
 * column by its name before the release; one that the release itself added, no code names yet.
 */
function goneWith(operation: Operation, context: RuleContext): ReferencedObject | null {
  // The type itself stays.
  if (operation.kind === 'renameEnumValue') return null;
  const object = removedObject(operation);
  if (object === null || object.table === null) return object;
  const name = context.originalColumn(object.table, object.name);
  return name === null ? null : { ...object, name };
}

/** Which code and which function still names what goes, a clause; null for none that is sure. */
export function codeThatNames(operation: Operation, context: RuleContext): string | null {
  const gone = goneWith(operation, context);
  if (gone === null) return null;
  const uses = referencesTo(gone, context).filter(isUse);
  const [first] = uses;
  if (first) {
    const others = uses.length === 1 ? '' : ` and ${uses.length - 1} more`;
    return `${first.source.path}:${first.source.line}${others} still ${others === '' ? 'names' : 'name'} ${gone.name}`;
  }
  const { table, name } = gone;
  if (gone.type !== 'column' || table === null) return null;
  const looked = { schema: context.before, read: context.readSql };
  const body = programLinks(table, name, looked).find(({ relation }) => relation === 'function');
  return body ? `the function ${body.name} names ${name}` : null;
}

/** Names in text alone may be of something else; a test fails before production does. */
function isUse({ kind, certainty, inTests }: CodeReference): boolean {
  return kind !== 'ignoredColumn' && certainty !== 'textual' && inTests !== true;
}
