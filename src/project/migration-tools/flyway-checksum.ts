/** CRC-32 of ISO 3309, as java.util.zip.CRC32 has it. */
const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1)
    value = value & 1 ? (value >>> 1) ^ 0xed_b8_83_20 : value >>> 1;
  return value;
});

/**
 * The checksum that Flyway keeps of a migration: CRC-32 over its lines without line breaks and byte
 * order mark, as a signed number of 32 bits.
 * Flyway 11, ChecksumCalculator.java: calculateChecksumForResource
 */
export function flywayChecksum(text: string): number {
  let crc = 0xff_ff_ff_ff;
  const content = text.replace(/^\uFEFF/, '').replace(/\r\n|\r|\n/g, '');
  for (const byte of new TextEncoder().encode(content)) {
    crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);
  }
  return ~crc | 0;
}
