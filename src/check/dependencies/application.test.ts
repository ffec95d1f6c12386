import { describe, expect, test } from 'vitest';
import type { Change, ChangeKind } from '../../model/change.ts';
import { type CodeReference, NO_PROJECT_FACTS } from '../../model/project-facts.ts';
import { applicationDependencies } from './application.ts';

const EMAIL = { type: 'column', table: 'users', name: 'email' } as const;

function change(kind: ChangeKind, to = 'email'): Change {
  return {
    kind,
    object: { type: 'column', table: 'users', name: to },
    from: kind === 'renamed' ? 'email' : null,
    before: null,
    after: null,
    differences: kind === 'altered' ? [{ property: 'type', before: 'a', after: 'b' }] : [],
  };
}

function reference(path: string, line: number, rest: Partial<CodeReference> = {}): CodeReference {
  const source = { path, line, column: 1, endLine: line };
  return { object: EMAIL, kind: 'attribute', certainty: 'parsed', source, text: '', ...rest };
}

function told(changes: readonly Change[], references: readonly CodeReference[]) {
  return applicationDependencies(changes, { ...NO_PROJECT_FACTS, references }).map(
    ({ relation, other, certainty, effect }) => `${relation} ${other} (${certainty}): ${effect}`,
  );
}

describe('what uses a column', () => {
  test('is one entry a file, with the surest that it holds', () => {
    const references = [
      reference('app/models/user.rb', 2, { certainty: 'declared', kind: 'validation' }),
      reference('app/models/user.rb', 9),
      reference('lib/a.rb', 1),
    ];
    expect(told([change('removed')], references)).toEqual([
      'application app/models/user.rb (declared): Uses the column 2 times, and fails there once the column is gone.',
      'application lib/a.rb (parsed): Uses the column once, and fails there once the column is gone.',
    ]);
  });

  test('in tests is one entry', () => {
    const references = [
      reference('spec/a_spec.rb', 1, { inTests: true }),
      reference('spec/b_spec.rb', 1, { inTests: true }),
    ];
    expect(told([change('removed')], references).map((each) => each.split(':')[0])).toEqual([
      'application tests (2 files) (parsed)',
    ]);
  });

  test('in many files is told by folder beyond the first', () => {
    const references = Array.from({ length: 30 }, (_, index) =>
      reference(`app/models/m${index}.rb`, 1),
    );
    const all = told([change('removed')], references);
    expect(all.length).toBe(26);
    expect(all.at(-1)).toMatch(
      /^application app\/models \(5 files\) \(parsed\): Uses the column 5 times/,
    );
  });

  test('has to say the new name after a renaming, and is found under the one before', () => {
    const [dependency] = applicationDependencies([change('renamed', 'mail')], {
      ...NO_PROJECT_FACTS,
      references: [reference('lib/a.rb', 3)],
    });
    expect(dependency).toMatchObject({
      object: { type: 'column', table: 'users', name: 'mail' },
      effect: 'Uses the column once, and fails there until it says mail.',
      changes: [0],
      source: { path: 'lib/a.rb', line: 3 },
    });
  });

  test('only names it where no more is known', () => {
    expect(told([change('altered')], [reference('a.js', 1, { certainty: 'textual' })])).toEqual([
      'application a.js (textual): Names the column once, and has to work with the column as it is before and after.',
    ]);
  });
});

test('a model that overlooks the column has done the first phase of a drop', () => {
  const references = [reference('app/models/user.rb', 2, { kind: 'ignoredColumn' })];
  expect(told([change('removed')], references)[0]).toMatch(/overlooks the column already/);
});

test('reports and external systems are of their own kind', () => {
  const references = [
    reference('reports/a.sql', 1, { kind: 'report' }),
    reference('migdocs.yml', 4, { kind: 'external', certainty: 'declared', text: 'Warehouse' }),
  ];
  expect(told([change('removed')], references)).toEqual([
    'report reports/a.sql (parsed): Uses the column once, and fails there once the column is gone.',
    'external Warehouse (declared): The configuration declares that it uses the column: it fails once the column is gone, and its owner has to be told before.',
  ]);
});

test('places that could be any table are one line', () => {
  const facts = { ...NO_PROJECT_FACTS, elsewhere: [{ object: EMAIL, places: 214, files: 80 }] };
  const [dependency] = applicationDependencies([change('removed')], facts);
  expect(dependency).toMatchObject({
    other: '214 more places in 80 files',
    certainty: 'textual',
    effect:
      'They name email, which can be of any table; whose it is there cannot be told from the text.',
    source: null,
  });
});

test('what is added is used by nobody', () => {
  expect(told([change('added')], [reference('lib/a.rb', 1)])).toEqual([]);
});
