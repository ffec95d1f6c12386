import { describe, expect, test } from 'vitest';
import { readMysqlStructure } from '../../../read/mysql/structure/index.ts';
import { writeMysqlStructure } from './index.ts';

const HEAD = `
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!50503 SET NAMES utf8mb4 */;
`;
const FOOT = `/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;

/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;

`;

const MYSQL_8 = '/*!50503 SET character_set_client = utf8mb4 */';
const MYSQL_5 = '/*!40101 SET character_set_client = utf8 */';

function table(name: string, lines: readonly string[], tail: string, client = MYSQL_8): string {
  return `DROP TABLE IF EXISTS \`${name}\`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
${client};
CREATE TABLE \`${name}\` (
${lines.map((line) => `  ${line}`).join(',\n')}
) ${tail};
/*!40101 SET character_set_client = @saved_cs_client */;
`;
}

const dump = (...sections: readonly string[]): string => HEAD + sections.join('') + FOOT;

/** What is written over \`before\` to have the schema that \`after\` has. */
async function written(
  before: string,
  after: string,
  options: { readonly everythingAnew?: boolean } = {},
): Promise<string> {
  const file = await readMysqlStructure(before, 'db/structure.sql');
  const { schema } = await readMysqlStructure(after, 'db/structure.sql');
  return writeMysqlStructure(file, schema, { ran: [], rails: null, ...options });
}

const UNICODE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const OF_8 = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci';
const ID = '`id` bigint NOT NULL AUTO_INCREMENT';
const USERS = table('users', [ID, '`name` varchar(255) DEFAULT NULL', 'PRIMARY KEY (`id`)'], OF_8);

/** A dump before and one after, each as the server's own tool writes it. */
const CHANGES: readonly (readonly [what: string, before: string, after: string])[] = [
  [
    'a table of MySQL 8 between those that it stands between by name',
    dump(table('accounts', [ID, 'PRIMARY KEY (`id`)'], OF_8), USERS),
    dump(
      table('accounts', [ID, 'PRIMARY KEY (`id`)'], OF_8),
      table(
        'posts',
        [
          ID,
          '`title` varchar(255) NOT NULL',
          '`body` text',
          '`settings` json DEFAULT NULL',
          "`likes` int NOT NULL DEFAULT '0'",
          "`price` decimal(10,2) DEFAULT '1.50'",
          '`code` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL',
          '`token` varchar(36) DEFAULT (uuid())',
          '`seen_at` timestamp NULL DEFAULT NULL',
          '`made_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)',
          '`double_likes` int GENERATED ALWAYS AS ((`likes` * 2)) STORED',
          "`hidden` int DEFAULT NULL /*!80023 INVISIBLE */ COMMENT 'it''s'",
          'PRIMARY KEY (`id`)',
          'UNIQUE KEY `by_code` (`code`)',
          'KEY `by_body` (`body`(10))',
          'KEY `by_title` (`title` DESC) /*!80000 INVISIBLE */',
          'KEY `by_lower` ((lower(`title`)))',
          'FULLTEXT KEY `words` (`body`) /*!50100 WITH PARSER `ngram` */ ',
          'CONSTRAINT `fk_a` FOREIGN KEY (`id`) REFERENCES `users` (`id`) ON DELETE RESTRICT',
          'CONSTRAINT `fk_b` FOREIGN KEY (`id`) REFERENCES `users` (`id`) ON DELETE CASCADE',
          'CONSTRAINT `posts_chk_1` CHECK ((`likes` >= 0))',
        ],
        `${OF_8} ROW_FORMAT=DYNAMIC COMMENT='what is written'`,
      ),
      USERS,
    ),
  ],
  [
    'a table of MySQL 5.7 with widths, and each collation that is not the set’s own',
    dump(table('users', ['`id` int(11) NOT NULL', "`n` int(11) DEFAULT '0'"], UNICODE, MYSQL_5)),
    dump(
      table('users', ['`id` int(11) NOT NULL', "`n` int(11) DEFAULT '0'"], UNICODE, MYSQL_5),
      table(
        'visits',
        [
          '`id` int(10) unsigned NOT NULL AUTO_INCREMENT',
          '`flag` tinyint(1) DEFAULT NULL',
          '`size` bigint(20) unsigned DEFAULT NULL',
          '`small` smallint(6) DEFAULT NULL',
          '`page` varchar(255) COLLATE utf8mb4_unicode_ci DEFAULT NULL',
          '`key` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL',
          '`note` text COLLATE utf8mb4_unicode_ci',
          "`gone_at` timestamp NOT NULL DEFAULT '0000-00-00 00:00:00'",
          'PRIMARY KEY (`id`)',
        ],
        UNICODE,
        MYSQL_5,
      ),
    ),
  ],
  [
    'a column behind another, and a key behind those of its kind',
    dump(
      table(
        'users',
        [ID, '`a` int DEFAULT NULL', '`b` int DEFAULT NULL', 'PRIMARY KEY (`id`)', 'KEY `k` (`a`)'],
        OF_8,
      ),
    ),
    dump(
      table(
        'users',
        [
          ID,
          '`a` int DEFAULT NULL',
          '`name` varchar(255) DEFAULT NULL',
          '`b` int NOT NULL',
          'PRIMARY KEY (`id`)',
          'UNIQUE KEY `by_b` (`b`)',
          'UNIQUE KEY `by_a` (`a`)',
          'KEY `k` (`a`)',
          'KEY `by_name` (`name`)',
        ],
        OF_8,
      ),
    ),
  ],
  ['no table that is gone', dump(table('gone', [ID], OF_8), USERS), dump(USERS)],
  ['the first table of a dump without any', HEAD + FOOT, dump(USERS)],
];

test.each(CHANGES)('%s', async (_, before, after) => {
  expect(await written(before, after)).toBe(after);
  expect(await written(after, before)).toBe(before);
});

test.each(CHANGES)('%s: written anew, all is as it was', async (_, __, after) => {
  expect(await written(after, after, { everythingAnew: true })).toBe(after);
});

describe('what does not change keeps its text', () => {
  const odd = [
    '    `id` int(9) NOT NULL',
    '    `name` varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci DEFAULT NULL',
  ];
  const oddTable = (lines: readonly string[]): string =>
    `${HEAD}CREATE TABLE \`users\` (\n${lines.join(',\n')}\n    ) ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4;\n${FOOT}`;

  test('lines of a table that changes, its counter and how somebody has indented it', async () => {
    const after = oddTable([...odd, '    `age` int(11) DEFAULT NULL']);
    expect(await written(oddTable(odd), after)).toBe(after);
  });

  test('a statement that is not understood', async () => {
    const strange = 'CREATE LIBRARY `x` AS nothing;\n';
    const before = dump(USERS, strange);
    expect(await written(before, dump())).toBe(dump(strange));
  });
});

test('a line that another server left there changes in the form of that server', async () => {
  const wide = table('a', ['`x` int(11) DEFAULT NULL', '`y` int(11) DEFAULT NULL'], OF_8);
  const mixed = (line: string): string => dump(wide, table('b', [line], OF_8));
  const after = mixed('`n` int NOT NULL');
  expect(await written(mixed('`n` int DEFAULT NULL'), after)).toBe(after);
});

test('a table that gets another name keeps its lines and finds its new place', async () => {
  const lines = [ID, '`a` int(5) DEFAULT NULL', '`b` int DEFAULT NULL'];
  const before = dump(table('zebras', lines, `${OF_8}`), USERS.replaceAll('users', 'zoos'));
  const after = dump(table('apes', lines, `${OF_8}`), USERS.replaceAll('users', 'zoos'));
  expect(await written(before, after)).toBe(after);
});

test('tables stand in the order of the server that sorts capitals behind the underscore or before', async () => {
  const plain = (name: string): string => table(name, [ID], OF_8);
  const byBytes = ['Zoo', 'a_b', 'ab'].map(plain);
  expect(await written(dump(...byBytes), dump(...byBytes, plain('a_c')))).toBe(
    dump(plain('Zoo'), plain('a_b'), plain('a_c'), plain('ab')),
  );
  const byCapitals = ['ab', 'ac', 'a_b'].map(plain);
  expect(await written(dump(...byCapitals), dump(...byCapitals, plain('ad')))).toBe(
    dump(plain('ab'), plain('ac'), plain('ad'), plain('a_b')),
  );
});

const PLACEHOLDER = `DROP TABLE IF EXISTS \`people\`;
/*!50001 DROP VIEW IF EXISTS \`people\`*/;
SET @saved_cs_client     = @@character_set_client;
${MYSQL_8};
/*!50001 CREATE VIEW \`people\` AS SELECT 
 1 AS \`id\`,
 1 AS \`total\`*/;
SET character_set_client = @saved_cs_client;
`;

const VIEW = `/*!50001 DROP VIEW IF EXISTS \`people\`*/;
/*!50001 SET @saved_cs_client          = @@character_set_client */;
/*!50001 SET @saved_cs_results         = @@character_set_results */;
/*!50001 SET @saved_col_connection     = @@collation_connection */;
/*!50001 SET character_set_client      = utf8mb4 */;
/*!50001 SET character_set_results     = utf8mb4 */;
/*!50001 SET collation_connection      = utf8mb4_0900_ai_ci */;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=\`root\`@\`localhost\` SQL SECURITY DEFINER */
/*!50001 VIEW \`people\` AS select \`users\`.\`id\` AS \`id\`,sum(1) AS \`total\` from \`users\` */;
/*!50001 SET character_set_client      = @saved_cs_client */;
/*!50001 SET character_set_results     = @saved_cs_results */;
/*!50001 SET collation_connection      = @saved_col_connection */;
`;

const settings = (
  results: string,
): string => `/*!50003 SET @saved_cs_client      = @@character_set_client */ ;
/*!50003 SET @saved_cs_results     = @@character_set_results */ ;
/*!50003 SET @saved_col_connection = @@collation_connection */ ;
/*!50003 SET character_set_client  = utf8mb4 */ ;
/*!50003 SET character_set_results = utf8mb4 */ ;
/*!50003 SET collation_connection  = utf8mb4_0900_ai_ci */ ;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = 'STRICT_TRANS_TABLES' */ ;
DELIMITER ;;
${results}
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;
/*!50003 SET character_set_client  = @saved_cs_client */ ;
/*!50003 SET character_set_results = @saved_cs_results */ ;
/*!50003 SET collation_connection  = @saved_col_connection */ ;
`;

const trigger = (name: string): string =>
  settings(
    `/*!50003 CREATE*/ /*!50017 DEFINER=\`root\`@\`localhost\`*/ /*!50003 TRIGGER \`${name}\` BEFORE INSERT ON \`users\` FOR EACH ROW SET NEW.name = 'x' */;;`,
  );

const procedure = (name: string): string =>
  `/*!50003 DROP PROCEDURE IF EXISTS \`${name}\` */;\n${settings(
    `CREATE DEFINER=\`root\`@\`localhost\` PROCEDURE \`${name}\`()\nBEGIN SELECT 1; END ;;`,
  )}`;

describe('views and programs', () => {
  test('a view stands by name among the tables, and at the end', async () => {
    const after = dump(PLACEHOLDER, USERS, VIEW);
    expect(await written(dump(USERS), after)).toBe(after);
    expect(await written(after, dump(USERS))).toBe(dump(USERS));
  });

  test('a view that changes keeps who made it', async () => {
    const made = VIEW.replace('root', 'ann');
    const after = dump(
      PLACEHOLDER.replace('total', 'most'),
      USERS,
      made.replace('sum(1) AS `total`', 'max(2) AS `most`'),
    );
    expect(await written(dump(PLACEHOLDER, USERS, made), after)).toBe(after);
  });

  test('a view that changes has the character set of the connection that changed it', async () => {
    const old = VIEW.replaceAll('= utf8mb4 ', '= latin1 ').replace(
      'utf8mb4_0900_ai_ci',
      'latin1_bin',
    );
    const changed = (view: string): string => view.replace('sum(1)', 'max(2)');
    expect(
      await written(dump(PLACEHOLDER, USERS, old), dump(PLACEHOLDER, USERS, changed(old))),
    ).toBe(dump(PLACEHOLDER, USERS, changed(VIEW)));
  });

  test('a trigger stands behind its table, a procedure behind all tables and before the views', async () => {
    const full = dump(
      PLACEHOLDER,
      USERS,
      trigger('first'),
      trigger('second'),
      procedure('a'),
      procedure('b'),
      VIEW,
    );
    const before = dump(PLACEHOLDER, USERS, trigger('first'), procedure('b'), VIEW);
    expect(await written(before, full)).toBe(full);
    expect(await written(full, before)).toBe(before);
    expect(await written(full, full, { everythingAnew: true })).toBe(full);
  });

  test('triggers go with their table', async () => {
    expect(await written(dump(USERS, trigger('first')), dump())).toBe(dump());
  });
});

describe('MariaDB', () => {
  const OF_MARIADB = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci';
  const CLIENT = '/*!40101 SET character_set_client = utf8mb4 */';
  const known = table('known', ['`at` datetime DEFAULT current_timestamp()'], OF_MARIADB, CLIENT);

  test('prints defaults bare, no collation of the table, and checks in their columns', async () => {
    const made = table(
      'made',
      [
        '`id` bigint(20) NOT NULL AUTO_INCREMENT',
        '`n` int(11) DEFAULT 0',
        '`body` text DEFAULT NULL',
        '`token` varchar(36) DEFAULT uuid()',
        '`sum` int(11) DEFAULT (1 + 2)',
        '`code` varchar(9) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL',
        '`settings` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`settings`))',
        'PRIMARY KEY (`id`)',
        'UNIQUE KEY `by_body` (`body`) USING HASH',
        'KEY `old` (`n`) IGNORED',
        'CONSTRAINT `positive` CHECK (`n` > 0)',
      ],
      OF_MARIADB,
      CLIENT,
    );
    expect(await written(dump(known), dump(known, made))).toBe(dump(known, made));
  });
});

test('comments stand above each object where the dump has them', async () => {
  const commented = (name: string): string =>
    `\n--\n-- Table structure for table \`${name}\`\n--\n\n${table(name, [ID], OF_8)}`;
  const before = dump(commented('a'), commented('c'));
  const after = dump(commented('a'), commented('b'), commented('c'));
  expect(await written(before, after)).toBe(after);
});
