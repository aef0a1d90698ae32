import { ActionIcon, Button, FileButton, Group } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Problem } from '../../api/problem';
import type { Answer } from '../../api/types';
import { AttachedFile } from '../../shared/Attachment';
import { ATTACHABLE, uploadFile } from '../../shared/files';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { tell, tellWithUndo } from '../../shared/notices';
import { Section } from '../../shared/Screen';
import { useMay } from '../../shared/session';
import { texts } from '../../texts';
import { cardWith } from './cards';
import { stepBack, useCardStep } from './commands';

type Customer = Answer<'/api/customers/{id}'>;
type KeptFile = Answer<'/api/customers/{id}/records'>['files'][number];

/** Files about a person. */
export function Files({ person, files }: { person: Customer; files: KeptFile[] }) {
  const writes = useMay('write');
  const step = useCardStep();
  const queries = useQueryClient();
  const sending = useMutation({
    mutationFn: (chosen: File[]) => Promise.all(chosen.map((file) => uploadFile(file, person.id))),
    networkMode: 'always',
    onSuccess: (uploaded) => {
      const body = { fileIds: uploaded.map((file) => file.id) };
      step.run({ customer: person, step: { path: '/api/customers/{id}/files', body } }, () => {
        tell(texts.files.attached);
      });
    },
  });
  const problem = step.problem ?? (sending.error ? Problem.of(sending.error) : undefined);
  return (
    <Section
      title={texts.files.title}
      aside={
        writes && (
          <FileButton
            multiple
            accept={ATTACHABLE}
            onChange={(chosen) => {
              if (chosen.length > 0) sending.mutate(chosen);
            }}
          >
            {(props) => (
              <Button
                {...props}
                size="compact-sm"
                variant="default"
                loading={sending.isPending || step.pending}
                leftSection={<IconPaperclip size={14} aria-hidden />}
              >
                {texts.files.addToPerson}
              </Button>
            )}
          </FileButton>
        )
      }
    >
      {problem && <ProblemBanner problem={problem} />}
      <Group gap="sm">
        {files.map((file) => (
          <Group key={file.id} gap={2} wrap="nowrap" align="flex-start">
            <AttachedFile file={file} />
            {writes && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={texts.files.remove}
                onClick={() => {
                  const customer = cardWith(person, file.customerId);
                  const body = { fileId: file.id };
                  step.run({ customer, step: { path: '/api/customers/{id}/files/remove', body } }, (done) => {
                    tellWithUndo(texts.files.removed, () =>
                      stepBack(queries, done, { path: '/api/customers/{id}/files', body: { fileIds: [file.id] } }),
                    );
                  });
                }}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        ))}
      </Group>
    </Section>
  );
}
