import type { Change } from '../../model/change.ts';
import type { SuppressionComment } from '../../model/migration.ts';
import type { CodeReference, ReferenceKind } from '../../model/project-facts.ts';
import { column, migration, operation } from '../build.ts';
import {
  addColumn,
  createTable,
  dropColumn,
  dropTable,
  lines,
  renameColumn,
} from '../operations.ts';
import { casesOf, type RuleCase } from './case.ts';
import { looked } from './code.ts';
import { my, pg, posts } from './schemas.ts';

const rule = casesOf;
const PATH = 'db/migrate/20260101000000_change.rb';
const at = (line: number) => ({ path: PATH, line, column: 1, endLine: line });

const stray: Change = {
  kind: 'added',
  object: { type: 'column', table: 'users', name: 'nick' },
  from: null,
  before: null,
  after: null,
  differences: [],
};

const drifts: readonly RuleCase[] = [
  rule('schema-dump-drift').hit(
    'a column that no migration makes',
    pg(),
    lines(createTable(posts)),
    'users.nick is in it, and no migration makes it',
    { options: { drift: [stray] } },
  ),
  rule('schema-dump-drift').hit(
    'older than the schema',
    pg({ version: '20260501000000' }),
    lines(createTable(posts)),
    'Change (20260101000000) is older than 20260501000000',
  ),
  rule('schema-dump-drift').hit(
    'a branch that was merged late',
    pg({ version: '20260501000000' }),
    lines(createTable(posts)),
    'Change (20260101000000), Other (20260102000000) are older than 20260501000000',
    {
      options: {
        migrations: [
          migration(),
          migration({ path: 'b.rb', name: 'Other', version: '20260102000000' }),
        ],
      },
    },
  ),
  rule('schema-dump-drift').hit(
    'two of one version',
    pg(),
    lines(createTable(posts)),
    'Change and Other have the same version, 20260101000000',
    { options: { migrations: [migration(), migration({ path: 'b.rb', name: 'Other' })] } },
  ),
  rule('schema-dump-drift').miss(
    'the file is what the migrations give',
    pg({ version: '20251201000000' }),
    lines(createTable(posts)),
    { options: { drift: [] } },
  ),
];

const reference = (
  name: string,
  kind: ReferenceKind,
  rest: Partial<CodeReference> = {},
): CodeReference => ({
  object: { type: 'column', table: 'users', name },
  kind,
  certainty: 'parsed',
  source: { path: 'app/models/user.rb', line: 3, column: 3, endLine: 3 },
  text: `validates :${name}`,
  ...rest,
});

const named = (...references: readonly CodeReference[]) => ({
  options: { project: looked({ references }) },
});

const many = Array.from({ length: 7 }, (_, line) =>
  reference('name', 'view', {
    source: { path: 'app/views/users/show.html.erb', line: line + 1, column: 1, endLine: line + 1 },
  }),
);

const code: readonly RuleCase[] = [
  rule('app-code-reference').hit(
    'a validation',
    pg(),
    lines(dropColumn('users', 'name')),
    'users.name is still named in app/models/user.rb:3 (validation).',
    named(reference('name', 'validation')),
  ),
  rule('app-code-reference').hit(
    'code before translations',
    pg(),
    lines(dropColumn('users', 'name')),
    'users.name is still named in app/models/user.rb:3 (validation), config/locales/en.yml:9 (attribute)',
    named(
      reference('name', 'attribute', {
        source: { path: 'config/locales/en.yml', line: 9, column: 1, endLine: 9 },
      }),
      reference('name', 'validation'),
    ),
  ),
  rule('app-code-reference').hit(
    'many places',
    pg(),
    lines(renameColumn('users', 'name', 'title')),
    'show.html.erb:5 (view) and 2 more',
    named(...many),
  ),
  rule('app-code-reference').hit(
    'a model of the table',
    pg(),
    lines(dropTable('orders')),
    'orders is still named in app/models/user.rb:3 (model)',
    named(reference('', 'model', { object: { type: 'table', table: null, name: 'orders' } })),
  ),
  rule('app-code-reference').hit(
    'a value of an enum',
    pg(),
    lines({ kind: 'renameEnumValue', enum: 'order_status', from: 'paid', to: 'settled' }),
    'order_status is still named',
    named(
      reference('', 'declaration', {
        object: { type: 'enum', table: null, name: 'order_status' },
        text: 'enum :status, { paid: "paid" }',
      }),
    ),
  ),
  rule('app-code-reference').miss(
    'ignored by the model, and used nowhere else',
    pg(),
    lines(dropColumn('users', 'name')),
    named(
      reference('name', 'ignoredColumn', { source: { ...at(3), endLine: 6 } }),
      reference('name', 'other', { source: at(5), certainty: 'textual' }),
    ),
  ),
  rule('app-code-reference').miss(
    'named in tests only',
    pg(),
    lines(dropColumn('users', 'name')),
    named(reference('name', 'factory', { inTests: true })),
  ),
  rule('app-code-reference').miss(
    'another column',
    pg(),
    lines(dropColumn('users', 'name')),
    named(reference('email', 'validation')),
  ),
  rule('app-code-reference').miss(
    'another value of the enum',
    pg(),
    lines({ kind: 'renameEnumValue', enum: 'order_status', from: 'paid', to: 'settled' }),
    named(
      reference('', 'declaration', {
        object: { type: 'enum', table: null, name: 'order_status' },
        text: 'enum :status, { new: "new" }',
      }),
    ),
  ),
  rule('app-code-reference').miss(
    'no code was looked into',
    pg(),
    lines(dropColumn('users', 'name')),
  ),
  rule('drop-column').hit(
    'ignored by the model already',
    pg(),
    lines(dropColumn('users', 'name')),
    'the model ignores it already (app/models/user.rb:3)',
    named(reference('name', 'ignoredColumn')),
  ),
  rule('naming-conventions').hit(
    'a reserved word',
    pg(),
    lines(addColumn('users', column('order', 'integer'))),
    'order is a reserved word',
  ),
  rule('naming-conventions').hit(
    'reserved by MySQL',
    my(),
    lines(addColumn('users', column('rank', 'int'))),
    'rank is a reserved word',
  ),
  rule('naming-conventions').hit(
    'capitals',
    pg(),
    lines(addColumn('users', column('firstName', 'text'))),
    'firstName has capital letters',
  ),
  rule('naming-conventions').hit(
    'longer than the server keeps',
    pg(),
    lines(addColumn('users', column('a'.repeat(64), 'text'))),
    'is longer than 63 bytes',
  ),
  rule('naming-conventions').miss(
    'a key word that names a column all the same',
    pg(),
    lines(addColumn('users', column('position', 'integer'))),
  ),
  rule('naming-conventions').miss(
    'reserved by MySQL alone',
    my(),
    lines(addColumn('users', column('rank', 'int'))),
    { options: { server: { name: 'mariadb', version: [10, 11], decidedBy: null } } },
  ),
  rule('naming-conventions').miss(
    'capitals where all names have them',
    pg({ tables: [{ ...posts, name: 'userPosts' }] }),
    lines(addColumn('userPosts', column('firstName', 'text'))),
  ),
];

const comment = (rest: Partial<SuppressionComment> = {}): SuppressionComment => ({
  rules: ['drop-column'],
  reason: 'nobody reads it',
  source: at(1),
  covers: { from: 1, to: 1 },
  ...rest,
});
const commented = (...suppressions: readonly SuppressionComment[]) => ({
  migration: { suppressions },
});
const dropped = lines(dropColumn('users', 'name'));
const hygiene = rule('suppression-hygiene');

const suppressions: readonly RuleCase[] = [
  hygiene.hit(
    'no reason',
    pg(),
    dropped,
    'drop-column is suppressed without a reason',
    commented(comment({ reason: null })),
  ),
  hygiene.hit(
    'nothing to suppress',
    pg(),
    lines(createTable(posts)),
    'Nothing is found here by drop-column',
    commented(comment()),
  ),
  hygiene.hit(
    'a rule that is not there',
    pg(),
    dropped,
    'There is no rule drop-colunm',
    commented(comment({ rules: ['drop-colunm'] })),
  ),
  hygiene.hit(
    'no rule at all',
    pg(),
    dropped,
    'The comment names no rule',
    commented(comment({ rules: [] })),
  ),
  hygiene.hit(
    'safety_assured without a word',
    pg(),
    [operation(dropColumn('users', 'name'), { assured: true })],
    'gives no reason',
  ),
  hygiene.miss('a reason for what is found', pg(), dropped, commented(comment())),
  hygiene.miss('no suppression', pg(), dropped),
];

/** Cases of rules on the release as a whole, and on what its project says. */
export const releaseCases: readonly RuleCase[] = [...drifts, ...code, ...suppressions];
