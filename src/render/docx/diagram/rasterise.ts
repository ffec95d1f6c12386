import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { PICTURE_FONT } from './shapes.ts';

const require = createRequire(import.meta.url);
const FONT_FILES = ['DejaVuSansMono.ttf', 'DejaVuSansMono-Bold.ttf'];

/** Pixels a point: twice what a screen of 72 dpi shows, enough for print. */
const ZOOM = 2;

/** Draws pictures; loaded when the first document with a diagram needs it. */
export type Rasterise = (svg: string) => Uint8Array;

let loaded: Promise<Rasterise> | null = null;

/** The rasteriser. In WebAssembly and with fonts of its own, so that every machine gives the same pixels. */
export function loadRasteriser(): Promise<Rasterise> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Rasterise> {
  await initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const fontBuffers = await Promise.all(
    FONT_FILES.map(
      async (name) =>
        new Uint8Array(await readFile(require.resolve(`dejavu-fonts-ttf/ttf/${name}`))),
    ),
  );
  const font = { fontBuffers, defaultFontFamily: PICTURE_FONT };
  return (svg) =>
    new Resvg(svg, { font, background: '#FFFFFF', fitTo: { mode: 'zoom', value: ZOOM } })
      .render()
      .asPng();
}
