import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether the programs that show a document's pages are on this machine. */
export const HAS_LIBRE_OFFICE = ['soffice', 'pdfinfo', 'pdftotext'].every(isInstalled);

function isInstalled(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Texts of the pages of an Office file as LibreOffice lays them out, and their sizes in points. */
export function pagesOf(
  file: Uint8Array,
  extension: 'docx' | 'xlsx',
): readonly { readonly text: string; readonly width: number; readonly height: number }[] {
  return inFolder(file, extension, 'pdf', (folder) => {
    const pdf = join(folder, 'file.pdf');
    const texts = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split(
      '\f',
    );
    const sizes = execFileSync('pdfinfo', ['-l', '999', pdf], { encoding: 'utf8' });
    return [...sizes.matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+)/gm)].map((size, index) => ({
      text: texts[index] ?? '',
      width: Number(size[1]),
      height: Number(size[2]),
    }));
  });
}

/** The sheets of a workbook as CSV, its formulas worked out anew by LibreOffice; by the sheet's name. */
export function sheetsOf(file: Uint8Array): ReadonlyMap<string, string> {
  // The last value, -1, is for a file a sheet: https://help.libreoffice.org/latest/en-US/text/shared/guide/csv_params.html
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
  return inFolder(file, 'xlsx', filter, (folder) => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
    return new Map(
      names.map((name) => [
        name.slice('file-'.length, -4),
        readFileSync(join(folder, name), 'utf8'),
      ]),
    );
  });
}

/** Without this LibreOffice believes the values that stand in a file which it did not write itself. */
function alwaysRecalculate(home: string): void {
  const user = join(home, '.config/libreoffice/4/user');
  mkdirSync(user, { recursive: true });
  const settings = [
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">',
    '<item oor:path="/org.openoffice.Office.Calc/Formula/Load">',
    '<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>',
    '</item></oor:items>',
  ];
  writeFileSync(join(user, 'registrymodifications.xcu'), settings.join(''));
}

function inFolder<T>(
  file: Uint8Array,
  extension: string,
  format: string,
  read: (folder: string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'migdocs-office-'));
  try {
    const path = join(folder, `file.${extension}`);
    writeFileSync(path, file);
    alwaysRecalculate(folder);
    execFileSync('soffice', ['--headless', '--convert-to', format, '--outdir', folder, path], {
      stdio: 'ignore',
      env: { ...process.env, HOME: folder },
      timeout: 50_000,
    });
    return read(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
