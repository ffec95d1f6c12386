import { expect, test } from 'vitest';
import { heldVersionsOf } from './held-versions.ts';

test('a Ruby schema file holds every version up to the one that it names', () => {
  const held = heldVersionsOf('ActiveRecord::Schema[7.1].define(version: 2026_01_02_030405) do');
  expect(held.newest).toBe('20260102030405');
  expect(held.holds('20260102030405')).toBe(true);
  expect(held.holds('20250101000000')).toBe(true);
  expect(held.holds('20260102030406')).toBe(false);
});

test('a version without underscores is read as well', () => {
  const held = heldVersionsOf('ActiveRecord::Schema.define(version: 20260102030405) do');
  expect(held.newest).toBe('20260102030405');
});

test('a file that names no version holds none', () => {
  const held = heldVersionsOf('class Foo; end');
  expect(held.newest).toBeNull();
  expect(held.holds('1')).toBe(false);
});

test.each([
  ['pg_dump', `INSERT INTO "schema_migrations" (version) VALUES\n('20260103'),\n('20260101');\n`],
  ['mysqldump', "INSERT INTO `schema_migrations` (version) VALUES\n('20260103'),\n('20260101');\n"],
  [
    'Rails 4.2',
    "INSERT INTO schema_migrations (version) VALUES ('20260101');\n\nINSERT INTO schema_migrations (version) VALUES ('20260103');\n",
  ],
  [
    'dbmate',
    "INSERT INTO public.schema_migrations (version) VALUES\n    ('20260101'),\n    ('20260103');\n",
  ],
])('a SQL schema file of %s holds the versions that it lists and no others', (_tool, text) => {
  const held = heldVersionsOf(text);
  expect(held.newest).toBe('20260103');
  expect(held.holds('20260101')).toBe(true);
  expect(held.holds('20260102')).toBe(false);
});
