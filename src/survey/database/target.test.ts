import { describe, expect, test } from 'vitest';
import { UsageError } from '../../model/errors.ts';
import { databaseTarget } from './target.ts';

describe('a database URL is taken apart', () => {
  test.each([
    ['postgres://app:p%40ss@db.example:6432/shop', 'postgresql'],
    ['postgresql://app:p%40ss@db.example:6432/shop', 'postgresql'],
    ['mysql://app:p%40ss@db.example:6432/shop', 'mysql'],
    ['mysql2://app:p%40ss@db.example:6432/shop', 'mysql'],
    ['trilogy://app:p%40ss@db.example:6432/shop', 'mysql'],
    ['mariadb://app:p%40ss@db.example:6432/shop', 'mysql'],
  ])('%s', (url, kind) => {
    expect(databaseTarget(url)).toEqual({
      kind,
      host: 'db.example',
      port: 6432,
      socket: null,
      user: 'app',
      password: 'p@ss',
      database: 'shop',
      tls: 'preferred',
      certificates: null,
    });
  });

  test('a socket takes the place of a host', () => {
    expect(databaseTarget('postgres:///shop?host=/run/pg')).toMatchObject({ socket: '/run/pg' });
    expect(databaseTarget('postgres://app@/shop?host=/run/pg')).toMatchObject({ user: 'app' });
    expect(databaseTarget('postgres://%2Frun%2Fpg/shop')).toMatchObject({ socket: '/run/pg' });
    expect(databaseTarget('mysql2://root@localhost/shop?socket=/run/my.sock')).toMatchObject({
      socket: '/run/my.sock',
    });
  });

  test('without a host it is this machine', () => {
    expect(databaseTarget('postgres:///shop')).toMatchObject({ host: 'localhost', socket: null });
  });

  test.each([
    ['postgres://h/d?sslmode=disable', 'off'],
    ['postgres://h/d?sslmode=require', 'required'],
    ['postgres://h/d?sslmode=verify-full', 'verified'],
    ['mysql://h/d?ssl-mode=REQUIRED', 'required'],
    ['mysql://h/d?ssl_mode=verify_identity', 'verified'],
  ])('%s', (url, tls) => {
    expect(databaseTarget(url)).toMatchObject({ tls });
  });

  test.each([
    ['sqlite3:db/production.sqlite3', 'db/production.sqlite3'],
    ['sqlite3:/srv/app.sqlite3?pool=5', '/srv/app.sqlite3'],
    ['sqlite3:///srv/app.sqlite3', '/srv/app.sqlite3'],
    ['sqlite:my%20app.db', 'my app.db'],
  ])('%s', (url, path) => {
    expect(databaseTarget(url)).toEqual({ kind: 'sqlite', path });
  });
});

test.each([
  'oracle://app:hunter2@h/shop',
  'hunter2',
  'postgres://app:hunter2@h',
  'postgres://app:hunter2@h:port/shop',
  'postgres://app:hunter2@h:99999/shop',
  'postgres://app:hun%ter2@h/shop',
  'postgres://app:#hunter2@h/shop',
  'postgres://app:hunter2@h/shop?sslmode=hunter2',
  'sqlite3:',
  'sqlite3::memory:',
])('%s is refused, and no part of it is shown', (url) => {
  let report = '';
  try {
    databaseTarget(url);
  } catch (error) {
    report = error instanceof UsageError ? error.report : `${error}`;
  }
  expect(report).toMatch(/^the (database URL|port in the database URL)/);
  expect(report).not.toMatch(/hunter2|hun%|app:/);
});
