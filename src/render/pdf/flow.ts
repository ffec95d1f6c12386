/** A page's size in points, upright or on its side, and the space around its content. */
export interface PageShape {
  readonly width: number;
  readonly height: number;
}

export const MARGIN = { left: 48, right: 48, top: 66, bottom: 58 } as const;

const SIZES = {
  A3: { width: 841.89, height: 1190.55 },
  A4: { width: 595.28, height: 841.89 },
  Letter: { width: 612, height: 792 },
} as const;

/** The shape of a page of that size. */
export function pageShape(
  size: keyof typeof SIZES,
  orientation: 'portrait' | 'landscape',
): PageShape {
  const { width, height } = SIZES[size];
  return orientation === 'portrait' ? { width, height } : { width: height, height: width };
}

/** Width and height of a page's content. */
export function bodyOf(shape: PageShape): PageShape {
  return {
    width: shape.width - MARGIN.left - MARGIN.right,
    height: shape.height - MARGIN.top - MARGIN.bottom,
  };
}

/** Where the next thing goes: the page, and how far down it is. */
export class Flow {
  /** Top of the next thing, in points from the page's top. */
  y: number = MARGIN.top;
  readonly #doc: PDFKit.PDFDocument;
  #shape: PageShape;
  #wanted: PageShape;
  #pages = 0;

  constructor(doc: PDFKit.PDFDocument, shape: PageShape) {
    this.#doc = doc;
    this.#shape = shape;
    this.#wanted = shape;
  }

  get left(): number {
    return MARGIN.left;
  }

  /** Width of the content. */
  get width(): number {
    return bodyOf(this.#shape).width;
  }

  get bottom(): number {
    return this.#shape.height - MARGIN.bottom;
  }

  /** Height that is left on the page. */
  get room(): number {
    return this.bottom - this.y;
  }

  /** Height of an empty page's content. */
  get pageRoom(): number {
    return bodyOf(this.#shape).height;
  }

  /** The page in hand, from 0. */
  get page(): number {
    return this.#pages - 1;
  }

  get atTop(): boolean {
    return this.y <= MARGIN.top;
  }

  /** Shape of the pages from the next one on. */
  get shape(): PageShape {
    return this.#wanted;
  }

  /** Pages are of this shape from now on; one of another shape is left at the next `settle`. */
  turnTo(shape: PageShape): void {
    this.#wanted = shape;
  }

  /** Starts a page when none is open, or when the open one has not the wanted shape. */
  settle(): void {
    if (this.#pages === 0 || !sameShape(this.#shape, this.#wanted)) this.startPage();
  }

  /** Starts a page, of the wanted shape unless another is given. */
  startPage(shape: PageShape = this.#wanted): void {
    this.#shape = shape;
    this.#doc.addPage({ size: [shape.width, shape.height], margin: 0 });
    this.#pages += 1;
    this.y = MARGIN.top;
  }

  /** True when the page in hand has that shape. */
  has(shape: PageShape): boolean {
    return sameShape(this.#shape, shape);
  }

  /** Moves on to a new page unless `height` fits on this one. An empty page is never left. */
  ensure(height: number): void {
    if (height > this.room && !this.atTop) this.startPage();
  }

  /** White space before the next thing; none at the top of a page. */
  gap(height: number): void {
    if (!this.atTop) this.y += height;
  }
}

function sameShape(a: PageShape, b: PageShape): boolean {
  return a.width === b.width && a.height === b.height;
}
