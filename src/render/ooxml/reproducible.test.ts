import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { everyBlockDocument, everyBlockIdentity } from '../../testing/report-document.ts';
import { everyCellWorkbook } from '../../testing/workbook.ts';
import { renderDocx } from '../docx/index.ts';
import { renderXlsx } from '../xlsx/index.ts';

const PROGRAM = `
  import { createHash } from 'node:crypto';
  import { everyBlockDocument, everyBlockIdentity } from './src/testing/report-document.ts';
  import { everyCellWorkbook } from './src/testing/workbook.ts';
  import { renderDocx } from './src/render/docx/index.ts';
  import { renderXlsx } from './src/render/xlsx/index.ts';
  const identity = everyBlockIdentity();
  for (const file of [
    await renderDocx(everyBlockDocument(), identity),
    await renderXlsx(everyCellWorkbook(), identity),
  ]) console.log(createHash('sha256').update(file).digest('hex'));
`;

test('another process, zone and language give the same bytes', async () => {
  const identity = everyBlockIdentity();
  const files = [
    await renderDocx(everyBlockDocument(), identity),
    await renderXlsx(everyCellWorkbook(), identity),
  ];
  const here = files.map((file) => createHash('sha256').update(file).digest('hex'));
  const there = execFileSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', PROGRAM],
    {
      cwd: fileURLToPath(new URL('../../..', import.meta.url)),
      encoding: 'utf8',
      env: { ...process.env, TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    },
  );
  expect(there.trim().split('\n')).toEqual(here);
});
