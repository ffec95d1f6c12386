#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { main } from './cli/main.ts';
import { watchOutput } from './cli/output-errors.ts';

// The Ruby parser and the drawing of pictures are WebAssembly that runs for a moment. The V8 of
// Node 20 soon optimises such code, and `propose` pays 0.6 s CPU for it without getting them back.
if (process.versions.node.startsWith('20.')) setFlagsFromString('--wasm-tiering-budget=200000000');

let outputFailed = false;
watchOutput(process.stdout, (message) => {
  if (outputFailed) return;
  outputFailed = true;
  process.stderr.write(`error: ${message}\n`);
  process.exitCode = 2;
});

const exitCode = await main(process.argv.slice(2));
if (!outputFailed) process.exitCode = exitCode;
