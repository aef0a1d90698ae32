import { ActionIcon, Anchor, Button, FileButton, Group, Input } from '@mantine/core';
import { IconCamera, IconPaperclip, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Problem } from '../api/problem';
import { problemText, texts } from '../texts';
import { ATTACHABLE, fileAddress, uploadFile, type UploadedFile } from './files';

interface AttachmentProps {
  label: string;
  value: UploadedFile | undefined;
  onChange: (file: UploadedFile | undefined) => void;
  /** Whom the file is about. */
  customerId?: string;
  /** Types of files to choose from; any that can be attached, if it isn't said. */
  accept?: string;
  error?: React.ReactNode;
}

/** One file of a form: taken with the camera or chosen, and uploaded at once, so that saving needn't wait for it. */
export function Attachment({ label, value, onChange, customerId, accept = ATTACHABLE, error }: AttachmentProps) {
  const sending = useMutation({
    mutationFn: (file: File) => uploadFile(file, customerId),
    networkMode: 'always',
    onSuccess: onChange,
  });
  const refused = sending.error ? problemText(Problem.of(sending.error).code) : undefined;
  return (
    <Input.Wrapper label={label} labelElement="div" error={error ?? refused}>
      <Group gap="sm" mt={4}>
        {value ? (
          <>
            <AttachedFile file={value} />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={texts.files.remove}
              onClick={() => {
                onChange(undefined);
              }}
            >
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </>
        ) : (
          <FileButton
            accept={accept}
            onChange={(file) => {
              if (file) sending.mutate(file);
            }}
          >
            {(props) => (
              <Button
                {...props}
                variant="default"
                px="sm"
                loading={sending.isPending}
                leftSection={<IconCamera size={18} aria-hidden />}
              >
                {texts.files.add}
              </Button>
            )}
          </FileButton>
        )}
      </Group>
    </Input.Wrapper>
  );
}

/** A file as a screen shows it: a photo small, and a press away; a PDF as a link. */
export function AttachedFile({ file }: { file: UploadedFile }) {
  const shown = file.kind === 'JPEG' || file.kind === 'PNG' || file.kind === 'WEBP';
  return (
    <Anchor href={fileAddress(file.id)} download className="attachedFile" size="sm">
      {shown ? (
        <img src={fileAddress(file.id)} alt={texts.files.picture} loading="lazy" />
      ) : (
        <>
          <IconPaperclip size={16} aria-hidden /> {file.kind === 'PDF' ? texts.files.pdf : texts.files.photo}
        </>
      )}
    </Anchor>
  );
}
