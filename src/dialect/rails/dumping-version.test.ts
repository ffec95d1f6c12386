import { describe, expect, test } from 'vitest';
import { parseRailsRelease, type RailsVersion } from '../../model/engine.ts';
import { type DumpingQuestion, dumpingVersion } from './dumping-version.ts';

function version(text: string): RailsVersion {
  return parseRailsRelease(text) ?? { major: 0, minor: 0 };
}

function dumping(file: string, locked: string | null, classes: readonly string[], text = '') {
  const question: DumpingQuestion = {
    engine: 'postgresql',
    text,
    named: file === 'unnamed' ? null : version(file),
    classes: classes.map(version),
    locked: locked === null ? null : version(locked),
  };
  return dumpingVersion(question);
}

const WORDS_OF_6_0 = '# … when running `rails\n# db:schema:load`.\n';

describe('the Rails that dumps next', () => {
  test('is that of the lock when the file has its form', () => {
    expect(dumping('7.1', '7.1.3', ['6.0'])).toEqual({ major: 7, minor: 1 });
  });

  test('is not known without a lock', () => {
    expect(dumping('7.1', null, ['7.2'])).toBeNull();
  });

  test('is the upgraded one as soon as a migration was generated for it', () => {
    expect(dumping('7.1', '7.2.1', ['7.1', '7.2'])).toEqual({ major: 7, minor: 2 });
  });

  test('is still the one of the file when every migration is of an older version than the lock', () => {
    expect(dumping('7.2', '8.1.0', ['7.2', '6.1'])).toEqual({ major: 7, minor: 2 });
  });

  test('is the one of the lock when no migration names a version', () => {
    expect(dumping('7.1', '7.2.1', [])).toEqual({ major: 7, minor: 2 });
  });

  test('dumps as 6.1 up to 7.0.1', () => {
    expect(dumping('unnamed', '7.0.1', ['7.0'], '# … `bin/rails')).toEqual({ major: 6, minor: 1 });
    expect(dumping('unnamed', '7.0.2', ['7.0'], WORDS_OF_6_0)).toEqual({ major: 7, minor: 0 });
  });

  test('follows the lock from 6.0 to 6.1 whatever the classes say', () => {
    expect(dumping('unnamed', '6.1.4', ['6.0'], WORDS_OF_6_0)).toEqual({ major: 6, minor: 1 });
  });

  test('of MySQL keeps the form of 6.0 while the heads of its tables do', () => {
    const text = `${WORDS_OF_6_0}  create_table "a", options: "ENGINE=InnoDB", force: :cascade do |t|`;
    const mysql = { engine: 'mysql', text, named: null, classes: [version('6.1')] } as const;
    expect(dumpingVersion({ ...mysql, locked: version('6.1.3') })).toEqual({ major: 6, minor: 0 });
    expect(dumpingVersion({ ...mysql, locked: version('7.0.4') })).toEqual({ major: 7, minor: 0 });
  });
});
