import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { DirectRequest } from '../../src/emulator/transport/direct.ts';
import { createDirectTransport } from '../../src/emulator/transport/direct.ts';
import { createHttpTransport } from '../../src/emulator/transport/http.ts';
import { createSimulator } from '../../src/simulator/simulator.ts';
import { startHttpServer } from './http-server.ts';
import { refusalOf, runMain, worldOf } from './world.ts';

const URL_X = 'https://api.heygen.com/v3/assets';
const MB = 1024 * 1024;
const main = (body: string): string => `function main() { ${body} }`;

/** Sends the form that the page passed, as an add-on would. */
const PASS_ON = `function upload(form) {
  return UrlFetchApp.fetch('${URL_X}', {
    method: 'post', headers: { 'X-Api-Key': 'k' }, payload: { file: form.file }, muteHttpExceptions: true,
  }).getContentText();
}`;

/** A picture by its first bytes; then every byte, and what could be taken for a boundary or a line end. */
const BYTES = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  Uint8Array.from({ length: 256 }, (_, byte) => byte),
  Buffer.from('\r\n------AppsScript\r\n\r\nGrüße\r\n'),
]);

function form(bytes: Uint8Array, name = 'picture.png') {
  return { file: { name, type: 'image/png', bytes } };
}

function seenBy(code: string): DirectRequest {
  const seen: DirectRequest[] = [];
  const handle = (request: DirectRequest) => {
    seen.push(request);
    return { status: 200, headers: {}, body: '' };
  };
  const { error } = runMain(code, { handle });
  const [request] = seen;
  if (request === undefined) throw new Error(error?.message);
  return request;
}

describe('a Blob among the fields of a payload', () => {
  test('makes it a multipart form, one part a field, with name, filename and type', () => {
    const { headers, body } = seenBy(
      main(`const blob = Utilities.newBlob([-1, 0, 13, 10, 127], 'image/png', 'wänd "1".png');
      UrlFetchApp.fetch('${URL_X}', { method: 'post', payload: { title: 'Grüße', n: 3, file: blob } });`),
    );
    const boundary = /^multipart\/form-data; boundary=(\S+)$/.exec(headers['content-type'] ?? '')?.[1];
    const utf8 = (text: string): string => Buffer.from(text).toString('latin1');
    expect(body.split(`--${boundary}`)).toEqual([
      '',
      `\r\nContent-Disposition: form-data; name="title"\r\n\r\n${utf8('Grüße')}\r\n`,
      '\r\nContent-Disposition: form-data; name="n"\r\n\r\n3\r\n',
      `\r\nContent-Disposition: form-data; name="file"; filename="${utf8('wänd %221%22.png')}"\r\nContent-Type: image/png\r\n\r\n\u00ff\u0000\r\n\u007f\r\n`,
      '--\r\n',
    ]);
  });

  test('without one it stays the form that it was', () => {
    const { headers, body } = seenBy(
      main(`UrlFetchApp.fetch('${URL_X}', { method: 'post', payload: { a: 'é', b: 1 } })`),
    );
    expect([headers['content-type'], body]).toEqual(['application/x-www-form-urlencoded', 'a=%C3%A9&b=1']);
  });

  test.each([
    [`{ file: Utilities.newBlob('x', 'image/png') }`, 'has no name or no content type'],
    [`{ file: Utilities.newBlob('x', 'image/png', '') }`, 'has no name or no content type'],
    [`{ file: Utilities.newBlob('x').setName('x.png') }`, 'has no name or no content type'],
    [`{ file: Utilities.newBlob('x', 'a/b\\r\\nX-Api-Key: y', 'x.png') }`, 'is no content type'],
    [`{ file: { getBytes: () => [1], getName: () => 'x.png' } }`, "don't match the method signature"],
    [`{ file: [1, 2] }`, "don't match the method signature"],
    [`Utilities.newBlob('x', 'image/png', 'x.png')`, 'is not emulated'],
  ])('%s is refused', (payload, message) => {
    const code = main(`UrlFetchApp.fetch('${URL_X}', { method: 'post', payload: ${payload} })`);
    expect(refusalOf(code)).toContain(message);
  });

  test('the type of the body cannot be told beside it, because the boundary is in it', () => {
    const refusal = (option: string) =>
      refusalOf(
        main(`UrlFetchApp.fetch('${URL_X}', { method: 'post', ${option},
          payload: { file: Utilities.newBlob('x', 'image/png', 'x.png') } })`),
      );
    expect(refusal(`contentType: 'multipart/form-data'`)).toContain('brings its own Content-Type');
    expect(refusal(`headers: { 'content-type': 'image/png' }`)).toContain('brings its own Content-Type');
  });
});

describe('a form that the page passes', () => {
  const CODE = `function look(form) {
    const { title, file } = form;
    return [Object.keys(form), title, file.getName(), file.getContentType(), file.getBytes().slice(0, 3),
      file.getDataAsString(), form instanceof Object];
  }`;
  const look = (fields: Parameters<ReturnType<typeof worldOf>['serve']>[0]['form'], args: unknown[] = []) =>
    worldOf(CODE).serve({ functionName: 'look', args, ...(fields === undefined ? {} : { form: fields }) });

  test('arrives as an object of its fields, with a Blob for a file', () => {
    const bytes = Buffer.from('ä!');
    const file = { name: 'note.txt', type: 'text/plain', bytes };
    expect(look({ title: 'Hello', file }).reply).toEqual({
      ok: true,
      value: [['title', 'file'], 'Hello', 'note.txt', 'text/plain', [-61, -92, 33], 'ä!', true],
    });
  });

  test('where no file was chosen there is a Blob without name and bytes', () => {
    const file = { name: '', type: 'application/octet-stream', bytes: new Uint8Array() };
    expect(look({ title: '', file }).reply).toEqual({
      ok: true,
      value: [['title', 'file'], '', '', 'application/octet-stream', [], '', true],
    });
  });

  test('beside other arguments it fails before anything runs, and so does one of more than 50 MB', () => {
    const beside = look({ title: '' }, ['more']);
    expect(beside.reply).toMatchObject({ ok: false, error: expect.stringContaining('illegal value') });
    const large = look(form(new Uint8Array(50 * MB)));
    expect(large.reply).toMatchObject({ ok: false, error: expect.stringContaining('50 MB') });
    expect([beside.execution, large.execution]).toEqual([null, null]);
  });

  test('its file reaches HeyGen byte for byte', () => {
    const simulator = createSimulator();
    const transport = createDirectTransport((request, now) => {
      const answer = simulator.handle(request, now);
      return answer.kind === 'cut' ? 'cut' : { ...answer, body: String(answer.body) };
    });
    const { reply } = worldOf(PASS_ON, { transport }).serve({
      functionName: 'upload',
      args: [],
      form: form(BYTES, 'größe.png'),
    });
    const { data } = JSON.parse(String(reply.ok ? reply.value : '{}'));
    expect(data).toMatchObject({ mime_type: 'image/png', size_bytes: BYTES.length });
    const path = new URL(data.url).pathname;
    const kept = simulator.handle({ method: 'GET', path, headers: {}, body: '' }, simulator.now());
    expect(kept.kind === 'reply' && Buffer.compare(Buffer.from(kept.body), BYTES)).toBe(0);
  });

  test('32 MB of any bytes leave unchanged over real HTTP too', async () => {
    const server = await startHttpServer();
    const transport = createHttpTransport();
    try {
      const bytes = Buffer.alloc(32 * MB).map((_, at) => (at * 2_654_435_761) >>> 24);
      const hosts = { 'https://api.heygen.com': server.origin };
      const { reply, execution } = worldOf(PASS_ON, { transport, hosts }).serve({
        functionName: 'upload',
        args: [],
        form: form(bytes),
      });
      const sent = Object(execution?.calls[0]?.args[0])[0];
      const body = Buffer.from(sent.body, 'latin1');
      expect(body.includes(Buffer.from(bytes))).toBe(true);
      expect(JSON.parse(String(reply.ok ? reply.value : '{}'))).toMatchObject({
        headers: { 'content-length': String(body.length) },
        sha256: createHash('sha256').update(body).digest('hex'),
      });
    } finally {
      transport.close();
      await server.close();
    }
  });

  test('a payload of more than 50 MB is refused, and nothing leaves', () => {
    const world = worldOf(PASS_ON, { handle: () => ({ status: 200, headers: {}, body: 'arrived' }) });
    const { reply, execution } = world.serve({
      functionName: 'upload',
      args: [],
      form: form(new Uint8Array(50 * MB - 100)),
    });
    expect(reply).toEqual({ ok: false, error: 'Limit Exceeded: URLFetch POST Size.' });
    expect(execution?.fetches).toEqual([]);
  });

  test('bytes are counted as bytes: 49 MB of whatever they are still leave', () => {
    const world = worldOf(PASS_ON, { handle: () => ({ status: 200, headers: {}, body: 'arrived' }) });
    const bytes = new Uint8Array(49 * MB).fill(255);
    expect(world.serve({ functionName: 'upload', args: [], form: form(bytes) }).reply).toEqual({
      ok: true,
      value: 'arrived',
    });
  });
});
