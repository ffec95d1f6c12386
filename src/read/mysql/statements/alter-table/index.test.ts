import { expect, test } from 'vitest';
import type { Schema } from '../../../../model/schema.ts';
import { readMysqlStructure } from '../../structure/index.ts';
import { mysqlOperations } from '../index.ts';

const file = await readMysqlStructure(
  `CREATE TABLE notes (
  id bigint NOT NULL AUTO_INCREMENT,
  title varchar(255) COLLATE utf8mb3_bin DEFAULT NULL,
  body text,
  likes int DEFAULT NULL,
  PRIMARY KEY (id),
  KEY by_title (title)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_unicode_ci;
`,
  'schema.sql',
);

/** Of a server that nothing tells. */
const { server, ...schema } = file.schema;

function operations(sql: string, over: Schema = schema) {
  return [...mysqlOperations(sql, { schema: over, charsets: null })].map(({ body }) => body);
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
  'ALTER TABLE notes MODIFY gone INT',
  'ALTER TABLE notes ADD PARTITION PARTITIONS 2',
  'ALTER TABLE notes ADD COLUMN x INT SOMEHOW',
  'ALTER TABLE notes ADD INDEX (likes) WITH LOVE',
  'ALTER TABLE notes RENAME COLUMN likes TO title, RENAME COLUMN title TO likes',
])('%s is opaque, as its outcome is not certain', (sql) => {
  expect(operations(sql)).toMatchObject([{ kind: 'opaque', touches: ['notes'], text: sql }]);
});

test.each([
  ['MODIFY likes INT DEFAULT (1 + 1)', [{ column: { default: { sql: '(1 + 1)' } } }]],
  [
    'MODIFY likes INT CHECK (likes > 0)',
    [
      { kind: 'setColumn' },
      {
        kind: 'addCheckConstraint',
        checkConstraint: { name: 'notes_chk_1', expression: 'likes > 0' },
      },
    ],
  ],
  [
    'ADD CONSTRAINT one UNIQUE (likes)',
    [{ kind: 'addIndex', index: { name: 'one', unique: true } }],
  ],
  ['ADD INDEX (likes)', [{ kind: 'addIndex', index: { name: 'likes' } }]],
  [
    'ADD UNIQUE (title, likes), ADD KEY (title(9))',
    [{ index: { name: 'title' } }, { index: { name: 'title' } }],
  ],
  [
    'ADD rank INT AFTER ID, DROP COLUMN body',
    [{ kind: 'dropColumn' }, { kind: 'addColumn', position: { after: 'id' } }],
  ],
  [
    'ADD (a INT, KEY by_a (likes), b TEXT(70000) NOT NULL)',
    [
      { kind: 'addColumn', column: { name: 'a' } },
      { kind: 'addIndex', index: { name: 'by_a' } },
      { kind: 'addColumn', column: { name: 'b', type: 'mediumtext', nullable: false } },
    ],
  ],
  [
    'DROP INDEX by_title, ADD INDEX by_title (title, likes)',
    [
      { kind: 'dropIndex', index: 'by_title', remade: true },
      { kind: 'addIndex', index: { name: 'by_title' } },
    ],
  ],
  [
    'DROP INDEX by_title, ADD INDEX titles (title)',
    [{ kind: 'addIndex' }, { kind: 'dropIndex', index: 'by_title' }],
  ],
  [
    'ADD FOREIGN KEY (likes) REFERENCES notes (id) ON DELETE SET NULL ON UPDATE CASCADE',
    [
      { kind: 'addIndex', index: { name: 'likes' }, table: 'notes' },
      {
        kind: 'addForeignKey',
        foreignKey: { name: 'notes_ibfk_1', onDelete: 'setNull', onUpdate: 'cascade' },
      },
    ],
  ],
  [
    'ADD CONSTRAINT self FOREIGN KEY (likes) REFERENCES notes (id)',
    [{ kind: 'addForeignKey', foreignKey: { name: 'self', onDelete: 'noAction' } }],
  ],
  [
    'ADD CHECK (likes > 0) NOT ENFORCED',
    [{ kind: 'addCheckConstraint', checkConstraint: { enforced: false } }],
  ],
  [
    'ADD doubled INT GENERATED ALWAYS AS (likes * 2) STORED',
    [{ kind: 'addColumn', column: { generated: { expression: 'likes * 2', stored: true } } }],
  ],
  [
    'ADD at TIMESTAMP NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP',
    [{ column: { default: { sql: 'CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP' } } }],
  ],
  [
    'ADD at DATETIME(3) ON UPDATE CURRENT_TIMESTAMP(3)',
    [{ column: { default: null, onUpdate: 'CURRENT_TIMESTAMP(3)' } }],
  ],
  [
    'ADD INDEX low ((lower(title)) DESC, likes) INVISIBLE COMMENT "x" KEY_BLOCK_SIZE=8',
    [
      {
        index: {
          parts: [{ expression: '(lower(title))', order: 'desc' }, { column: 'likes' }],
          enabled: false,
          comment: 'x',
          storage: 'KEY_BLOCK_SIZE=8',
        },
      },
    ],
  ],
  ['ALTER INDEX by_title INVISIBLE', [{ kind: 'setIndexEnabled', enabled: false }]],
  ['ALTER likes SET DEFAULT 3', [{ kind: 'setColumnDefault', default: { value: 3 } }]],
  ['ALTER COLUMN likes DROP DEFAULT', [{ kind: 'setColumnDefault', default: null }]],
  ['ALTER likes SET INVISIBLE', [{ kind: 'setColumn', column: { attributes: 'INVISIBLE' } }]],
  ['RENAME COLUMN likes TO stars', [{ kind: 'renameColumn', from: 'likes', to: 'stars' }]],
  ['RENAME papers', [{ kind: 'renameTable', from: 'notes', to: 'papers' }]],
  ['RENAME AS papers', [{ kind: 'renameTable', from: 'notes', to: 'papers' }]],
  ["COMMENT = 'it''s'", [{ kind: 'setTableComment', comment: "it's" }]],
  [
    'ENGINE=InnoDB PARTITION BY HASH (id) PARTITIONS 4',
    [{ kind: 'setTableOptions', options: 'ENGINE=InnoDB PARTITION BY HASH (id) PARTITIONS 4' }],
  ],
  [
    'ROW_FORMAT=DYNAMIC DEFAULT CHARSET=latin1',
    [
      { kind: 'setTableOptions', options: 'ENGINE=InnoDB ROW_FORMAT=DYNAMIC' },
      { kind: 'setTableOptions', charset: 'latin1', collation: null },
      { kind: 'setColumn', column: { name: 'body', collation: 'utf8mb3_unicode_ci' } },
    ],
  ],
  ['ALGORITHM=INPLACE, LOCK=NONE, FORCE, ORDER BY title, likes', [{ kind: 'runSql' }]],
])('ALTER TABLE notes %s', (action, expected) => {
  expect(operations(`ALTER TABLE notes ${action}`)).toMatchObject(expected);
});

test('a dump tells which collation a character set has by itself', () => {
  expect(server).toEqual({ name: 'mysql', version: '8.0.30' });
  const sql = 'ALTER TABLE notes CONVERT TO CHARACTER SET utf8mb4';
  expect(operations(sql, file.schema)).toMatchObject([
    { kind: 'setTableOptions', charset: 'utf8mb4', collation: 'utf8mb4_0900_ai_ci' },
    { kind: 'setColumn', column: { name: 'title', collation: null } },
    { kind: 'setColumn', column: { name: 'body', type: 'mediumtext' } },
  ]);
});

test('RENAME TABLE goes from left to right', () => {
  expect(operations('RENAME TABLE notes TO old, papers TO notes')).toMatchObject([
    { kind: 'renameTable', from: 'notes', to: 'old' },
    { kind: 'renameTable', from: 'papers', to: 'notes' },
  ]);
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
