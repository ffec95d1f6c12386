import type { Hazard, Review } from '../model/hazard.ts';
import type { SourceLocation } from '../model/source.ts';
import type { CheckedStep, CheckInput } from '../report/check/input.ts';
import { index, migration, operation } from './build.ts';
import { lock } from './sample/findings.ts';

export const INDEXES = 'db/migrate/20260101000000_add_indexes.rb';
const DROP = 'db/migrate/20260102000000_drop_notes.rb';

const TEXTS: { readonly [path: string]: string } = {
  [INDEXES]: `class AddIndexes < ActiveRecord::Migration[7.1]
  def change
    add_index :users, :email
    add_index :orders, %i[user_id placed_at],
              name: "by_user"
  end
end
`,
  [DROP]: `class DropNotes < ActiveRecord::Migration[7.1]
  def change
\tremove_column :users, :notes, :text # migdocs:ignore drop-column -- nobody reads it
  end
end
`,
};

const REVIEW: Review = {
  class: 'add-index',
  level: 'spot',
  draft: 'tool',
  rollback: 'automatic',
  rollbackReason: null,
  reasons: ['an index is added'],
};

function at(path: string, line: number, column: number, endLine = line): SourceLocation {
  return { path, line, column, endLine };
}

const addIndexes = migration({
  path: INDEXES,
  name: 'AddIndexes',
  version: '20260101000000',
  text: TEXTS[INDEXES] ?? '',
});

const dropNotes = migration({
  path: DROP,
  name: 'DropNotes',
  version: '20260102000000',
  text: TEXTS[DROP] ?? '',
});

function step(
  of: CheckedStep['migration'],
  source: SourceLocation,
  body: Parameters<typeof operation>[0],
  locks: CheckedStep['locks'],
): CheckedStep {
  return { operation: operation(body, { source }), migration: of, locks, review: REVIEW };
}

function addIndex(table: string, name: string) {
  return {
    kind: 'addIndex',
    table,
    index: index(name, ['email']),
    ifNotExists: false,
    concurrently: false,
  } as const;
}

const EMAIL = at(INDEXES, 3, 5);
const BY_USER = at(INDEXES, 4, 5, 5);
const NOTES = at(DROP, 3, 2);

const STEPS: readonly CheckedStep[] = [
  step(addIndexes, EMAIL, addIndex('users', 'index_users_on_email'), [
    lock('users', 'share', 'indexBuild'),
  ]),
  step(addIndexes, BY_USER, addIndex('orders', 'by_user'), [lock('orders', 'share', 'indexBuild')]),
  step(
    dropNotes,
    NOTES,
    { kind: 'dropColumn', table: 'users', column: 'notes', ifExists: false, cascade: false },
    [lock('users', 'accessExclusive')],
  ),
];

/** A finding of that rule on the index of the users, if nothing else is said. */
export function hazard(over: Partial<Hazard> = {}): Hazard {
  return {
    rule: 'add-index-blocking',
    title: 'Index is built while writes wait',
    severity: 'danger',
    message: 'Building index_users_on_email blocks writes to users until it is done.',
    why: 'CREATE INDEX holds SHARE for the whole build, so every write to the table waits.',
    instead:
      'disable_ddl_transaction!\n\ndef change\n  add_index :users, :email, algorithm: :concurrently\nend',
    reference: 'https://www.postgresql.org/docs/current/sql-createindex.html',
    step: 0,
    table: 'users',
    source: EMAIL,
    locks: STEPS[0]?.locks ?? [],
    evidence: 'static',
    direction: 'up',
    suppression: null,
    ...over,
  };
}

/** On the index of the orders: the same with other names. */
export const byUser: Hazard = hazard({
  severity: 'warning',
  message: 'Building by_user blocks writes to orders until it is done.',
  instead:
    'disable_ddl_transaction!\n\ndef change\n  add_index :orders, :placed_at, algorithm: :concurrently\nend',
  step: 1,
  table: 'orders',
  source: BY_USER,
  locks: STEPS[1]?.locks ?? [],
});

/** Suppressed by a comment with its reason. */
export const dropNotesHazard: Hazard = hazard({
  rule: 'drop-column',
  title: 'Column and its data are dropped',
  severity: 'warning',
  message: 'Dropping users.notes deletes its data for good.',
  why: 'No rollback brings the data back.',
  instead: 'Ignore the column first, and drop it in the next release.',
  step: 2,
  source: NOTES,
  locks: STEPS[2]?.locks ?? [],
  suppression: { by: 'comment', reason: 'nobody reads it', source: NOTES },
});

/** About the release as a whole. */
export const releaseHazard: Hazard = hazard({
  rule: 'schema-dump-drift',
  title: 'Committed schema file is another one',
  severity: 'info',
  message: 'The committed schema file is not what the migrations give.',
  why: 'A new database is loaded from the schema file.',
  instead: 'Commit the schema file as the migrations leave it.',
  step: null,
  table: null,
  source: null,
  locks: [],
});

/** Two migrations with two open findings, one about the release and one that is suppressed. */
export function checkInput(
  hazards: readonly Hazard[] = [hazard(), releaseHazard, dropNotesHazard, byUser],
  over: Partial<CheckInput> = {},
): CheckInput {
  const review = { level: 'spot', draft: 'tool', rollback: 'automatic', steps: [0] } as const;
  return {
    tool: { name: 'migdocs', version: '1.2.3' },
    engine: 'postgresql',
    server: { name: 'postgresql', version: [16, 4], decidedBy: 'migdocs.yml says so' },
    schemaPath: 'db/schema.rb',
    base: 'db/schema.rb as it is in the working tree',
    migrations: [addIndexes, dropNotes],
    steps: STEPS,
    findings: hazards.map((each, position) => ({ id: `R${position + 1}`, hazard: each })),
    reviews: {
      migrations: [
        { ...review, path: INDEXES, reasons: ['an index is added'] },
        { ...review, path: DROP, level: 'mandatory', reasons: ['its data is lost'] },
      ],
      release: { ...review, level: 'mandatory', reasons: ['its data is lost'], gates: [] },
    },
    rules: [...new Map(hazards.map((each) => [each.rule, each])).values()].map(
      ({ rule: id, title, severity, why, instead, reference }) => ({
        ...{ id, title, severity, why, instead, reference },
      }),
    ),
    rows: { users: { rows: 1_200_000, basis: 'stated', asOf: '2026-01-01' } },
    failOn: 'danger',
    assumptions: ['Rails.env is taken to be production.'],
    repositoryPrefix: '',
    textOf: (path) => TEXTS[path] ?? null,
    ...over,
  };
}
