import { expect, test } from 'vitest';
import { readSchemaRb } from '../schema/read.ts';
import { Session } from '../session.ts';
import { sqlOperations } from './operations.ts';

const RAILS = { major: 7, minor: 1 };

const file = await readSchemaRb(
  `ActiveRecord::Schema[7.1].define(version: 1) do
  create_table "notes", charset: "utf8mb3", collation: "utf8mb3_unicode_ci" do |t|
    t.string "title", collation: "utf8mb3_bin"
    t.text "body"
    t.integer "likes"
    t.index ["title"], name: "by_title"
  end
end
`,
  'db/schema.rb',
  { engine: 'mysql', rails: RAILS },
);

function operations(sql: string) {
  const session = new Session(file.schema, { rails: RAILS, dumped: false, project: null });
  return [...sqlOperations(sql, session)];
}

test.each([
  [
    "ALTER TABLE notes MODIFY COLUMN likes BIGINT UNSIGNED NOT NULL DEFAULT 7 COMMENT 'it''s' AFTER id",
    {
      kind: 'setColumn',
      column: {
        name: 'likes',
        type: 'bigint unsigned',
        nullable: false,
        default: { kind: 'literal', value: 7 },
        comment: "it's",
      },
      position: { after: 'id' },
    },
  ],
  [
    'ALTER TABLE `notes` MODIFY title VARCHAR(20) COLLATE utf8mb3_unicode_ci',
    { kind: 'setColumn', column: { type: 'varchar(20)', nullable: true, collation: null } },
  ],
  [
    'ALTER TABLE notes MODIFY title TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin',
    { kind: 'setColumn', column: { type: 'text', collation: 'utf8mb4_bin' } },
  ],
  [
    'ALTER TABLE notes MODIFY id BIGINT AUTO_INCREMENT',
    { kind: 'setColumn', column: { nullable: false, autoIncrement: 'autoIncrement' } },
  ],
  [
    "ALTER TABLE notes ADD state ENUM('new','old') NOT NULL DEFAULT 'new' FIRST",
    {
      kind: 'addColumn',
      column: { name: 'state', type: "enum('new','old')", default: { value: 'new' } },
      position: 'first',
    },
  ],
  [
    'ALTER TABLE notes ADD UNIQUE INDEX by_both (title(10), likes DESC)',
    {
      kind: 'addIndex',
      index: {
        name: 'by_both',
        unique: true,
        parts: [
          { column: 'title', length: 10 },
          { column: 'likes', order: 'desc', length: null },
        ],
      },
    },
  ],
  [
    'CREATE FULLTEXT INDEX words ON notes (body)',
    { kind: 'addIndex', index: { kind: 'fulltext', parts: [{ column: 'body' }] } },
  ],
  [
    'ALTER TABLE notes ADD PRIMARY KEY (id, likes)',
    { kind: 'addPrimaryKey', primaryKey: { name: null, columns: ['id', 'likes'] } },
  ],
  ['ALTER TABLE notes DROP PRIMARY KEY', { kind: 'dropPrimaryKey', table: 'notes' }],
  ['ALTER TABLE notes DROP INDEX by_title, ALGORITHM=INPLACE', { kind: 'dropIndex' }],
  [
    'ALTER TABLE notes RENAME INDEX by_title TO titles',
    { kind: 'renameIndex', from: 'by_title', to: 'titles' },
  ],
])('%s', (sql, expected) => {
  expect(operations(sql)).toMatchObject([expected]);
});

test('CHANGE renames a column and states it anew', () => {
  expect(operations('ALTER TABLE notes CHANGE likes stars SMALLINT')).toMatchObject([
    { kind: 'renameColumn', from: 'likes', to: 'stars' },
    { kind: 'setColumn', column: { name: 'stars', type: 'smallint' } },
  ]);
});

test('CONVERT TO changes the table and its texts, which grow with the bytes of a character', () => {
  const sql = 'ALTER TABLE notes CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci';
  expect(operations(sql)).toMatchObject([
    { kind: 'setTableOptions', charset: 'utf8mb4', collation: 'utf8mb4_unicode_ci' },
    { kind: 'setColumn', column: { name: 'title', type: 'varchar(255)', collation: null } },
    { kind: 'setColumn', column: { name: 'body', type: 'mediumtext', collation: null } },
  ]);
});

test.each([
  'ALTER TABLE notes CONVERT TO CHARACTER SET utf8mb4',
  'ALTER TABLE notes MODIFY title VARCHAR(9) CHARACTER SET utf8mb4',
  'ALTER TABLE notes MODIFY likes INT DEFAULT (1 + 1)',
  'ALTER TABLE notes MODIFY likes INT CHECK (likes > 0)',
  'ALTER TABLE notes ADD CONSTRAINT one UNIQUE (likes)',
  'ALTER TABLE notes ADD INDEX (likes)',
  'ALTER TABLE notes ROW_FORMAT=DYNAMIC DEFAULT CHARSET=latin1',
  'ALTER TABLE notes ENGINE=InnoDB PARTITION BY HASH (id)',
  'ALTER TABLE notes MODIFY gone INT',
])('%s is opaque, as its outcome is not certain', (sql) => {
  expect(operations(sql)).toMatchObject([{ kind: 'opaque', touches: ['notes'], text: sql }]);
});

test.each([
  ['ALTER TABLE notes ROW_FORMAT = dynamic', 'ENGINE=InnoDB ROW_FORMAT=DYNAMIC'],
  ['ALTER TABLE notes ENGINE myisam', 'ENGINE=MyISAM'],
  [
    'ALTER TABLE notes KEY_BLOCK_SIZE=8 ROW_FORMAT=COMPRESSED',
    'ENGINE=InnoDB ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8',
  ],
])('%s is dumped as the options %s', (sql, options) => {
  expect(operations(sql)).toMatchObject([{ kind: 'setTableOptions', table: 'notes', options }]);
});

test.each([
  'ALTER TABLE notes ENGINE=InnoDB',
  'ALTER TABLE notes AUTO_INCREMENT = 1000',
  'ALTER TABLE notes ROW_FORMAT=DEFAULT',
])('%s changes nothing that a dump shows', (sql) => {
  expect(operations(sql).filter(({ kind }) => kind === 'setTableOptions')).toEqual([]);
  expect(operations(sql).filter(({ kind }) => kind === 'opaque')).toEqual([]);
});
