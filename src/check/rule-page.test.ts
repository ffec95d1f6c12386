import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ruleIndex, rulePage } from './rule-page.ts';
import { allRules } from './rules/index.ts';

const FOLDER = fileURLToPath(new URL('../../docs/rules/', import.meta.url));

describe('the rule pages', () => {
  test.each(allRules.map((rule) => [rule.id, rule] as const))(
    '%s is as generated',
    async (id, rule) => {
      await expect(rulePage(rule)).toMatchFileSnapshot(`${FOLDER}${id}.md`);
    },
  );

  test('the index is as generated', async () => {
    await expect(ruleIndex(allRules)).toMatchFileSnapshot(`${FOLDER}README.md`);
  });

  test('the comparison with other tools links to rules that there are', () => {
    const compared = readFileSync(`${FOLDER}../compared.md`, 'utf8');
    const named = [...compared.matchAll(/\(rules\/([\w-]+)\.md\)/g)].map(([, id]) => id);
    const known = new Set<string | undefined>(allRules.map(({ id }) => id));
    expect(named.length).toBeGreaterThan(70);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  test('no page is left of a rule that is gone', () => {
    const known = [...allRules.map(({ id }) => `${id}.md`), 'README.md'];
    expect(readdirSync(FOLDER).filter((name) => !known.includes(name))).toEqual([]);
  });
});
