import type { Operation } from '../../model/operation.ts';
import type { CodeReference, ReferencedObject } from '../../model/project-facts.ts';
import type { RuleContext } from '../context.ts';
import { programLinks } from '../dependencies/program-links.ts';

/** What the code can no longer name once the operation is done; null when all names stay. */
function goneWith(operation: Operation, context: RuleContext): ReferencedObject | null {
  switch (operation.kind) {
    case 'dropColumn':
      return columnOf(operation.table, operation.column, context);
    case 'renameColumn':
      return columnOf(operation.table, operation.from, context);
    case 'dropTable':
      return { type: 'table', table: null, name: operation.table };
    case 'renameTable':
      return { type: 'table', table: null, name: operation.from };
    case 'dropView':
      return { type: 'view', table: null, name: operation.view };
    case 'dropFunction':
      return { type: 'function', table: null, name: operation.function };
    case 'dropEnum':
      return { type: 'enum', table: null, name: operation.enum };
    case 'renameEnum':
      return { type: 'enum', table: null, name: operation.from };
    default:
      return null;
  }
}

/** Code is known by the name before the release; what the release itself added, no code names yet. */
function columnOf(table: string, column: string, context: RuleContext): ReferencedObject | null {
  const name = context.originalColumn(table, column);
  return name === null ? null : { type: 'column', table, name };
}

/** Which code and which function still names what goes, a clause; null for none that is sure. */
export function codeThatNames(operation: Operation, context: RuleContext): string | null {
  const gone = goneWith(operation, context);
  if (gone === null) return null;
  const uses = context.project.references.filter(
    (each) => isUse(each) && isSame(each.object, gone),
  );
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

function isSame(a: ReferencedObject, b: ReferencedObject): boolean {
  return a.type === b.type && a.name === b.name && a.table === b.table;
}
