/** The widths that servers give to integers without one, up to MySQL 8.0.18 and in MariaDB: by their sign. */
export const INTEGER_WIDTHS: {
  readonly [base: string]: readonly [signed: number, unsigned: number];
} = {
  tinyint: [4, 3],
  smallint: [6, 5],
  mediumint: [9, 8],
  int: [11, 10],
  bigint: [20, 20],
};
