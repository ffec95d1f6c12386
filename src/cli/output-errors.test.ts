import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { testProject } from '../testing/project.ts';
import { uninterrupted } from './output-errors.ts';

const BIN = fileURLToPath(new URL('../bin.ts', import.meta.url));

/** Runs a shell line in which `$MIGDOCS` is the command. */
function shell(line: string) {
  return spawnSync('bash', ['-c', line], {
    encoding: 'utf8',
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, MIGDOCS: `${process.execPath} --import tsx ${BIN}` },
  });
}

test('a reader that has enough ends no run with a message, and the exit code stays', () => {
  const { stdout, stderr } = shell('set -o pipefail; $MIGDOCS completion bash | true; echo $?');
  expect({ stdout, stderr }).toEqual({ stdout: '0\n', stderr: '' });
});

test.skipIf(!existsSync('/dev/full'))('a full disk behind the output is told once', () => {
  const { status, stderr } = shell('$MIGDOCS completion bash > /dev/full');
  expect(stderr).toBe('error: cannot write the output: the disk is full\n');
  expect(status).toBe(2);
});

test('a signal waits for the end of what must not be cut in two', () => {
  let done = false;
  uninterrupted(() => {
    process.kill(process.pid, 'SIGINT');
    done = true;
  });
  expect(done).toBe(true);
  expect(process.listenerCount('SIGTERM')).toBe(0);
});

test('a file in the place of the folder for the documents is told as such', () => {
  const project = testProject({
    'db/schema.rb': 'ActiveRecord::Schema[7.1].define(version: 1) do\nend\n',
    'db/migrate/2_a.rb':
      'class A < ActiveRecord::Migration[7.1]\n  def change\n    create_table :as\n  end\nend\n',
    out: '',
  });
  const out = join(project.root, 'out');
  const { status, stderr } = shell(
    `$MIGDOCS propose --engine sqlite --root ${project.root} --out ${out}`,
  );
  project.remove();
  expect(stderr).toMatch(/^error: cannot write to .*: a file is in its place\n/);
  expect(status).toBe(2);
});
