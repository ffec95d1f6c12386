import { describe, expect, test } from 'vitest';
import type { ProjectFiles } from '../../model/schema-file.ts';
import { readSettings } from './index.ts';

function filesOf(texts: { readonly [path: string]: string }): ProjectFiles {
  return {
    read: (path) => texts[path] ?? null,
    list: (folder) =>
      Object.keys(texts)
        .filter((path) => path.slice(0, path.lastIndexOf('/')) === folder)
        .sort(),
  };
}

function settings(
  texts: { readonly [path: string]: string },
  engine: 'postgresql' | 'mysql' = 'postgresql',
  database: string | null = null,
) {
  return readSettings(filesOf(texts), engine, database);
}

const YML = 'config/database.yml';
const STRONG = 'config/initializers/strong_migrations.rb';

describe('the lock timeout', () => {
  test('is that of the sessions of production, ERB cut out and inherited settings in', () => {
    const text =
      'default: &default\n  url: <%= ENV["URL"] %>\n  variables:\n    lock_timeout: 5s\n    statement_timeout: 15000\nproduction:\n  <<: *default\n';
    expect(settings({ [YML]: text })).toMatchObject({
      lockTimeout: { value: '5s', source: { path: YML, line: 4, column: 5 } },
      statementTimeout: { value: '15000', source: { line: 5 } },
    });
  });

  test('is that of strong_migrations where it sets one', () => {
    const texts = {
      [YML]: 'production:\n  variables:\n    lock_timeout: 5s\n',
      [STRONG]:
        '# StrongMigrations.lock_timeout = 1.hour\nStrongMigrations.lock_timeout = 10.seconds # short\n',
    };
    expect(settings(texts).lockTimeout).toEqual({
      value: '10.seconds',
      source: { path: STRONG, line: 2, column: 1, endLine: 2 },
    });
  });

  test('is not that of another environment, nor of a comment', () => {
    expect(
      settings({ [YML]: 'test:\n  variables:\n    lock_timeout: 5s\n' }).lockTimeout,
    ).toBeNull();
    expect(settings({ [STRONG]: '# StrongMigrations.lock_timeout = 1\n' }).lockTimeout).toBeNull();
  });

  test('is named lock_wait_timeout on MySQL', () => {
    const text = 'production:\n  primary:\n    variables:\n      lock_wait_timeout: 10\n';
    expect(settings({ [YML]: text }, 'mysql').lockTimeout?.value).toBe('10');
    expect(settings({ [YML]: text }).lockTimeout).toBeNull();
  });

  test('is that of the named database of a project with several', () => {
    const text =
      'production:\n  primary:\n    variables: {lock_timeout: 1s}\n  logs:\n    variables: {lock_timeout: 2s}\n';
    expect(settings({ [YML]: text }, 'postgresql', 'logs').lockTimeout?.value).toBe('2s');
  });

  test('is set by the retrier of online_migrations, unless the project turns that off', () => {
    const lock = 'GEM\n  specs:\n    online_migrations (0.27.0)\n';
    expect(settings({ 'Gemfile.lock': lock }).lockTimeout).toMatchObject({
      value: '0.2.seconds',
      source: { path: 'Gemfile.lock', line: 3 },
    });
    const off = 'OnlineMigrations.configure do |config|\n  config.lock_retrier = nil\nend\n';
    const texts = { 'Gemfile.lock': lock, 'config/initializers/online_migrations.rb': off };
    expect(settings(texts).lockTimeout).toBeNull();
  });
});

describe('partial_inserts', () => {
  const APPLICATION = 'config/application.rb';
  test.each([
    ['load_defaults 7.0', { [APPLICATION]: '  config.load_defaults 7.0\n' }, false],
    ['load_defaults 6.1', { [APPLICATION]: '  config.load_defaults 6.1\n' }, true],
    ['a commented default', { [APPLICATION]: '  # config.load_defaults 7.0\n' }, null],
    ['no file', {}, null],
    [
      'an initializer over the defaults',
      {
        [APPLICATION]: '  config.load_defaults 6.1\n',
        'config/initializers/new_framework_defaults_7_0.rb':
          'Rails.application.config.active_record.partial_inserts = false\n',
      },
      false,
    ],
    [
      'an environment over the application',
      {
        [APPLICATION]:
          '  config.load_defaults 8.0\n  config.active_record.partial_inserts = false\n',
        'config/environments/production.rb': '  config.active_record.partial_inserts = true\n',
      },
      true,
    ],
  ])('by %s', (_, texts, value) => {
    expect(settings(texts).partialInserts).toBe(value);
  });
});

test.each([
  ['strict: false', false],
  ['strict: true', true],
  ['variables: {sql_mode: TRADITIONAL}', true],
  ['variables: {sql_mode: NO_ENGINE_SUBSTITUTION}', false],
  ['pool: 5', null],
])('MySQL with %s is strict: %s', (line, strict) => {
  expect(settings({ [YML]: `production:\n  ${line}\n` }, 'mysql').strictSqlMode).toBe(strict);
});
