import type { Worksheet } from 'exceljs';

/**
 * Locks the sheet's filled-in cells against slips, without a password: a password would be salted
 * with random numbers, and anyone who means to can take it off anyway.
 */
export async function protectSheet(worksheet: Worksheet): Promise<void> {
  await worksheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    sort: true,
    autoFilter: true,
  });
}
