import { describe, expect, test } from 'vitest';
import type { Engine, RailsVersion } from '../../model/engine.ts';
import { emptySchema } from '../../model/schema.ts';
import type { SqlSchemaFile } from '../../model/schema-file.ts';
import { versionsEdit } from './versions.ts';

const INSERT = /INSERT INTO [^;]*;/g;

function fileOf(text: string, engine: Engine = 'postgresql'): SqlSchemaFile {
  const statements = [...text.matchAll(INSERT)].map((match) => ({
    kind: 'versions' as const,
    start: match.index,
    end: match.index + match[0].length,
    operations: [],
  }));
  const versions = [...text.matchAll(/\('(\d+)'\)/g)].map(([, version = '']) => version);
  const skipped = { clientCommands: 0, rows: 0 };
  const schema = emptySchema(engine);
  const path = 'db/structure.sql';
  return { format: 'sql', path, text, schema, dumpedBy: null, statements, versions, skipped };
}

function written(
  text: string,
  ran: readonly string[],
  rails: RailsVersion | null = null,
  engine: Engine = 'postgresql',
): string {
  const edit = versionsEdit(fileOf(text, engine), { ran, rails });
  return edit ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : text;
}

const HEAD = 'SET search_path TO "$user", public;\n\n';

describe('a list that is there keeps its form', () => {
  test('one INSERT a version, as Rails 4.2 writes them, without quotes', () => {
    const insert = (version: string) =>
      `INSERT INTO schema_migrations (version) VALUES ('${version}');`;
    expect(written(`${HEAD}${insert('1')}\n\n${insert('3')}\n\n`, ['2', '4'])).toBe(
      `${HEAD}${['1', '2', '3', '4'].map(insert).join('\n\n')}\n\n`,
    );
  });

  test('one INSERT for all, oldest first, with the two blank lines of Rails 5.0 to 7.0', () => {
    const list = (rows: string) =>
      `${HEAD}INSERT INTO "schema_migrations" (version) VALUES\n${rows};\n\n\n`;
    expect(written(list("('1'),\n('3')"), ['2'])).toBe(list("('1'),\n('2'),\n('3')"));
  });

  test('one INSERT for all, newest first, as since Rails 7.1', () => {
    const list = (rows: string) =>
      `${HEAD}INSERT INTO "schema_migrations" (version) VALUES\n${rows};\n\n`;
    expect(written(list("('3'),\n('1')"), ['2', '4'])).toBe(list("('4'),\n('3'),\n('2'),\n('1')"));
  });

  test('with the name that the project gives to the table', () => {
    const text = "INSERT INTO `app_schema_migrations` (version) VALUES\n('1');\n\n";
    expect(written(text, ['2'], null, 'mysql')).toBe(
      "INSERT INTO `app_schema_migrations` (version) VALUES\n('1'),\n('2');\n\n",
    );
  });
});

describe('the list of dbmate', () => {
  test('keeps the spaces ahead of its rows, four on PostgreSQL and two on MySQL', () => {
    for (const [indent, engine] of [
      ['    ', 'postgresql'],
      ['  ', 'mysql'],
    ] as const) {
      const list = (...versions: readonly string[]) =>
        `INSERT INTO schema_migrations (version) VALUES\n${versions
          .map((version) => `${indent}('${version}')`)
          .join(',\n')};\n`;
      expect(written(list('1', '3'), ['2'], null, engine)).toBe(list('1', '2', '3'));
    }
  });

  test('begins behind its comment when nothing ran before', () => {
    const head = '--\n-- Dbmate schema migrations\n--\n\n';
    expect(written(head, ['1', '2'])).toBe(
      `${head}INSERT INTO public.schema_migrations (version) VALUES\n    ('1'),\n    ('2');\n`,
    );
    const mysql = `${head}LOCK TABLES \`schema_migrations\` WRITE;\nUNLOCK TABLES;\n`;
    expect(written(mysql, ['1'], null, 'mysql')).toBe(
      mysql.replace('UNLOCK', "INSERT INTO `schema_migrations` (version) VALUES\n  ('1');\nUNLOCK"),
    );
  });
});

describe('the order is that of text', () => {
  test('10 comes before 9, as ORDER BY version of a string gives it', () => {
    const list = (rows: string) => `INSERT INTO "schema_migrations" (version) VALUES\n${rows};\n`;
    expect(written(list("('1'),\n('9')"), ['10'])).toBe(list("('1'),\n('10'),\n('9')"));
  });

  test('a merged list is put in order, and each version stands once', () => {
    const list = (rows: string) => `INSERT INTO "schema_migrations" (version) VALUES\n${rows};\n`;
    expect(written(list("('5'),\n('2'),\n('4'),\n('4'),\n('1')"), ['3', '5'])).toBe(
      list("('5'),\n('4'),\n('3'),\n('2'),\n('1')"),
    );
  });
});

describe('the first dump after an upgrade of Rails has the form of the newer one', () => {
  const insert = (version: string) =>
    `INSERT INTO schema_migrations (version) VALUES ('${version}');`;
  const old = `${HEAD}${insert('1')}\n\n${insert('2')}\n\n`;
  const lines = (rows: string, end: string) =>
    `${HEAD}INSERT INTO "schema_migrations" (version) VALUES\n${rows};${end}`;

  test('one INSERT for all since 5.0, in a line until 5.0.0.1', () => {
    expect(written(old, ['3'], { major: 5, minor: 0, patch: 0 })).toBe(
      `${HEAD}INSERT INTO schema_migrations (version) VALUES ('1'), ('2'), ('3');\n\n\n`,
    );
    expect(written(old, ['3'], { major: 5, minor: 0, patch: 1 })).toBe(
      `${HEAD}INSERT INTO schema_migrations (version) VALUES\n('1'),\n('2'),\n('3');\n\n\n`,
    );
    expect(written(old, ['3'], { major: 5, minor: 2 })).toBe(
      lines("('1'),\n('2'),\n('3')", '\n\n\n'),
    );
  });

  test('newest first since 7.1', () => {
    const given = lines("('1'),\n('2')", '\n\n\n');
    expect(written(given, ['3'], { major: 7, minor: 1 })).toBe(
      lines("('3'),\n('2'),\n('1')", '\n\n'),
    );
    expect(written(given, ['3'], { major: 7, minor: 0 })).toBe(
      lines("('1'),\n('2'),\n('3')", '\n\n\n'),
    );
  });

  test('a list that a newer Rails wrote in an order of the project keeps that order', () => {
    const given = lines("('1'),\n('2')", '\n\n');
    expect(written(given, ['3'], { major: 7, minor: 2 })).toBe(
      lines("('1'),\n('2'),\n('3')", '\n\n'),
    );
  });
});

test('a list of one version shows no order: it is that of the Rails that dumps', () => {
  const list = (rows: string) => `INSERT INTO "schema_migrations" (version) VALUES\n${rows};\n`;
  expect(written(list("('1')"), ['2'], { major: 8, minor: 0 })).toBe(list("('2'),\n('1')"));
  expect(written(list("('1')"), ['2'], { major: 6, minor: 1 })).toBe(list("('1'),\n('2')"));
});

describe('a file without a list', () => {
  const LISTS: readonly (readonly [string, RailsVersion, Engine, string])[] = [
    [
      'Rails 4.2',
      { major: 4, minor: 2 },
      'postgresql',
      "INSERT INTO schema_migrations (version) VALUES ('1');\n\nINSERT INTO schema_migrations (version) VALUES ('2');\n\n",
    ],
    [
      'Rails 6.1',
      { major: 6, minor: 1 },
      'mysql',
      "INSERT INTO `schema_migrations` (version) VALUES\n('1'),\n('2');\n\n\n",
    ],
    [
      'Rails 7.1',
      { major: 7, minor: 1 },
      'sqlite',
      "INSERT INTO \"schema_migrations\" (version) VALUES\n('2'),\n('1');\n\n",
    ],
  ];
  test.each(LISTS)('gets that of %s', (_, rails, engine, list) => {
    expect(written('SELECT 1;\n\n', ['1', '2'], rails, engine)).toBe(`SELECT 1;\n\n${list}`);
  });

  test('keeps having none when the project is none of Rails', () => {
    expect(written('SELECT 1;\n', ['1'])).toBe('SELECT 1;\n');
  });
});

describe('nothing is written', () => {
  test('when nothing ran', () => {
    expect(written("INSERT INTO x (version) VALUES\n('2'),\n('1');", [])).toContain(
      "('2'),\n('1')",
    );
  });
});

test('statements between those of the list stay where they are', () => {
  const text =
    "INSERT INTO a (version) VALUES ('1');\nSELECT 1;\nINSERT INTO a (version) VALUES ('2');\n";
  expect(written(text, ['1', '3'])).toBe(
    `${text.trimEnd()}\n\nINSERT INTO a (version) VALUES ('3');\n`,
  );
});
