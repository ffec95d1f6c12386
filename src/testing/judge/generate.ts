/** Groups of `migrations/` that are written by a program, as they differ in types and versions alone. */

/** `[Ruby's name of the type, options of which each makes a migration of its own]`. */
type TypeWithOptions = readonly [type: string, ...options: string[]];

const COMMON_TYPES: readonly TypeWithOptions[] = [
  [
    'string',
    'limit: 40',
    'limit: nil',
    'default: "a\'b\\"c"',
    'default: ""',
    'default: nil, null: false',
  ],
  ['text', 'limit: 100', 'limit: 70_000'],
  [
    'integer',
    'limit: 1',
    'limit: 2',
    'limit: 3',
    'limit: 4',
    'limit: 8',
    'limit: 9',
    'default: -5',
    'default: "12"',
  ],
  ['bigint', 'default: 9_000_000_000', 'limit: 4'],
  ['float', 'default: 1.5', 'limit: 24', 'limit: 53', 'precision: 10'],
  [
    'decimal',
    'precision: 8',
    'precision: 8, scale: 2',
    'scale: 2',
    'precision: 10, scale: 0, default: 0',
    'precision: 8, scale: 2, default: 9.99',
    'default: "1.50", precision: 5, scale: 2',
  ],
  ['numeric', 'precision: 8, scale: 3'],
  ['boolean', 'default: false, null: false', 'default: true', 'default: "t"'],
  ['date', 'default: "2020-01-31"', 'default: -> { "CURRENT_DATE" }'],
  [
    'datetime',
    'precision: nil',
    'precision: 0',
    'precision: 3',
    'precision: 6',
    'default: -> { "CURRENT_TIMESTAMP" }',
    'default: "2020-01-31 12:30:00"',
    'precision: 9',
  ],
  ['timestamp', 'precision: nil', 'precision: 3', 'null: true'],
  ['time', 'precision: 3', 'default: "12:30"'],
  ['binary', 'limit: 20', 'limit: 70_000'],
  ['json', 'null: false'],
];

const TYPES: { readonly [engine: string]: readonly TypeWithOptions[] } = {
  postgresql: [
    ...COMMON_TYPES,
    ['timestamptz', 'precision: 3', 'default: -> { "now()" }'],
    [
      'jsonb',
      'default: {}',
      'default: []',
      'default: \'{"a": [1, null]}\'',
      'default: -> { "\'{}\'::jsonb" }',
    ],
    [
      'uuid',
      'default: -> { "gen_random_uuid()" }',
      'default: "gen_random_uuid()"',
      'default: "6ba7b810-9dad-11d1-80b4-00c04fd430c8"',
    ],
    ['inet', 'default: "127.0.0.1"'],
    ['cidr', 'default: "10.0.0.0/8"'],
    ['macaddr'],
    ['bit', 'limit: 8', 'default: "1"'],
    ['bit_varying', 'limit: 8', 'default: "101"'],
    ['money', 'default: 10'],
    ['interval', 'default: "1 day"', 'precision: 3', 'default: "P1Y2M"'],
    ['xml'],
    ['tsvector'],
    ['oid'],
    ['point', 'default: "(1,2)"'],
    ['line'],
    ['lseg'],
    ['box'],
    ['path'],
    ['polygon'],
    ['circle'],
    ['int4range', 'default: "[1,5)"'],
    ['int8range'],
    ['numrange', 'default: "(,)"'],
    ['daterange', 'default: "[2020-01-01,2020-02-01)"'],
    ['tsrange'],
    ['tstzrange'],
    ['serial'],
    ['bigserial'],
    [
      'string',
      'array: true',
      'array: true, default: []',
      'array: true, default: ["a", "b c"]',
      'array: true, null: false, default: "{}"',
    ],
    ['integer', 'array: true, default: [1, 2]'],
    ['decimal', 'array: true, precision: 5, scale: 1'],
    ['datetime', 'array: true, precision: nil'],
    ['jsonb', 'array: true'],
  ],
  mysql: [
    ...COMMON_TYPES,
    [
      'string',
      'limit: 255, null: false, default: "x"',
      'limit: 70_000',
      'collation: "utf8mb4_bin"',
      'charset: "latin1"',
    ],
    ['text', 'size: :tiny', 'size: :medium', 'size: :long', 'limit: 255', 'limit: 16_777_216'],
    ['binary', 'size: :tiny', 'size: :medium', 'size: :long'],
    ['blob', 'limit: 255'],
    ['tinytext'],
    ['mediumtext'],
    ['longtext'],
    ['tinyblob'],
    ['mediumblob'],
    ['longblob'],
    ['unsigned_integer', 'default: 3'],
    ['unsigned_bigint'],
    ['unsigned_float'],
    ['unsigned_decimal', 'precision: 6, scale: 1'],
    ['integer', 'unsigned: true', 'limit: 1, unsigned: true'],
    ['bigint', 'unsigned: true, null: false'],
  ],
  sqlite: COMMON_TYPES,
};

/** Conversions: the type that the column has, and the options that it has and gets. */
const CONVERSIONS: readonly (readonly [from: string, to: string])[] = [
  ['string', 'text'],
  ['string, limit: 50', 'string'],
  ['string, limit: 50', 'string, limit: 100'],
  ['string, limit: 50, null: false, default: "x"', 'string, limit: 20'],
  ['string, null: false, default: "x"', 'text, null: true, default: nil'],
  ['text', 'string'],
  ['text, null: false', 'string, limit: 200, default: "y"'],
  ['integer', 'bigint'],
  ['integer, null: false, default: 0', 'bigint'],
  ['integer, default: 5', 'bigint, default: 6'],
  ['integer, default: 5', 'string'],
  ['integer, default: 5', 'decimal, precision: 10, scale: 2'],
  ['integer, default: 5', 'float'],
  ['integer', 'integer, limit: 2'],
  ['integer', 'boolean'],
  ['bigint', 'integer'],
  ['bigint, null: false', 'string, null: false'],
  ['decimal, precision: 8, scale: 2', 'decimal, precision: 10, scale: 4'],
  ['decimal, precision: 8, scale: 2, default: 1.5', 'integer'],
  ['decimal, precision: 8, scale: 2, default: 1.5', 'decimal'],
  ['decimal, precision: 8, scale: 2', 'float'],
  ['float, default: 0.5', 'decimal, precision: 8, scale: 3'],
  ['boolean, default: false, null: false', 'integer'],
  ['boolean, default: true', 'string'],
  ['date', 'datetime'],
  ['date, null: false, default: "2020-01-31"', 'datetime'],
  ['datetime', 'date'],
  ['datetime', 'datetime, precision: nil'],
  ['datetime, precision: nil', 'datetime'],
  ['datetime, precision: 3', 'timestamp'],
  ['datetime, null: false, default: -> { "CURRENT_TIMESTAMP" }', 'datetime'],
  ['time', 'string'],
  ['string, default: "5"', 'integer'],
  ['string', 'datetime'],
  ['binary', 'text'],
  ['string, comment: "words"', 'string, limit: 10'],
  ['string', 'string, comment: "words"'],
];

/** Operations whose meaning `Migration::Compatibility` changes from version to version. */
const VERSIONED: readonly (readonly [name: string, body: string])[] = [
  ['CreatesTable', 'create_table :pets do |t|\n  t.string :name\n  t.timestamps\nend'],
  [
    'CreatesTableWithReferences',
    'create_table :pets do |t|\n  t.references :owner, foreign_key: true\n  t.belongs_to :vet, polymorphic: true\n  t.datetime :born_at\n  t.index "lower(name)" if false\nend',
  ],
  [
    'CreatesTableWithIntegerKey',
    'create_table :pets, id: :integer do |t|\n  t.datetime :seen_at, null: false\nend',
  ],
  ['CreatesTableWithBigintKey', 'create_table :pets, id: :bigint'],
  [
    'CreatesTableWithPrimaryKey',
    'create_table :pets, id: false do |t|\n  t.primary_key :number\n  t.column :seen_at, :datetime\nend',
  ],
  [
    'CreatesTableWithCompositeKey',
    'create_table :pets, primary_key: [:a, :b] do |t|\n  t.integer :a\n  t.integer :b\nend',
  ],
  ['CreatesJoinTable', 'create_join_table :owners, :pets'],
  ['AddsReference', 'add_reference :owners, :city'],
  ['AddsReferenceWithIndex', 'add_belongs_to :owners, :city, index: true, polymorphic: true'],
  ['AddsTimestamps', 'add_timestamps :owners, null: true'],
  ['AddsTimestampsPlain', 'add_timestamps :owners, default: "2001-01-01"'],
  ['AddsDatetime', 'add_column :owners, :seen_at, :datetime'],
  ['AddsTimestamp', 'add_column :owners, :seen_at, :timestamp, precision: 3'],
  ['AddsPrimaryKey', 'remove_column :owners, :id\nadd_column :owners, :number, :primary_key'],
  [
    'AddsIndexOfLongName',
    'add_index :owners, [:favourite_colour_of_the_owner, :favourite_season_of_the_owner]',
  ],
  [
    'AddsTableOfLongIndexName',
    'create_table :pets do |t|\n  t.string :favourite_colour_of_the_animal\n  t.string :favourite_season_of_the_animal\n  t.index [:favourite_colour_of_the_animal, :favourite_season_of_the_animal]\nend',
  ],
  [
    'ChangesTableWithColumns',
    'change_table :owners do |t|\n  t.datetime :seen_at\n  t.references :city\n  t.timestamps null: true\nend',
  ],
  [
    'ChangesTableInBulk',
    'change_table :owners, bulk: true do |t|\n  t.datetime :seen_at\n  t.references :city, index: true\nend',
  ],
  ['ChangesDefaultFromTo', 'change_column_default :owners, :name, from: nil, to: "x"'],
  ['RenamesTable', 'rename_table :owners, :holders'],
  ['RemovesIndexByName', 'remove_index :owners, name: "names", column: :name'],
  ['RemovesMissingIndex', 'remove_index :owners, :age'],
];

const VERSIONED_UP: readonly (readonly [name: string, body: string])[] = [
  ['ChangesColumn', 'change_column :owners, :name, :string, limit: 40, null: false, default: "x"'],
  ['ChangesColumnToDatetime', 'change_column :owners, :born_on, :datetime'],
  ['ChangesNullByText', 'change_column_null :owners, :name, "false"'],
];

const VERSIONS = ['4.2', '5.0', '5.1', '5.2', '6.0', '6.1', '7.0', '7.1'];

function migration(name: string, version: string, method: string, body: string): string {
  const lines = body.split('\n').map((line) => `    ${line}\n`);
  return `class ${name} < ActiveRecord::Migration[${version}]\n  def ${method}\n${lines.join('')}  end\nend\n`;
}

function only(engines: string, text: string): string {
  return `# only: ${engines}\n${text}`;
}

const HEAD = '# Written by src/testing/judge/generate.ts.\n';

function start(body: string): string {
  return migration('Start', '7.2', 'up', body);
}

function typeGroup(engine: string, types: readonly TypeWithOptions[]): string {
  const cases = types.flatMap(([type, ...options]) =>
    ['', ...options].map((option) => [type, option]),
  );
  const seen = new Set<string>();
  const migrations = cases.flatMap(([type = '', option = '']) => {
    if (seen.has(`${type} ${option}`)) return [];
    seen.add(`${type} ${option}`);
    const written = option === '' ? '' : `, ${option}`;
    const body = `add_column :things, :added, :${type}${written}\ncreate_table :others do |t|\n  t.${type} :made${written}\nend`;
    return [only(engine, migration(`Type${seen.size}`, '7.2', 'change', body))];
  });
  return [HEAD + start('create_table :things'), ...migrations].join('\n');
}

function conversionGroup(): string {
  const columns = CONVERSIONS.map(([from], at) => `  t.column :c${at + 1}, :${from}\n`);
  const migrations = CONVERSIONS.map(([from, to], at) => {
    const up = migration(
      `Conversion${at + 1}`,
      '7.2',
      'up',
      `change_column :things, :c${at + 1}, :${to}`,
    );
    const down = `\n  def down\n    change_column :things, :c${at + 1}, :${from}\n  end\nend\n`;
    return up.replace(/end\n$/, '').concat(down);
  });
  return [HEAD + start(`create_table :things do |t|\n${columns.join('')}end`), ...migrations].join(
    '\n',
  );
}

function versionGroup(): string {
  const table =
    'create_table :owners do |t|\n  t.string :name\n  t.integer :age\n  t.date :born_on\n' +
    '  t.string :favourite_colour_of_the_owner, limit: 20\n  t.string :favourite_season_of_the_owner, limit: 20\n' +
    '  t.index :name, name: "names"\nend';
  const migrations = VERSIONS.flatMap((version) => {
    const suffix = version.replace('.', '');
    return [
      ...VERSIONED.map(([name, body]) => migration(`${name}${suffix}`, version, 'change', body)),
      ...VERSIONED_UP.map(([name, body]) => migration(`${name}${suffix}`, version, 'up', body)),
    ].map((text) => (Number(version) > 6.1 ? `# since: ${version}\n${text}` : text));
  });
  return [HEAD + start(table), ...migrations].join('\n');
}

/** Each generated file of `migrations/` with its text. */
export function generatedGroups(): ReadonlyMap<string, string> {
  const types = Object.entries(TYPES).map(([engine, list]): [string, string] => [
    `types_${engine}.rb`,
    typeGroup(engine, list),
  ]);
  return new Map([
    ...types,
    ['conversions.rb', conversionGroup()],
    ['versions.rb', versionGroup()],
  ]);
}
