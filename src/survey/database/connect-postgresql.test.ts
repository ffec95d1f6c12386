import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { connectPostgresql } from './connect-postgresql.ts';
import { databaseTarget, type ServerTarget } from './target.ts';

let server: Server | undefined;

afterEach(() => {
  server?.close();
});

/** A message of the server: its type, its length with the four bytes of it, its content. */
function message(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(content.length + 4);
  return Buffer.concat([Buffer.from(type), length, content]);
}

const SSL_REQUEST = 80_877_103;
const CLEARTEXT_PASSWORD = message('R', Buffer.from([0, 0, 0, 3]));

/**
 * Speaks as much of PostgreSQL's protocol as a refused login needs: it offers no encryption, asks for
 * a password, and refuses it with a message that repeats it, as no server should.
 * https://www.postgresql.org/docs/current/protocol-flow.html
 */
async function refusingServer(): Promise<number> {
  const listening = createServer((socket) => {
    let asked = false;
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      if (data.length >= 8 && data.readInt32BE(4) === SSL_REQUEST) {
        socket.write('N');
      } else if (!asked) {
        asked = true;
        socket.write(CLEARTEXT_PASSWORD);
      } else {
        const said = `SFATAL\0C28P01\0Mno entry for ${data.toString('latin1', 5, data.length - 1)}\0\0`;
        socket.end(message('E', Buffer.from(said, 'latin1')));
      }
    });
  });
  server = listening;
  await new Promise<void>((resolve) => {
    listening.listen(0, '127.0.0.1', resolve);
  });
  const address = listening.address();
  return isPort(address) ? address.port : 0;
}

function isPort(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

function target(port: number, options = ''): ServerTarget {
  const parsed = databaseTarget(`postgres://app:hunter2@127.0.0.1:${port}/shop${options}`);
  if (parsed.kind === 'sqlite') throw new Error('not a server');
  return parsed;
}

test('a wrong password is told in words of our own, whatever the server says', async () => {
  const port = await refusingServer();
  const told = connectPostgresql(target(port));
  await expect(told).rejects.toThrow(
    /^cannot connect to the database: it refuses the user or the password$/,
  );
  await expect(told).rejects.not.toMatchObject({ stack: expect.stringContaining('hunter2') });
});

test('a connection that has to be encrypted is not made without', async () => {
  const port = await refusingServer();
  await expect(connectPostgresql(target(port, '?sslmode=require'))).rejects.toThrow(
    'it offers no encryption, and the URL requires it',
  );
});

test('certificates that cannot be read are told without their path', async () => {
  const options = '?sslmode=verify-full&sslrootcert=/nowhere/hunter2.pem';
  await expect(connectPostgresql(target(1, options))).rejects.toThrow(
    /^cannot read the certificates that the database URL names$/,
  );
});
