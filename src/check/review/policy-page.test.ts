import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  HUMAN_ONLY_CLASSES,
  isHumanOnly,
  REVIEW_CLASSES,
  REVIEW_MODIFIERS,
} from '../../model/review-policy.ts';
import { POLICY } from './policy.ts';
import { policyPage } from './policy-page.ts';

const PAGE = fileURLToPath(new URL('../../../docs/review-policy.md', import.meta.url));

test('docs/review-policy.md is as generated', async () => {
  await expect(policyPage()).toMatchFileSnapshot(PAGE);
});

test('the page has a row for each class and each modifier', () => {
  const page = policyPage();
  for (const name of [...REVIEW_CLASSES, ...REVIEW_MODIFIERS]) {
    expect(page.split(`\n| \`${name}\` |`)).toHaveLength(2);
  }
});

describe('the policy', () => {
  test('has each class once', () => {
    expect(new Set(REVIEW_CLASSES).size).toBe(REVIEW_CLASSES.length);
    expect(Object.keys(POLICY).sort()).toEqual([...REVIEW_CLASSES].sort());
  });

  test('leaves to people what the list of the human-only classes names, and nothing else', () => {
    const human = REVIEW_CLASSES.filter((name) => POLICY[name].rollback === 'humanOnly');
    expect(human).toEqual([...HUMAN_ONLY_CLASSES]);
    expect(isHumanOnly('drop-column')).toBe(true);
    expect(isHumanOnly('rename-column')).toBe(false);
  });

  test.each(REVIEW_CLASSES)('%s is told in clauses', (name) => {
    const { title, wayBack, escalates, level } = POLICY[name];
    for (const clause of [title, wayBack, ...escalates])
      expect(clause).toMatch(/^[^.]*[^.\s]$|`|\d\.\d/);
    if (level === 'mandatory') expect(escalates).toEqual([]);
  });
});
