import { Button, FileButton, Group, Modal, Text } from '@mantine/core';
import { IconCamera, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../../api/problem';
import { AttachedFile } from '../../shared/Attachment';
import { fileAddress, PICTURES, uploadFile } from '../../shared/files';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { tell, tellWithUndo } from '../../shared/notices';
import { useMay } from '../../shared/session';
import { texts } from '../../texts';
import { addPhotoAgain, useStep, type Deal } from './commands';
import type { Line } from './dealLines';

type Photo = Line['photos'][number];

const OVER: Deal['state'][] = ['DECLINED', 'EXPIRED', 'CANCELLED', 'CLOSED', 'RETURNED', 'DONATED'];

/** What the boxes of a line looked like; on a phone, its camera adds to it. */
export function LinePhotos({ deal, line }: { deal: Deal; line: Line }) {
  const writes = useMay('write');
  const [shown, setShown] = useState<Photo>();
  const close = () => {
    setShown(undefined);
  };
  const open = !OVER.includes(deal.state);
  if (!open && line.photos.length === 0) return null;
  return (
    <>
      <Group gap="xs" role="group" aria-label={texts.photos.of(line.item)}>
        {line.photos.map((photo) =>
          photo.kind === 'HEIC' ? (
            <AttachedFile key={photo.id} file={photo} />
          ) : (
            <button
              key={photo.id}
              type="button"
              className="attachedFile photoButton"
              aria-label={texts.photos.show}
              onClick={() => {
                setShown(photo);
              }}
            >
              <img src={fileAddress(photo.id)} alt={texts.files.picture} loading="lazy" />
            </button>
          ),
        )}
        {open && writes && <AddPhotos deal={deal} line={line} />}
      </Group>
      <Modal opened={shown !== undefined} onClose={close} title={line.item} size="xl">
        {shown && <OnePhoto deal={deal} line={line} photo={shown} removable={open && writes} close={close} />}
      </Modal>
    </>
  );
}

function AddPhotos({ deal, line }: { deal: Deal; line: Line }) {
  const add = useStep('/api/deals/{id}/photos');
  const sending = useMutation({
    mutationFn: (files: File[]) => Promise.all(files.map((file) => uploadFile(file, deal.customerId))),
    networkMode: 'always',
    onSuccess: (uploaded) => {
      add.run({ deal, body: { line: line.line, photoIds: uploaded.map((file) => file.id) } }, () => {
        tell(texts.photos.added(uploaded.length));
      });
    },
  });
  const problem = add.problem ?? (sending.error ? Problem.of(sending.error) : undefined);
  return (
    <>
      <FileButton
        accept={PICTURES}
        multiple
        onChange={(files) => {
          if (files.length > 0) sending.mutate(files);
        }}
      >
        {(props) => (
          <Button
            {...props}
            variant="default"
            loading={sending.isPending || add.pending}
            leftSection={<IconCamera size={18} aria-hidden />}
            aria-label={`${texts.photos.add}: ${line.item}`}
          >
            {texts.photos.add}
          </Button>
        )}
      </FileButton>
      {problem && <ProblemBanner problem={problem} rest={problem.faults} />}
    </>
  );
}

interface OnePhotoProps {
  deal: Deal;
  line: Line;
  photo: Photo;
  removable: boolean;
  close: () => void;
}

function OnePhoto({ deal, line, photo, removable, close }: OnePhotoProps) {
  const queries = useQueryClient();
  const remove = useStep('/api/deals/{id}/photos/remove');
  return (
    <>
      {remove.problem && <ProblemBanner problem={remove.problem} />}
      <img src={fileAddress(photo.id)} alt={texts.photos.of(line.item)} className="wholePhoto" />
      <Group justify="space-between" mt="md">
        <Text size="sm" c="dimmed">
          {deal.customerName}
        </Text>
        {removable && (
          <Button
            variant="default"
            color="red"
            loading={remove.pending}
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => {
              remove.run({ deal, body: { photoId: photo.id } }, (done) => {
                close();
                tellWithUndo(texts.photos.removed, () => addPhotoAgain(queries, done, line.line, photo.id));
              });
            }}
          >
            {texts.photos.remove}
          </Button>
        )}
      </Group>
    </>
  );
}
