import { address, askContent, newId, upload } from '../api/client';
import type { Answer } from '../api/types';

/** A file that was uploaded and can be attached: a command names its id. */
export type UploadedFile = Pick<Answer<'/api/files/{id}'>, 'id' | 'kind'>;

/** What the server takes. HEIC isn't asked for: a phone then hands its photo over as JPEG, which every browser shows. */
export const PICTURES = 'image/jpeg,image/png,image/webp';
/** What phones show that get it with a text. */
export const SENT_ALONG = 'image/jpeg,image/png';
export const ATTACHABLE = `${PICTURES},application/pdf`;

const SIDE_MAX = 2048;
const QUALITY = 0.85;

const keys = new WeakMap<File, string>();

/**
 * Uploads a file, a photo no larger than a screen needs it; the same choice again is the same upload. A photo of a
 * person's boxes says whose they are, so that it is forgotten with that person.
 */
export async function uploadFile(file: File, customerId?: string): Promise<UploadedFile> {
  const key = keys.get(file) ?? newId();
  keys.set(file, key);
  return upload('/api/files', await shrunk(file), key, customerId ? { customerId } : {});
}

/** The same file once more, as one about somebody: only so it can stand where what is said of them stands. */
export async function copyFile(id: string, key: string, customerId: string): Promise<UploadedFile> {
  const content = await askContent(id);
  return upload('/api/files', new File([content], id, { type: content.type }), key, { customerId });
}

/** Where a file's bytes are: for `<img src>`, and for a link that downloads. */
export function fileAddress(id: string): string {
  return address('/api/files/{id}/content', { id });
}

/** Has the browser save what was fetched. */
export function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** How large a picture is drawn whose longer side is at most `SIDE_MAX`. */
export function fitted(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, SIDE_MAX / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** A photo as a smaller JPEG; what this browser can't draw, and what is small already, goes as it is. */
async function shrunk(file: File): Promise<File> {
  if (!file.type.startsWith('image/')) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    if (Math.max(picture.width, picture.height) <= SIDE_MAX) return file;
    const canvas = document.createElement('canvas');
    const { width, height } = fitted(picture.width, picture.height);
    Object.assign(canvas, { width, height });
    canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
    const smaller = await new Promise<Blob | null>((done) => {
      canvas.toBlob(done, 'image/jpeg', QUALITY);
    });
    return smaller ? new File([smaller], file.name, { type: smaller.type }) : file;
  } catch {
    // The server says what is wrong with it, if anything is.
    return file;
  }
}
