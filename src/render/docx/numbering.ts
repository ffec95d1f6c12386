import { AlignmentType, type INumberingOptions, LevelFormat } from 'docx';

export const BULLETS = 'bullets';
export const NUMBERS = 'numbers';

const paragraph = { indent: { left: 400, hanging: 280 } };

/** The two kinds of list. */
export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: BULLETS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph },
        },
      ],
    },
    {
      reference: NUMBERS,
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.LEFT,
          style: { paragraph },
        },
      ],
    },
  ],
};
