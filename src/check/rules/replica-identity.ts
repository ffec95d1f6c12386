import type { RuleContext } from '../context.ts';
import { surveyDay } from '../figures.ts';
import { code, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';
import { sqlName } from '../sql-name.ts';

export const replicaIdentity = defineRule({
  id: 'replica-identity',
  title: 'Replication tells rows apart in another way',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['setTableOptions'],
  docs: {
    why: 'The replica identity is what logical replication and change data capture get of the old row. With NOTHING, UPDATE and DELETE of a published table fail; with FULL each one writes the whole old row to the log, and a subscriber without a fitting index looks through its table for it.',
    instead:
      'Agree on it with those who run the replication; use the primary key, or a unique index over columns that are NOT NULL.',
    reference: 'https://www.postgresql.org/docs/current/logical-replication-publication.html',
  },
  check({ table, replicaIdentity: identity }, context) {
    if (identity === undefined || context.isNewTable(table)) return null;
    return {
      severity: identity === 'NOTHING' ? 'danger' : 'warning',
      message: `The replica identity of ${table} becomes ${identity ?? 'its primary key'}: ${effectOf(identity)}${publishedSaid(context)}.`,
      instead:
        identity === 'NOTHING' || identity === 'FULL'
          ? code(
              `# The primary key, which is the default`,
              `execute ${text(`ALTER TABLE ${sqlName(table, context.engine)} REPLICA IDENTITY DEFAULT`)}`,
            )
          : `Tell everyone who reads the changes of ${table} before, since the old rows that they get have other columns.`,
    };
  },
});

function effectOf(identity: string | null): string {
  if (identity === 'NOTHING') return 'UPDATE and DELETE fail where the table is published';
  if (identity === 'FULL') return 'each UPDATE and DELETE writes the whole old row to the log';
  return 'readers of its changes get other columns of the old row';
}

/** What the survey saw of readers; empty when nobody asked, or the account may not see it. */
function publishedSaid(context: RuleContext): string {
  const { publications, logicalSlots } = context.survey?.activity ?? {};
  if (typeof publications !== 'number' || typeof logicalSlots !== 'number') return '';
  return `; the survey of ${surveyDay(context)} counted ${publications} publications and ${logicalSlots} logical slots`;
}
