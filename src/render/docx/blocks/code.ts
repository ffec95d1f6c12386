import { type FileChild, type IRunOptions, Paragraph, TextRun } from 'docx';
import type { ReportBlock } from '../../../report/types.ts';
import { MARK_COLOURS } from '../colours.ts';
import { plainText, runs } from '../inline.ts';
import { STYLE } from '../styles.ts';

type CodeBlock = Extract<ReportBlock, { kind: 'code' }>;

/** Lines of code that are kept on one page; more have to break. */
const KEPT_LINES = 36;

/** Shaded code in a fixed pitch, with its caption above. */
export function codeBlock({ language, text, caption }: CodeBlock): readonly FileChild[] {
  const lines = plainText(text).replace(/\n+$/, '').split('\n');
  const children = lines.map((line, index) => {
    const ink = language === 'diff' ? diffInk(line) : {};
    return new TextRun({ ...ink, text: line, ...(index === 0 ? {} : { break: 1 }) });
  });
  const code = new Paragraph({
    style: STYLE.code,
    keepLines: lines.length <= KEPT_LINES,
    children,
  });
  if (caption === null) return [code];
  return [new Paragraph({ style: STYLE.caption, children: [...runs(caption)] }), code];
}

/** The sign at the start of the line says the same as the colour. */
function diffInk(line: string): IRunOptions {
  if (line.startsWith('+')) return { color: MARK_COLOURS.added.text };
  if (line.startsWith('-')) return { color: MARK_COLOURS.removed.text };
  return {};
}
