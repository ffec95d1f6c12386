import { example, type Statement, statement } from './statement.ts';

const mood = 'create_enum :mood, ["sad", "ok"]\n';

/** Statements on extensions, enums and schemas (namespaces). */
export const OBJECT_STATEMENTS: readonly Statement[] = [
  statement('enable_extension', '', [
    example('enable_extension "citext"', 'createExtension', { shows: 'enable_extension "citext"' }),
  ]),
  statement('disable_extension', 'force', [
    example(
      'enable_extension "citext"\nadd_column :users, :a, :citext\ndisable_extension "citext", force: :cascade',
      'createExtension addColumn dropExtension',
    ),
    example('disable_extension "nothing"', ''),
  ]),
  statement('create_enum', '', [
    example('create_enum :mood, ["sad", "ok"]', 'createEnum', {
      shows: 'create_enum "mood", ["sad", "ok"]',
    }),
  ]),
  statement('drop_enum', 'if_exists', [
    example(`${mood}drop_enum :mood, if_exists: true`, 'createEnum dropEnum'),
  ]),
  statement('rename_enum', 'to', [
    example(`${mood}rename_enum :mood, :feeling`, 'createEnum renameEnum', {
      shows: 'create_enum "feeling"',
    }),
    example(`${mood}rename_enum :mood, to: :feeling`, 'createEnum renameEnum', { version: '7.2' }),
  ]),
  statement('add_enum_value', 'before after if_not_exists', [
    example(`${mood}add_enum_value :mood, "meh", before: "ok"`, 'createEnum addEnumValue', {
      shows: '["sad", "meh", "ok"]',
    }),
    example(
      `${mood}add_enum_value :mood, "fine", after: "ok", if_not_exists: true`,
      'createEnum addEnumValue',
    ),
  ]),
  statement('rename_enum_value', 'from to', [
    example(
      `${mood}rename_enum_value :mood, from: "sad", to: "blue"`,
      'createEnum renameEnumValue',
      {
        shows: '["blue", "ok"]',
      },
    ),
  ]),
  statement('create_schema', 'force if_not_exists', [
    example('create_schema "billing", if_not_exists: true', 'createNamespace', {
      shows: 'create_schema "billing"',
    }),
    example('create_schema "billing", force: true', 'dropNamespace createNamespace'),
  ]),
  statement('drop_schema', 'if_exists', [
    example('create_schema "billing"\ndrop_schema "billing"', 'createNamespace dropNamespace'),
    example('drop_schema "nothing", if_exists: true', 'dropNamespace'),
  ]),
  statement('rename_schema', '', [
    example('create_schema "a"\nrename_schema "a", "b"', 'createNamespace renameNamespace', {
      shows: 'create_schema "b"',
    }),
  ]),
].map((entry) => ({ ...entry, engines: ['postgresql'] as const }));
