import { type DiagramRow, MARKS } from '../../../report/types.ts';
import {
  columnsOfBox,
  keyText,
  METRICS,
  type MeasureText,
  omittedText,
  rowCenter,
  titleText,
  typeText,
} from '../../diagram/box.ts';
import type { PlacedBox } from '../../diagram/types.ts';
import { INK, MARK_COLOURS } from '../colours.ts';
import { polyline, rectangle, type TextLook, textAt, textWidth } from './shapes.ts';

const LOOKS = {
  title: { size: METRICS.titleSize, color: '000000', bold: true },
  name: { size: METRICS.rowSize, color: '000000', bold: false },
  type: { size: METRICS.rowSize, color: INK.quiet, bold: false },
  key: { size: METRICS.keySize, color: INK.link, bold: true },
} as const satisfies { readonly [part: string]: TextLook };

/** Widths of a diagram's texts as the picture draws them. */
export const measureText: MeasureText = (text, part) => textWidth(text, LOOKS[part].size);

/** A table's box: its title, and a row a column with keys, name and type. */
export function boxShapes({ box, x, y, width, height }: PlacedBox): readonly string[] {
  const colours = MARK_COLOURS[box.mark];
  const titleMiddle = y + METRICS.titleHeight / 2;
  const head = `#${colours.fill ?? INK.headerFill}`;
  const look = { ...LOOKS.title, color: colours.text };
  return [
    rectangle(x, y, width, height, { fill: '#FFFFFF' }),
    rectangle(x, y, width, METRICS.titleHeight, { fill: head }),
    ...rowShapes({ box, x, y, width, height }),
    textAt(titleText(box), x + METRICS.padding, titleMiddle, look),
    ...frameShapes({ box, x, y, width, height }),
  ];
}

/** Added boxes have a thick frame, removed ones a dashed one: they differ without colour. */
function frameShapes({ box, x, y, width, height }: PlacedBox): readonly string[] {
  const stroke = `#${box.mark === 'none' ? INK.quiet : MARK_COLOURS[box.mark].text}`;
  const line = y + METRICS.titleHeight;
  return [
    polyline(
      [
        { x, y: line },
        { x: x + width, y: line },
      ],
      { stroke, 'stroke-width': 0.5 },
    ),
    rectangle(x, y, width, height, {
      fill: 'none',
      stroke,
      'stroke-width': box.mark === 'added' ? 2 : 1,
      ...(box.mark === 'removed' ? { 'stroke-dasharray': '4 2.5' } : {}),
    }),
  ];
}

function rowShapes({ box, x, y, width }: PlacedBox): readonly string[] {
  const keys = columnsOfBox(box, measureText).key;
  const nameX = x + METRICS.padding + keys + (keys > 0 ? METRICS.gap : 0) + METRICS.markWidth;
  const right = x + width - METRICS.padding;
  const omitted = omittedText(box);
  return [
    ...box.rows.flatMap((row, index) => {
      const middle = y + rowCenter(index);
      const fill = MARK_COLOURS[row.mark].fill;
      const top = middle - METRICS.rowHeight / 2;
      const type = typeText(row);
      return [
        fill === null ? '' : rectangle(x, top, width, METRICS.rowHeight, { fill: `#${fill}` }),
        textAt(keyText(row), x + METRICS.padding, middle, LOOKS.key),
        ...nameShapes(row, nameX, middle),
        textAt(type, right - measureText(type, 'type'), middle, LOOKS.type),
      ];
    }),
    omitted === null ? '' : textAt(omitted, nameX, y + rowCenter(box.rows.length), LOOKS.type),
  ];
}

/** A removed column is also struck through. */
function nameShapes({ name, mark }: DiagramRow, x: number, middle: number): readonly string[] {
  const color = MARK_COLOURS[mark].text;
  const end = x + measureText(name, 'name');
  const strike = [
    { x, y: middle },
    { x: end, y: middle },
  ];
  return [
    textAt(MARKS[mark].symbol, x - METRICS.markWidth, middle, { ...LOOKS.name, bold: true, color }),
    textAt(name, x, middle, { ...LOOKS.name, color }),
    mark === 'removed' ? polyline(strike, { stroke: `#${color}`, 'stroke-width': 0.6 }) : '',
  ];
}
