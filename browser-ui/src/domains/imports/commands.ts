import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change, give, newId, replace, upload } from '../../api/client';
import type { Answer, Body, Done } from '../../api/types';
import { refresh, useChange, type Command } from '../../shared/command';

type Import = Pick<Answer<'/api/imports/{id}'>, 'id' | 'version'>;
export type Settings = Body<'/api/imports/{id}/settings', 'put'>;

/** Hands in a file. Each chosen file is a preview of its own; sending the same choice again makes no second one. */
export function useUpload(): Command<File> {
  const [keys] = useState(() => new WeakMap<File, string>());
  return useChange((file: File): Promise<Done> => {
    const key = keys.get(file) ?? newId();
    keys.set(file, key);
    return upload('/api/imports', file, key);
  });
}

/** Says how the file is to be understood. */
export function useUnderstand() {
  return useChange(({ seen, settings }: { seen: Import; settings: Settings }, key) =>
    replace('/api/imports/{id}/settings', {
      params: { id: seen.id },
      body: settings,
      seen: { version: seen.version, key },
    }),
  );
}

export function useCheckImport() {
  return useChange((seen: Import, key) =>
    change('/api/imports/{id}/check', { params: { id: seen.id }, seen: { version: seen.version, key } }),
  );
}

export function useStartImport() {
  return useChange((seen: Import, key) =>
    change('/api/imports/{id}/start', { params: { id: seen.id }, seen: { version: seen.version, key } }),
  );
}

export function useUndoImport() {
  return useChange((seen: Import, key) =>
    change('/api/imports/{id}/undo', { params: { id: seen.id }, seen: { version: seen.version, key } }),
  );
}

/** Brings another server's archive. Whoever is cut off brings the same again. */
export function useBringArchive() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (archive: File) => give('/api/archives', archive),
    networkMode: 'always',
    onSuccess: () => refresh(queries),
  });
}
