import { expect, test } from 'vitest';
import { withNewestVersion } from './newest-version-row.ts';

test.each([
  [
    'INSERT INTO `schema_migrations` VALUES (2,0);\n',
    'INSERT INTO `schema_migrations` VALUES (14,0);\n',
  ],
  [
    'INSERT INTO public.schema_migrations (version, dirty) VALUES (2, false);\n',
    'INSERT INTO public.schema_migrations (version, dirty) VALUES (14, false);\n',
  ],
  [
    'COPY public.schema_migrations (version, dirty) FROM stdin;\n2\tf\n\\.\n',
    'COPY public.schema_migrations (version, dirty) FROM stdin;\n14\tf\n\\.\n',
  ],
])('the row gets the newest version: %j', (before, after) => {
  expect(withNewestVersion(before, '000014')).toBe(after);
});

test.each([
  "INSERT INTO public.schema_migrations (version) VALUES\n    ('1'),\n    ('2');\n",
  'INSERT INTO schema_migrations VALUES (2,1);\n',
  'CREATE TABLE schema_migrations (version bigint, dirty boolean);\n',
])('what is no such row, or one that failed, stays: %j', (text) => {
  expect(withNewestVersion(text, '14')).toBe(text);
});
