import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { refusalOf, returnedBy, START } from './world.ts';

const main = (body: string): string => `function main() { ${body} }`;

describe('Utilities', () => {
  test('digests and signatures are those of everyone else, as signed bytes', () => {
    const code =
      main(`const hex = (bytes) => bytes.map((byte) => (byte & 255).toString(16).padStart(2, '0')).join('');
      return [hex(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'é')),
        hex(Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'é')),
        hex(Utilities.computeHmacSha256Signature('text', 'key'))];`);
    expect(returnedBy(code)).toEqual([
      createHash('sha256').update('é').digest('hex'),
      createHash('md5').update('é').digest('hex'),
      createHmac('sha256', 'key').update('text').digest('hex'),
    ]);
  });

  test('base64 and gzip go there and back', () => {
    const code = main(`const text = 'Grüße 🎬'.repeat(200);
      const packed = Utilities.base64EncodeWebSafe(Utilities.gzip(Utilities.newBlob(text, 'text/plain', 'a')).getBytes());
      const back = Utilities.ungzip(Utilities.newBlob(Utilities.base64DecodeWebSafe(packed), 'application/x-gzip'));
      return [back.getDataAsString() === text, packed.length < 200, Utilities.base64Encode('a'), Utilities.base64Decode('/w==')];`);
    expect(returnedBy(code)).toEqual([true, true, 'YQ==', [-1]]);
  });

  test('dates are formatted in the time zone asked for', () => {
    const code = main(
      `return Utilities.formatDate(new Date(${START}), 'Asia/Tokyo', "yyyy-MM-dd'T'HH:mm:ss.SSS d/M/yy")`,
    );
    expect(returnedBy(code)).toBe('2026-11-23T21:00:00.000 23/11/26');
    expect(refusalOf(main(`Utilities.formatDate(new Date(), 'UTC', 'EEEE')`))).toContain('is not emulated');
  });

  test('sleep moves the clock on, by five minutes at most', () => {
    expect(
      returnedBy(main('const start = Date.now(); Utilities.sleep(1500); return Date.now() - start;')),
    ).toBe(1_500);
    expect(refusalOf(main('Utilities.sleep(300001)'))).toContain('out of range');
  });

  test('a UUID looks like one', () => {
    expect(returnedBy(main('return Utilities.getUuid()'))).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});

describe('Session', () => {
  test('knows the time zone of the manifest, and users by a key that is not their address', () => {
    const code = main('return [Session.getScriptTimeZone(), Session.getTemporaryActiveUserKey()];');
    const anna = returnedBy(code);
    expect(anna).toEqual(['Etc/UTC', expect.not.stringContaining('anna')]);
    expect(returnedBy(code, {}, { user: 'bert@example.com' })).not.toEqual(anna);
  });
});
