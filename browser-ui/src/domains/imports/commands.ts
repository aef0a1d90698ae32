import { useState } from 'react';
import { change, newId, upload } from '../../api/client';
import type { Answer, Done } from '../../api/types';
import { useChange, type Command } from '../../shared/command';

type Import = Pick<Answer<'/api/imports/{id}'>, 'id' | 'version'>;

/** Hands in a file. Each chosen file is a preview of its own; sending the same choice again makes no second one. */
export function useUpload(): Command<File> {
  const [keys] = useState(() => new WeakMap<File, string>());
  return useChange((file: File): Promise<Done> => {
    const key = keys.get(file) ?? newId();
    keys.set(file, key);
    return upload('/api/imports', file, key);
  });
}

export function useStartImport() {
  return useChange((preview: Import, key) =>
    change('/api/imports/{id}/start', {
      params: { id: preview.id },
      seen: { version: preview.version, key },
    }),
  );
}
