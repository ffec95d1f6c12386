import {
  code,
  column,
  fact,
  factList,
  field,
  list,
  paragraph,
  row,
  section,
  subheading,
  table,
} from '../blocks.ts';
import { type ChangeGroup, changeGroups } from '../change-groups.ts';
import { changeMatrix } from '../common/change-matrix.ts';
import type { ReportContext } from '../context.ts';
import { NO_CHANGE } from '../describe/counts.ts';
import { DOWN_WORDS, FIDELITY_WORDS } from '../describe/terms.ts';
import { fidelityOf, rollbackOf } from '../effects.ts';
import type { MigrationFacts, ReportBlock, ReportSection } from '../types.ts';
import { listing } from '../words/index.ts';

export function scope(context: ReportContext): ReportSection {
  const { facts } = context;
  return section({
    anchor: 'scope',
    title: '4 Scope',
    blocks: [
      subheading('In scope'),
      ...(facts.changes.length === 0
        ? [paragraph(NO_CHANGE)]
        : [changeMatrix(context), list(changeGroups(context).map(groupWords))]),
      subheading('Out of scope'),
      factList(fact('Out of scope', field('text', 'scope.out', 'What is left out on purpose?'))),
      subheading('Migrations'),
      migrationTable(context),
    ],
  });
}

function groupWords({ lead, others }: ChangeGroup): string {
  const ids = others.map(({ id }) => id);
  const more = ids.length === 0 ? '' : ` With it: ${listing(ids)}.`;
  return `${lead.id}: ${lead.words}${more}`;
}

function migrationTable(context: ReportContext): ReportBlock {
  const { facts } = context;
  return table(
    [
      column('Id', 1),
      column('File', 8),
      column('In a transaction', 2),
      column('Way back in the file', 3),
      column('Can be undone', 3),
      column('SHA-256 begins', 3),
    ],
    facts.migrations.map((migration) =>
      row([
        migration.id,
        code(migration.path),
        migration.transactional ? 'yes' : 'no',
        downWords(migration),
        FIDELITY_WORDS[fidelityOf(rollbackOf(context, migration.steps))],
        code(facts.inputs.find(({ path }) => path === migration.path)?.sha256.slice(0, 12) ?? '–'),
      ]),
    ),
    {
      caption: 'In the order in which they run. The whole digests are in section 19.5.',
      whenEmpty: 'There is no migration: two schema files are compared.',
    },
  );
}

/** The way back that the author wrote, and what it cannot do. */
function downWords({ down, irreversible }: MigrationFacts): string {
  const reasons = irreversible.map(({ reason }) => reason);
  return reasons.length === 0
    ? DOWN_WORDS[down]
    : `${DOWN_WORDS[down]}; fails because ${reasons.join(', and ')}`;
}
