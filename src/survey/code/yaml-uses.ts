import type { CodeUse, Vocabulary } from '../../read/code-uses.ts';
import type { Models } from '../../read/ruby/code/index.ts';

/** A key of a mapping, with the keys around it. */
interface YamlKey {
  readonly path: readonly string[];
  readonly at: number;
}

/** The keys of a file in block style, by their indentation; those in lists and `{…}` are left out. */
function keysOf(text: string): readonly YamlKey[] {
  const around: { readonly indent: number; readonly key: string }[] = [];
  const keys: YamlKey[] = [];
  for (const match of text.matchAll(/^([ ]*)["']?([\w.\-/]+)["']?[ ]*:(?=\s|$)/gm)) {
    const [, spaces = '', key = ''] = match;
    while ((around.at(-1)?.indent ?? -1) >= spaces.length) around.pop();
    around.push({ indent: spaces.length, key });
    keys.push({ path: around.map((each) => each.key), at: match.index + spaces.length });
  }
  return keys;
}

/**
 * What a YAML file of Rails names: fixtures, whose keys are columns of the table that the file is
 * called after, and translations of attributes. Null for all others.
 */
export function yamlUses(
  text: string,
  path: string,
  vocabulary: Vocabulary,
  models: Models,
): readonly CodeUse[] | null {
  const table = fixtureTable(path, vocabulary, models);
  if (table !== null) return fixtureUses(text, table, vocabulary);
  return /(?:^|\/)locales\//.test(path) ? translationUses(text, vocabulary, models) : null;
}

/** `test/fixtures/admin/users.yml` is of the table `admin_users`, or of the model `Admin::User`. */
function fixtureTable(path: string, vocabulary: Vocabulary, models: Models): string | null {
  const name = /(?:^|\/)(?:test|spec)\/fixtures\/([\w/]+)\.ya?ml$/.exec(path)?.[1];
  if (name === undefined) return null;
  const flat = name.replaceAll('/', '_');
  if (vocabulary.tables.has(flat)) return flat;
  return models.tablesCalled(flat)?.[0] ?? null;
}

function fixtureUses(text: string, table: string, vocabulary: Vocabulary): readonly CodeUse[] {
  const use = { tables: [table], kind: 'fixture', certainty: 'parsed' } as const;
  const itself: readonly CodeUse[] = vocabulary.tables.has(table)
    ? [{ names: 'table', name: table, ...use, at: 0 }]
    : [];
  const columns = keysOf(text).flatMap(({ path, at }): readonly CodeUse[] => {
    const name = path[1];
    if (path.length !== 2 || name === undefined || !vocabulary.columns.has(name)) return [];
    return [{ names: 'column', name, ...use, at }];
  });
  return [...itself, ...columns];
}

/** `en.activerecord.attributes.user.email`, and what errors of that attribute say. */
function translationUses(text: string, vocabulary: Vocabulary, models: Models): readonly CodeUse[] {
  return keysOf(text).flatMap(({ path, at }): readonly CodeUse[] => {
    const name = path.at(-1) ?? '';
    const from = path.indexOf('activerecord');
    const model = path
      .slice(from)
      .find((_, index, all) => /^(?:attributes|models)$/.test(all[index - 1] ?? ''));
    if (from < 0 || model === undefined || !vocabulary.columns.has(name)) return [];
    const tables = models.tablesCalled(model.replaceAll('/', '_'));
    return tables
      ? [{ names: 'column', name, tables, kind: 'other', certainty: 'parsed', at }]
      : [];
  });
}
