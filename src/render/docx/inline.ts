import {
  ExternalHyperlink,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { type Inline, MARKS, type Mark } from '../../report/types.ts';
import { xmlText } from '../ooxml/text.ts';
import { MARK_COLOURS } from './colours.ts';
import type { Place } from './place.ts';
import { CODE_FONT, STYLE } from './styles.ts';

const RUN_OF_STYLE: { readonly [S in Inline['style']]: IRunOptions } = {
  plain: {},
  strong: { bold: true },
  code: { style: STYLE.codeText },
  muted: { style: STYLE.muted },
};

/** A run has one character style, so a link in code keeps the font by hand. */
const LINK_OF_STYLE: { readonly [S in Inline['style']]: IRunOptions } = {
  plain: {},
  strong: { bold: true },
  code: { font: CODE_FONT, noProof: true },
  muted: {},
};

/** A run of text, as a link when it has one and the document holds its target. */
export function inline({ text, style, link }: Inline, place: Place): readonly ParagraphChild[] {
  if (link === null) return runs(text, RUN_OF_STYLE[style]);
  if (!link.startsWith('#')) {
    return [new ExternalHyperlink({ link, children: linkRuns(text, style) })];
  }
  const anchor = place.bookmarks.nameOf(link.slice(1));
  return anchor === null
    ? runs(text, RUN_OF_STYLE[style])
    : [new InternalHyperlink({ anchor, children: linkRuns(text, style) })];
}

/** Runs of several inlines, in order. */
export function inlines(content: readonly Inline[], place: Place): readonly ParagraphChild[] {
  return content.flatMap((part) => inline(part, place));
}

/** Runs of a text, one a line. */
export function runs(text: string, options: IRunOptions = {}): readonly TextRun[] {
  const clean = plainText(text);
  if (clean === '') return [];
  return clean
    .split('\n')
    .map((line, index) => new TextRun({ ...options, text: line, ...(index ? { break: 1 } : {}) }));
}

/** `text` as a run can hold it. A tab would jump to a stop of the page, wherever the text begins. */
export function plainText(text: string): string {
  return xmlText(text).replaceAll('\t', '    ');
}

/** A mark's symbol and word, `+ added`; nothing for no mark. */
export function markRuns(mark: Mark, before = ''): readonly TextRun[] {
  if (mark === 'none') return [];
  const { symbol, word } = MARKS[mark];
  return [
    new TextRun({
      text: `${before}${symbol} ${word}`,
      bold: false,
      color: MARK_COLOURS[mark].text,
    }),
  ];
}

function linkRuns(text: string, style: Inline['style']): readonly TextRun[] {
  return runs(text, { style: 'Hyperlink', ...LINK_OF_STYLE[style] });
}
