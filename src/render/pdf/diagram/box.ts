import { type DiagramRow, MARKS } from '../../../report/types.ts';
import type { DiagramText, MeasureText } from '../../diagram/box.ts';
import {
  columnsOfBox,
  keyText,
  METRICS,
  omittedText,
  rowCenter,
  titleText,
  typeText,
} from '../../diagram/box.ts';
import type { PlacedBox } from '../../diagram/types.ts';
import { type Face, splitByFace } from '../text/fonts.ts';
import type { Typesetter } from '../text/typesetter.ts';
import { COLOR, MARK_LOOK } from '../theme.ts';

interface TextStyle {
  readonly face: Face;
  readonly size: number;
  readonly color: string;
}

const STYLES: { readonly [P in DiagramText]: TextStyle } = {
  title: { face: 'strong', size: METRICS.titleSize, color: COLOR.ink },
  name: { face: 'text', size: METRICS.rowSize, color: COLOR.ink },
  type: { face: 'text', size: METRICS.rowSize, color: COLOR.muted },
  key: { face: 'strong', size: METRICS.keySize, color: COLOR.accent },
};

/** Widths of a diagram's texts in the documents' faces. */
export function measureWith(type: Typesetter): MeasureText {
  return (text, part) => type.widthOfAny(text, STYLES[part].face, STYLES[part].size);
}

/** Draws a table's box: its title, and a row a column with keys, name and type. */
export function drawBox(doc: PDFKit.PDFDocument, type: Typesetter, placed: PlacedBox): void {
  const { box, x, y, width, height } = placed;
  const look = MARK_LOOK[box.mark];
  doc.rect(x, y, width, height).fill(COLOR.paper);
  doc
    .rect(x, y, width, METRICS.titleHeight)
    .fill(box.mark === 'none' ? COLOR.headGround : look.tint);
  drawRows(doc, type, placed);
  const middle = y + METRICS.titleHeight / 2;
  const color = box.mark === 'none' ? COLOR.ink : look.bar;
  drawText(type, titleText(box), x + METRICS.padding, middle, { ...STYLES.title, color });
  drawFrame(doc, placed);
}

/** Added boxes have a thick frame, removed ones a dashed one: they differ without colour. */
function drawFrame(doc: PDFKit.PDFDocument, { box, x, y, width, height }: PlacedBox): void {
  const color = MARK_LOOK[box.mark].bar;
  doc.strokeColor(color).lineWidth(0.5);
  doc
    .moveTo(x, y + METRICS.titleHeight)
    .lineTo(x + width, y + METRICS.titleHeight)
    .stroke();
  doc.lineWidth(box.mark === 'added' ? 2 : box.mark === 'none' ? 0.8 : 1.3);
  if (box.mark === 'removed') doc.dash(4, { space: 2.5 });
  doc.rect(x, y, width, height).stroke();
  doc.undash();
}

function drawRows(doc: PDFKit.PDFDocument, type: Typesetter, placed: PlacedBox): void {
  const { box, x, y, width } = placed;
  const columns = columnsOfBox(box, measureWith(type));
  const nameX =
    x + METRICS.padding + columns.key + (columns.key > 0 ? METRICS.gap : 0) + METRICS.markWidth;
  for (const [index, row] of box.rows.entries()) {
    const middle = y + rowCenter(index);
    if (row.mark !== 'none') {
      doc
        .rect(x, middle - METRICS.rowHeight / 2, width, METRICS.rowHeight)
        .fill(MARK_LOOK[row.mark].tint);
    }
    drawText(type, keyText(row), x + METRICS.padding, middle, STYLES.key);
    drawName(doc, type, row, nameX, middle);
    const right = x + width - METRICS.padding - measureWith(type)(typeText(row), 'type');
    drawText(type, typeText(row), right, middle, STYLES.type);
  }
  const omitted = omittedText(box);
  if (omitted !== null) drawText(type, omitted, nameX, y + rowCenter(box.rows.length), STYLES.type);
}

function drawName(
  doc: PDFKit.PDFDocument,
  type: Typesetter,
  row: DiagramRow,
  x: number,
  middle: number,
): void {
  const look = MARK_LOOK[row.mark];
  const color = row.mark === 'none' ? STYLES.name.color : look.bar;
  const symbol = { ...STYLES.title, size: METRICS.rowSize, color };
  drawText(type, MARKS[row.mark].symbol, x - METRICS.markWidth, middle, symbol);
  const right = drawText(type, row.name, x, middle, { ...STYLES.name, color });
  if (row.mark !== 'removed') return;
  doc.strokeColor(color).lineWidth(0.5).moveTo(x, middle).lineTo(right, middle).stroke();
}

/** Draws a text with its middle at that height; answers where it ends. */
function drawText(
  type: Typesetter,
  text: string,
  x: number,
  middle: number,
  style: TextStyle,
): number {
  let end = x;
  for (const piece of splitByFace(text, style.face)) {
    type.draw(piece.text, end, middle + style.size * 0.36, { ...style, face: piece.face });
    end += type.width(piece.text, piece.face, style.size);
  }
  return end;
}
