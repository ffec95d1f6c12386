import { expect, test } from 'vitest';
import { readMysqlStructure } from './index.ts';

const MYSQL = `
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!50503 SET NAMES utf8mb4 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!50001 DROP VIEW IF EXISTS \`adults\`*/;
SET @saved_cs_client     = @@character_set_client;
/*!50001 CREATE VIEW \`adults\` AS SELECT 
 1 AS \`id\`*/;
DROP TABLE IF EXISTS \`posts\`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
CREATE TABLE \`posts\` (
  \`id\` bigint NOT NULL AUTO_INCREMENT,
  \`user_id\` bigint unsigned DEFAULT NULL,
  \`title\` varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT 'it''s; "so"' COMMENT 'what; it''s called',
  \`seen_at\` timestamp(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
  \`total\` decimal(10,2) GENERATED ALWAYS AS ((\`price\` * 2)) STORED,
  \`price\` decimal(8,2) NOT NULL DEFAULT '0.00' /*!80023 INVISIBLE */,
  PRIMARY KEY (\`id\`),
  UNIQUE KEY \`by_title\` (\`title\`(20) DESC),
  KEY \`by_name\` ((lower(\`title\`))) /*!80000 INVISIBLE */,
  FULLTEXT KEY \`words\` (\`title\`) /*!50100 WITH PARSER \`ngram\` */ ,
  CONSTRAINT \`fk_users\` FOREIGN KEY (\`user_id\`) REFERENCES \`users\` (\`id\`) ON DELETE SET NULL,
  CONSTRAINT \`cheap\` CHECK ((\`price\` < 10)) /*!80016 NOT ENFORCED */
) ENGINE=InnoDB AUTO_INCREMENT=12 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='what; people said';
CREATE TABLE \`users\` (
  \`id\` bigint unsigned NOT NULL,
  PRIMARY KEY (\`id\`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci
/*!50100 PARTITION BY HASH (\`id\`)
PARTITIONS 4 */;
LOCK TABLES \`users\` WRITE;
/*!40000 ALTER TABLE \`users\` DISABLE KEYS */;
INSERT INTO \`users\` VALUES (1),(2);
/*!40000 ALTER TABLE \`users\` ENABLE KEYS */;
UNLOCK TABLES;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=\`root\`@\`localhost\`*/ /*!50003 TRIGGER \`numbered\` BEFORE INSERT ON \`users\` FOR EACH ROW BEGIN SET NEW.id = 1; END */;;
CREATE DEFINER=\`root\`@\`localhost\` FUNCTION \`twice\`(a int) RETURNS int
    DETERMINISTIC
BEGIN RETURN a; END ;;
/*!50106 CREATE*/ /*!50117 DEFINER=\`root\`@\`localhost\`*/ /*!50106 EVENT \`nightly\` ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM users; END */ ;;
DELIMITER ;
/*!50001 DROP VIEW IF EXISTS \`adults\`*/;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=\`root\`@\`localhost\` SQL SECURITY DEFINER */
/*!50001 VIEW \`adults\` AS select \`users\`.\`id\` AS \`id\` from \`users\` */
/*!50002 WITH CASCADED CHECK OPTION */;
INSERT INTO \`schema_migrations\` (version) VALUES
('20260102000000'),
('20260101000000');

`;

const file = await readMysqlStructure(MYSQL, 'db/structure.sql');
const [posts, users] = file.schema.tables;

test('a dump of MySQL says which tool wrote it and which migrations ran', () => {
  expect(file.dumpedBy).toEqual({ name: 'mysqldump', version: '8.0.19' });
  expect(file.versions).toEqual(['20260102000000', '20260101000000']);
  expect(file.schema.version).toBe('20260102000000');
  expect(file.skipped).toEqual({ clientCommands: 2, rows: 2 });
  expect(file.schema.opaque).toEqual([]);
});

test('columns keep what the dump says of them', () => {
  expect(posts?.columns).toMatchObject([
    { name: 'id', type: 'bigint', nullable: false, autoIncrement: 'autoIncrement' },
    { name: 'user_id', type: 'bigint unsigned', nullable: true, default: null },
    {
      collation: 'utf8mb4_bin',
      default: { kind: 'literal', value: 'it\'s; "so"' },
      comment: "what; it's called",
    },
    {
      type: 'timestamp(6)',
      default: {
        kind: 'expression',
        sql: 'CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)',
      },
    },
    { generated: { expression: '(`price` * 2)', stored: true } },
    { default: { kind: 'literal', value: '0.0' }, attributes: 'INVISIBLE' },
  ]);
});

test('a table keeps its keys, its checks and its options', () => {
  expect(posts).toMatchObject({
    primaryKey: { name: null, columns: ['id'] },
    comment: 'what; people said',
    options: null,
    charset: 'utf8mb4',
    collation: 'utf8mb4_0900_ai_ci',
    indexes: [
      { name: 'by_title', unique: true, parts: [{ column: 'title', length: 20, order: 'desc' }] },
      { name: 'by_name', enabled: false, parts: [{ expression: '(lower(`title`))' }] },
      { name: 'words', kind: 'fulltext', storage: 'WITH PARSER ngram' },
      { name: 'fk_users' },
    ],
    foreignKeys: [
      { name: 'fk_users', columns: ['user_id'], toTable: 'users', onDelete: 'setNull' },
    ],
    checkConstraints: [{ name: 'cheap', expression: '`price` < 10', enforced: false }],
  });
  expect(users?.options).toBe('ENGINE=InnoDB PARTITION BY HASH (`id`) PARTITIONS 4');
});

test('a view has the query of its final statement, and who it runs as', () => {
  expect(file.schema.views).toEqual([
    {
      name: 'adults',
      materialized: false,
      definition: 'select `users`.`id` AS `id` from `users`\nWITH CASCADED CHECK OPTION',
      options: 'ALGORITHM=UNDEFINED DEFINER=`root`@`localhost` SQL SECURITY DEFINER',
      indexes: [],
      comment: null,
    },
  ]);
});

test('triggers, routines and events are kept by their text', () => {
  expect(file.schema.triggers).toEqual([
    {
      name: 'numbered',
      table: 'users',
      definition:
        'CREATE DEFINER=`root`@`localhost` TRIGGER `numbered` BEFORE INSERT ON `users` FOR EACH ROW BEGIN SET NEW.id = 1; END',
    },
  ]);
  expect(file.schema.functions).toMatchObject([{ name: 'twice' }]);
  expect(file.schema.objects).toMatchObject([{ type: 'event', name: 'nightly' }]);
});

test('every statement has its place, and nothing but blanks and comments stands between', () => {
  let at = 0;
  for (const { start, end } of file.statements) {
    expect(MYSQL.slice(at, start).trim()).toBe('');
    expect(MYSQL.charAt(end - 1)).toMatch(/[;`\w]/);
    at = end;
  }
  expect(MYSQL.slice(at).trim()).toBe('');
});

test('a statement that is not understood costs no other', async () => {
  const text =
    'CREATE TABLE a (id int);\nCREATE THING b;\nCREATE TABLE c (id int,,);\nCREATE TABLE d (id int);';
  const { schema } = await readMysqlStructure(text, 'schema.sql');
  expect(schema.tables.map(({ name }) => name)).toEqual(['a', 'd']);
  expect(schema.opaque.map(({ source }) => source.line)).toEqual([2, 3]);
});
