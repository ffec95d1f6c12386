import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyBlockDocument, everyBlockIdentity } from '../../testing/report-document.ts';
import { renderPdf } from './index.ts';

function isInstalled(tool: string): boolean {
  return spawnSync(tool, ['--version']).error === undefined;
}

let folder = '';
let path = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'migdocs-pdf-'));
  path = join(folder, 'document.pdf');
  const attachments = [{ name: 'proposal.json', type: 'application/json', data: '{"a":1}' }];
  writeFileSync(path, await renderPdf(everyBlockDocument(), everyBlockIdentity(), { attachments }));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function output(tool: string, ...args: readonly string[]): string {
  return execFileSync(tool, args, { encoding: 'utf8' });
}

describe.skipIf(!isInstalled('qpdf'))('qpdf', () => {
  test('finds no error', () => {
    expect(output('qpdf', '--check', path)).toContain('No syntax or stream encoding errors');
  });
});

describe.skipIf(!isInstalled('pdfinfo'))('poppler', () => {
  test('sees a tagged document with its title and dates', () => {
    const info = output('pdfinfo', '-isodates', path);
    expect(info).toMatch(/Title: +Change proposal: add order notes/);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/CreationDate: +2026-11-22T00:00:00Z/);
  });

  test('reads the structure', () => {
    const kinds = new Set(
      output('pdfinfo', '-struct', path)
        .match(/^ *\w+/gm)
        ?.map((s) => s.trim()),
    );
    const expected =
      'Document Sect H1 H2 P L LI Lbl LBody Link Code Figure Caption Table THead TBody';
    for (const kind of `${expected} TR TH TD TOC TOCI`.split(' ')) expect(kinds).toContain(kind);
  });

  test('finds every font embedded, as a subset with Unicode', () => {
    const rows = output('pdffonts', path).trim().split('\n').slice(2);
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row).toMatch(/ yes yes yes /);
  });

  test('gets the text out, Greek, Cyrillic and signs as well', () => {
    const text = output('pdftotext', '-enc', 'UTF-8', '-layout', path, '-');
    expect(text).toContain('Ünïcödé → ✓ ≤ γλώσσα язык');
    expect(text).toContain('attribute_with_a_rather_');
  });

  test('finds the attachment', () => {
    expect(output('pdfdetach', '-list', path)).toContain('proposal.json');
  });
});
