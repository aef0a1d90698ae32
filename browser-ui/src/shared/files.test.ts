import { afterEach, describe, expect, it, vi } from 'vitest';
import { fileAddress, fitted, uploadFile } from './files';

afterEach(() => {
  vi.unstubAllGlobals();
});

function server() {
  const calls: { url: string; key: string | undefined }[] = [];
  vi.stubGlobal('fetch', (url: string, options?: { headers?: Record<string, string> }) => {
    calls.push({ url, key: options?.headers?.['Idempotency-Key'] });
    return Promise.resolve(new Response(JSON.stringify({ id: 'f1', kind: 'PDF' }), { status: 201 }));
  });
  document.cookie = 'XSRF-TOKEN=token';
  return calls;
}

describe('a file that is attached', () => {
  it('is one upload, however often the same choice is sent', async () => {
    const calls = server();
    const receipt = new File(['%PDF-'], 'receipt.pdf', { type: 'application/pdf' });
    expect(await uploadFile(receipt)).toMatchObject({ id: 'f1', kind: 'PDF' });
    await uploadFile(receipt);
    await uploadFile(new File(['%PDF-'], 'receipt.pdf', { type: 'application/pdf' }));
    expect(calls.map((call) => call.url)).toEqual(['/api/files', '/api/files', '/api/files']);
    expect(calls[0]?.key).toBe(calls[1]?.key);
    expect(calls[2]?.key).not.toBe(calls[0]?.key);
  });

  it('says whom it is about', async () => {
    const calls = server();
    await uploadFile(new File(['%PDF-'], 'a.pdf', { type: 'application/pdf' }), 'c1');
    expect(calls[0]?.url).toBe('/api/files?customerId=c1');
  });

  it('has an address of its own', () => {
    expect(fileAddress('f1')).toBe('/api/files/f1/content');
  });
});

describe('the size of a photo', () => {
  it('is made to fit by its longer side', () => {
    expect(fitted(4096, 3072)).toEqual({ width: 2048, height: 1536 });
    expect(fitted(1000, 8000)).toEqual({ width: 256, height: 2048 });
  });

  it('never grows', () => {
    expect(fitted(800, 600)).toEqual({ width: 800, height: 600 });
  });
});
