import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('loading the parser prints no warning of Node, and other warnings still come through', async () => {
  const script = `
    import { loadPrism } from ${JSON.stringify(new URL('./prism.ts', import.meta.url).href)};
    const loading = loadPrism();
    process.emitWarning('still heard');
    await loading;
    process.emitWarning('heard afterwards');
  `;
  const { stderr } = await promisify(execFile)(process.execPath, [
    ...['--import', 'tsx', '--input-type=module', '--eval', script],
  ]);
  expect(stderr).not.toContain('WASI');
  expect(stderr).toContain('still heard');
  expect(stderr).toContain('heard afterwards');
});
