import { BorderStyle, type IStylesOptions, LineRuleType } from 'docx';
import { INK } from './colours.ts';

const BODY_FONT = 'Arial';
/** On every Windows and macOS; LibreOffice has Liberation Mono of the same widths. */
export const CODE_FONT = 'Courier New';

/** Ids of the styles that blocks name. */
export const STYLE = {
  subtitle: 'Subtitle',
  contentsHeading: 'ContentsHeading',
  subheading: 'Subheading',
  body: 'BodyText',
  listItem: 'ListItem',
  caption: 'Caption',
  code: 'CodeBlock',
  tableText: 'TableText',
  tableHeader: 'TableHeader',
  tableLabel: 'TableLabel',
  tableGap: 'TableGap',
  running: 'RunningLine',
  codeText: 'CodeText',
  muted: 'MutedText',
  placeholder: 'PlaceholderText',
} as const;

const heading = (size: number, before: number) => ({
  run: { font: BODY_FONT, size, bold: true, color: INK.heading },
  paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
});

const contentsLine = (level: number) => ({
  id: `TOC${level}`,
  name: `toc ${level}`,
  basedOn: 'Normal',
  paragraph: {
    spacing: { before: level === 1 ? 60 : 0, after: 20 },
    indent: { left: (level - 1) * 280 },
  },
});

/**
 * Every style of the sign-off document. Sizes are in half points, spaces in twentieths of a point.
 *
 * Line heights say that they are relative (240 is one line): LibreOffice 7.4 takes a height without
 * a rule for a fixed one, and cuts pictures down to it.
 */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: BODY_FONT, size: 20, language: { value: 'en-GB' } },
      paragraph: { spacing: { line: 264, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: BODY_FONT, size: 48, bold: true, color: INK.heading },
      paragraph: {
        spacing: { before: 1_200, after: 120, line: 240, lineRule: LineRuleType.AUTO },
        keepNext: true,
      },
    },
    heading1: heading(30, 360),
    heading2: heading(24, 280),
    heading3: heading(21, 220),
    caption: {
      run: { size: 17, bold: true, color: INK.quiet },
      paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
    },
    hyperlink: { run: { color: INK.link, underline: {} } },
  },
  paragraphStyles: [
    {
      id: STYLE.subtitle,
      name: 'Subtitle',
      basedOn: 'Normal',
      run: { size: 26, color: INK.quiet },
      paragraph: { spacing: { after: 480 }, keepNext: true },
    },
    {
      id: STYLE.contentsHeading,
      name: 'Contents Heading',
      basedOn: 'Normal',
      ...heading(30, 0),
    },
    {
      id: STYLE.subheading,
      name: 'Subheading',
      basedOn: 'Normal',
      run: { size: 20, bold: true },
      paragraph: { spacing: { before: 200, after: 60 }, keepNext: true },
    },
    {
      id: STYLE.body,
      name: 'Body Text',
      basedOn: 'Normal',
      paragraph: { spacing: { before: 80, after: 100 } },
    },
    {
      id: STYLE.listItem,
      name: 'List Item',
      basedOn: 'Normal',
      paragraph: { spacing: { before: 20, after: 40 } },
    },
    {
      id: STYLE.code,
      name: 'Code Block',
      basedOn: 'Normal',
      run: { font: CODE_FONT, size: 17, noProof: true },
      paragraph: {
        spacing: { before: 80, after: 160, line: 250, lineRule: LineRuleType.AUTO },
        shading: { fill: INK.codeFill },
        border: {
          left: { style: BorderStyle.SINGLE, size: 12, space: 6, color: INK.rule },
        },
        indent: { left: 140 },
      },
    },
    {
      id: STYLE.tableText,
      name: 'Table Text',
      basedOn: 'Normal',
      run: { size: 17 },
      paragraph: { spacing: { before: 30, after: 30, line: 245, lineRule: LineRuleType.AUTO } },
    },
    {
      id: STYLE.tableHeader,
      name: 'Table Header',
      basedOn: STYLE.tableText,
      run: { size: 17, bold: true },
      paragraph: { keepNext: true },
    },
    // Apart from the header: kept with its neighbours, the last label would draw the table after it.
    {
      id: STYLE.tableLabel,
      name: 'Table Label',
      basedOn: STYLE.tableText,
      run: { size: 17, bold: true },
    },
    {
      id: STYLE.tableGap,
      name: 'Table Gap',
      basedOn: 'Normal',
      run: { size: 8 },
      paragraph: { spacing: { before: 0, after: 0, line: 160, lineRule: LineRuleType.AUTO } },
    },
    {
      id: STYLE.running,
      name: 'Running Line',
      basedOn: 'Normal',
      run: { size: 16, color: INK.quiet },
    },
    contentsLine(1),
    contentsLine(2),
    contentsLine(3),
  ],
  characterStyles: [
    { id: STYLE.codeText, name: 'Code Text', run: { font: CODE_FONT, noProof: true } },
    { id: STYLE.muted, name: 'Muted Text', run: { color: INK.quiet } },
    { id: STYLE.placeholder, name: 'Placeholder Text', run: { color: INK.quiet } },
  ],
};
