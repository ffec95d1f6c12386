import { ENGINES } from '../../model/engine.ts';
import { MIGRATION_TOOL_NAMES, type MigrationTool } from '../../model/migration-tool.ts';
import type { Operation } from '../../model/operation.ts';
import { findColumn, findTable } from '../../model/schema.ts';
import { ALL_KINDS } from '../all-kinds.ts';
import type { RuleContext } from '../context.ts';
import { code, removeColumn } from '../ruby.ts';
import { defineRule } from '../rule.ts';

const INSTEAD = code(
  'def up',
  ['# what it does now'],
  'end',
  '',
  'def down',
  ['# the way back, tried out before the release'],
  'end',
);

/** Tools that know no way back, so that none is forgotten. */
const FORWARD_ONLY: readonly MigrationTool[] = ['prisma', 'drizzle', 'atlas'];

export const irreversible = defineRule({
  id: 'irreversible',
  title: 'It has no way back',
  engines: ENGINES,
  severity: 'warning',
  on: ALL_KINDS,
  docs: {
    why: 'Under pressure somebody has to invent a way back: Rails raises ActiveRecord::IrreversibleMigration on db:rollback, or takes an `up` without a `down` for done and leaves the schema as it is, and a tool that runs SQL has nothing to run.',
    instead: 'Write up and down.',
    reference: 'https://api.rubyonrails.org/classes/ActiveRecord/IrreversibleMigration.html',
  },
  check(operation, context) {
    if (context.direction === 'down') return null;
    if (isSameStatement(operation, context)) return null;
    const { down } = context.migration;
    if (down.kind === 'none') {
      if (context.earlier.length > 0) return null;
      const { tool } = context.migration;
      if (FORWARD_ONLY.includes(tool)) {
        return {
          severity: 'info',
          message: `${context.migration.name} has no way back: ${MIGRATION_TOOL_NAMES[tool]} runs none, so that it takes a new migration.`,
          instead: 'Write that migration now, and try it out before the release.',
        };
      }
      if (tool !== 'rails') {
        return {
          message: `${context.migration.name} has no way back: its author wrote none.`,
          instead: 'Write the way back beside it, and try it out before the release.',
        };
      }
      return {
        message: `${context.migration.name} has no way back: ${down.irreversible[0]?.reason ?? 'its author wrote none'}.`,
        instead: INSTEAD,
      };
    }
    const found = down.irreversible.find(
      ({ source }) =>
        source.path === operation.source.path && source.line === operation.source.line,
    );
    if (!found) return null;
    return {
      message:
        operation.kind === 'opaque'
          ? 'Whether Rails can undo this is not known: it was not understood.'
          : `Rails cannot undo this by itself: ${found.reason}.`,
      instead: reversible(operation, context) ?? INSTEAD,
    };
  },
});

/** The same with what Rails needs to undo it; null where that is not a matter of options. */
function reversible(operation: Operation, { before }: RuleContext): string | null {
  if (operation.kind !== 'dropColumn') return null;
  const table = findTable(before, operation.table);
  const column = table && findColumn(table, operation.column);
  return column && column.generated === null ? removeColumn(operation.table, column) : null;
}

/** True when an earlier operation comes from the same statement, and has said it already. */
function isSameStatement(operation: Operation, context: RuleContext): boolean {
  return context.earlier.some(({ operation: { source } }) => source.line === operation.source.line);
}
