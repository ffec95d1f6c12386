import type { Bookmarks } from './bookmarks.ts';
import type { Pictures } from './diagram/picture.ts';

/** What a block needs to know of the document and the page that it stands on. */
export interface Place {
  readonly bookmarks: Bookmarks;
  readonly numbers: Numbers;
  readonly pictures: Pictures;
  /** Width of the text, in twentieths of a point. */
  readonly width: number;
}

/** Counters of one document, so that its ids do not depend on the documents before it. */
export interface Numbers {
  /** 1, 2, 3, …: ids of the content controls. */
  nextControl(): number;
  /** 1, 2, 3, …: each numbered list starts at 1 in an instance of its own. */
  nextList(): number;
}

/** Counters that start at 1. */
export function startNumbers(): Numbers {
  let controls = 0;
  let lists = 0;
  return {
    nextControl() {
      controls += 1;
      return controls;
    },
    nextList() {
      lists += 1;
      return lists;
    },
  };
}
