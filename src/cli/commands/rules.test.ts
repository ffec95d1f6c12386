import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { allRules } from '../../check/index.ts';
import { migdocs } from '../../testing/command-line.ts';

describe('without an id', () => {
  test('every rule has a line with its severity and title', async () => {
    const { exitCode, stdout } = await migdocs('rules');
    expect(exitCode).toBe(0);
    const listed = stdout.match(/^(?:danger|warning|info) +\S+/gm) ?? [];
    expect(listed.map((line) => line.split(/ +/)[1])).toEqual(allRules.map(({ id }) => id));
    expect(stdout).toContain(`${allRules.length} rules. Explain one with: migdocs rules ID`);
  });

  test('--engine leaves out the rules of other engines', async () => {
    const { stdout } = await migdocs('rules', '--engine', 'sqlite');
    expect(stdout).toMatch(/^\w+ +sqlite-table-copy /m);
    expect(stdout).not.toMatch(/ add-index-blocking /);
  });

  test('as JSON it is data with the whole page of each', async () => {
    const { stdout } = await migdocs('rules', '--format', 'json', '--engine', 'postgresql');
    const rules = JSON.parse(stdout);
    expect(rules).toHaveLength(
      allRules.filter(({ engines }) => engines.includes('postgresql')).length,
    );
    for (const rule of rules) {
      expect(rule).toMatchObject({
        id: expect.any(String),
        why: expect.any(String),
        instead: expect.any(String),
        reference: expect.stringMatching(/^https:/),
      });
    }
  });

  test('as Markdown it is the index of the pages', async () => {
    const { stdout } = await migdocs('rules', '--format', 'markdown');
    expect(stdout).toBe(page('README'));
  });
});

describe('with an id', () => {
  test('the rule is explained', async () => {
    const { exitCode, stdout } = await migdocs('rules', 'add-index-blocking');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^add-index-blocking danger: Index is built while writes wait\nPostgreSQL\n\nWhy\n {2}CREATE INDEX/,
    );
    expect(stdout).toMatch(/\nInstead\n {2}\S/);
    expect(stdout).toMatch(/\nReference\n {2}https:/);
  });

  test('what one engine does has its name', async () => {
    const { stdout } = await migdocs('rules', 'non-idempotent-nontransactional');
    expect(stdout).toMatch(/\nMySQL\n {2}Each DDL statement is committed by itself/);
  });

  test('as Markdown it is its page in docs/rules', async () => {
    const { stdout } = await migdocs('rules', 'drop-column', '--format', 'markdown');
    expect(stdout).toBe(page('drop-column'));
  });

  test('an unknown id is refused with the nearest known one', async () => {
    const { exitCode, stdout, stderr } = await migdocs('rules', 'drop-colum');
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toBe(
      'error: there is no rule "drop-colum"; did you mean "drop-column"?\n  List the rules with: migdocs rules\n',
    );
  });
});

function page(name: string): string {
  return readFileSync(
    fileURLToPath(new URL(`../../../docs/rules/${name}.md`, import.meta.url)),
    'utf8',
  );
}
