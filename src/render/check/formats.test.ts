import { describe, expect, test } from 'vitest';
import { buildCheckReport } from '../../report/check/index.ts';
import { byUser, checkInput, dropNotesHazard, hazard, INDEXES } from '../../testing/check-input.ts';
import { CHARACTER_LIMIT } from '../markdown/shorten.ts';
import { type CheckFormat, renderCheck } from './index.ts';

const LAYOUT = { colour: false, width: 90, breaksHeads: false };

function rendered(format: CheckFormat, input = checkInput(), layout = LAYOUT): string {
  return renderCheck(buildCheckReport(input), format, layout);
}

test.each([
  ['text', 'check.txt'],
  ['json', 'check.json'],
  ['sarif', 'check.sarif.json'],
  ['github', 'check.github.txt'],
  ['markdown', 'check.md'],
] as const)('%s is as in golden/%s', async (format, name) => {
  const text = rendered(format);
  expect(text.endsWith('\n')).toBe(true);
  await expect(text).toMatchFileSnapshot(`golden/${name}`);
});

describe('text', () => {
  test('the caret stands under the statement, behind a tab too', () => {
    const lines = rendered('text', checkInput([{ ...dropNotesHazard, suppression: null }])).split(
      '\n',
    );
    const source = lines.findIndex((line) => line.includes('remove_column'));
    expect(lines[source + 1]?.indexOf('^')).toBe(lines[source]?.indexOf('remove_column'));
    expect(lines[source + 1]).toContain('\t^');
  });

  test('a statement that is cut shows that it goes on', () => {
    const source = { path: INDEXES, line: 1, column: 1, endLine: 7 };
    const text = rendered('text', checkInput([hazard({ source })]));
    expect(text).toMatch(/ 3 \| {5}add_index :users, :email\n {4}\| …\n/);
  });

  test('a finding is told on one line for editors, and broken for people', () => {
    const [head] = rendered('text')
      .split('\n')
      .filter((line) => line.includes(' danger '));
    expect(head).toMatch(
      /^db\/migrate\/20260101000000_add_indexes\.rb:3:5 danger add-index-blocking: Building .* until it is done\.$/,
    );
    const broken = rendered('text', checkInput(), { ...LAYOUT, width: 60, breaksHeads: true });
    expect(broken).toContain(
      'danger add-index-blocking:\n  Building index_users_on_email blocks writes to users until\n  it is done.\n',
    );
  });

  test('sentences keep to the width', () => {
    const wide = rendered('text', checkInput(), { ...LAYOUT, width: 60, breaksHeads: true })
      .split('\n')
      .filter((line) => line.length > 60 && !/https?:|add_index|^db\/|^ {2}db\//.test(line));
    expect(wide).toEqual([]);
  });

  test('colour adds nothing but colour', () => {
    const coloured = rendered('text', checkInput(), { ...LAYOUT, colour: true });
    expect(coloured).not.toBe(rendered('text'));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences that are looked for.
    expect(coloured.replace(/\u001b\[[\d;]*m/g, '')).toBe(rendered('text'));
  });

  test('what a terminal would obey is shown', () => {
    const text = rendered('text', checkInput([hazard({ message: 'users\u001b[2J is gone.' })]));
    expect(text).toContain('users\\e[2J is gone.');
  });
});

describe('github', () => {
  test('what would end a property or the message is escaped', () => {
    const path = 'db/migrate/1_a,b:c%.rb';
    const source = { path, line: 3, column: 5, endLine: 3 };
    const input = checkInput([hazard({ source, message: '100% of users:\nall, \rat once.' })]);
    const [command] = rendered('github', input).split('\n');
    expect(command).toContain('file=db/migrate/1_a%2Cb%3Ac%25.rb,line=3,endLine=3,col=5,');
    expect(command).toContain('::100%25 of users:%0Aall, %0Dat once.%0A');
  });

  test('each severity has its command, and a suppressed finding is a notice', () => {
    const input = checkInput([hazard(), byUser, dropNotesHazard]);
    const commands = rendered('github', input).match(/^::\w+/gm);
    expect(commands).toEqual(['::error', '::warning', '::notice']);
  });

  test('paths are relative to the repository', () => {
    const input = checkInput([hazard()], { repositoryPrefix: 'backend/' });
    expect(rendered('github', input)).toContain(`file=backend/${INDEXES},`);
  });
});

describe('sarif', () => {
  const log = JSON.parse(rendered('sarif'));
  const [run] = log.runs;

  test('each result names its rule by id and position', () => {
    expect(run.results.length).toBe(4);
    for (const { ruleId, ruleIndex } of run.results) {
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
    }
  });

  test('each result has a place, a fingerprint and a level', () => {
    for (const { locations, partialFingerprints, level } of run.results) {
      expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/^db\/migrate\//);
      expect(partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{16}:\d+$/);
      expect(['error', 'warning', 'note']).toContain(level);
    }
  });

  test('a suppressed finding says so with its justification, and no other does', () => {
    const suppressed = run.results.filter((result: object) => 'suppressions' in result);
    expect(suppressed).toMatchObject([
      {
        ruleId: 'drop-column',
        suppressions: [
          { kind: 'inSource', status: 'accepted', justification: expect.stringMatching(/nobody/) },
        ],
      },
    ]);
  });

  test('a path with a blank is an address', () => {
    const source = { path: 'db/my migrate/a.rb', line: 1, column: 1, endLine: 1 };
    expect(rendered('sarif', checkInput([hazard({ source })]))).toContain(
      '"uri": "db/my%20migrate/a.rb"',
    );
  });

  test('without findings it is a run without results', () => {
    const empty = JSON.parse(rendered('sarif', checkInput([])));
    expect(empty.runs[0]).toMatchObject({ results: [], tool: { driver: { rules: [] } } });
  });
});

describe('markdown', () => {
  test('what would break a cell is escaped', () => {
    const text = rendered('markdown', checkInput([hazard({ message: 'a | b\n`c` <d>' })]));
    expect(text).toContain('| a \\| b<br>\\`c\\` &lt;d&gt; |');
  });

  test('code with a fence in it stands in a longer one', () => {
    const text = rendered('markdown', checkInput([hazard({ instead: '```\ncode\n```' })]));
    expect(text).toContain('````ruby\n```\ncode\n```\n````');
  });

  test('a comment that would be too long leaves out details, then rows, and says so', () => {
    const many = Array.from({ length: 900 }, (_, position) =>
      hazard({ rule: `rule-${position}`, message: `Finding ${position}. ${'x'.repeat(80)}` }),
    );
    const text = rendered('markdown', checkInput(many));
    expect(text.length).toBeLessThan(CHARACTER_LIMIT);
    expect(text).toMatch(/Left out, .*: 900 of 900 details, 2 of 2 reviews, \d+ of 900 findings\./);
    expect(text).toContain('Finding 0.');
  });
});
