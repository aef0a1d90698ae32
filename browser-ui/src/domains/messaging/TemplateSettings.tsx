import { ActionIcon, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { AreYouSure } from '../../shared/form/AreYouSure';
import { CommandForm } from '../../shared/form/CommandForm';
import { CsvMenu } from '../../shared/list/CsvMenu';
import { tell } from '../../shared/notices';
import { Loaded, Section, SkeletonLines } from '../../shared/Screen';
import { useMay } from '../../shared/session';
import { texts } from '../../texts';
import { useAddTemplate, useCorrectTemplate, useRemoveTemplate } from './commands';
import { GapsField } from './GapsField';
import { useTemplates, type Template } from './queries';

type Step = { step: 'add' } | { step: 'correct' | 'remove'; template: Template };

/** Which texts are at hand? */
export function TemplateSettings() {
  const templates = useTemplates();
  const writes = useMay('write');
  const [doing, start] = useState<Step>();
  const done = () => {
    start(undefined);
  };
  return (
    <Section
      title={texts.templates.title}
      aside={<CsvMenu href="/api/text-templates.csv" name={texts.templates.title} size="compact-sm" variant="subtle" />}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {texts.templates.lead}
        </Text>
        <Loaded query={templates} skeleton={<SkeletonLines lines={3} />}>
          {(data) => (
            <ul className="rows" aria-label={texts.templates.title}>
              {data.map((template) => (
                <li key={template.id}>
                  <Group justify="space-between" wrap="nowrap" gap="xs">
                    <div style={{ minWidth: 0 }}>
                      <Text size="sm" fw={550} truncate>
                        {template.name}
                      </Text>
                      <Text size="xs" c="dimmed" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
                        {template.body}
                      </Text>
                    </div>
                    {writes && (
                      <Group gap={4} wrap="nowrap">
                        <ActionIcon
                          variant="subtle"
                          color="gray"
                          size={36}
                          aria-label={texts.templates.correct(template.name)}
                          onClick={() => {
                            start({ step: 'correct', template });
                          }}
                        >
                          <IconPencil size={16} aria-hidden />
                        </ActionIcon>
                        <ActionIcon
                          variant="subtle"
                          color="gray"
                          size={36}
                          aria-label={texts.people.remove(template.name)}
                          onClick={() => {
                            start({ step: 'remove', template });
                          }}
                        >
                          <IconTrash size={16} aria-hidden />
                        </ActionIcon>
                      </Group>
                    )}
                  </Group>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
        {writes && (
          <Button
            variant="default"
            style={{ alignSelf: 'flex-start' }}
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              start({ step: 'add' });
            }}
          >
            {texts.templates.add}
          </Button>
        )}
      </Stack>
      <Modal opened={doing?.step === 'add'} onClose={done} title={texts.templates.add}>
        <Add done={done} />
      </Modal>
      <Modal
        opened={doing?.step === 'correct'}
        onClose={done}
        title={doing?.step === 'correct' ? texts.templates.correct(doing.template.name) : ''}
      >
        {doing?.step === 'correct' && <Correct template={doing.template} done={done} />}
      </Modal>
      <Modal
        opened={doing?.step === 'remove'}
        onClose={done}
        title={doing?.step === 'remove' ? texts.templates.removeAsk(doing.template.name) : ''}
      >
        {doing?.step === 'remove' && <Remove template={doing.template} done={done} />}
      </Modal>
    </Section>
  );
}

interface WordsProps {
  initial: { name: string; body: string };
  command: Pick<ReturnType<typeof useAddTemplate>, 'problem' | 'pending'>;
  onSubmit: (words: { name: string; body: string }) => void;
  onCancel: () => void;
}

function Words({ initial, command, onSubmit, onCancel }: WordsProps) {
  const form = useForm({ initialValues: initial });
  return (
    <CommandForm
      form={form}
      problem={command.problem}
      pending={command.pending}
      submit={texts.common.save}
      onCancel={onCancel}
      onSubmit={onSubmit}
    >
      <TextInput
        label={texts.templates.name}
        description={texts.templates.nameHint}
        maxLength={60}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <GapsField form={form} />
    </CommandForm>
  );
}

function Add({ done }: { done: () => void }) {
  const add = useAddTemplate();
  return (
    <Words
      initial={{ name: '', body: '' }}
      command={add}
      onCancel={done}
      onSubmit={(words) => {
        add.run(words, () => {
          tell(texts.templates.saved(words.name));
          done();
        });
      }}
    />
  );
}

function Correct({ template, done }: { template: Template; done: () => void }) {
  const correct = useCorrectTemplate();
  return (
    <Words
      initial={{ name: template.name, body: template.body }}
      command={correct}
      onCancel={done}
      onSubmit={(words) => {
        correct.run({ template, body: words }, () => {
          tell(texts.templates.saved(words.name));
          done();
        });
      }}
    />
  );
}

function Remove({ template, done }: { template: Template; done: () => void }) {
  const remove = useRemoveTemplate();
  return (
    <AreYouSure
      problem={remove.problem}
      pending={remove.pending}
      explained={texts.templates.removeText}
      submit={texts.people.remove(template.name)}
      onBack={done}
      onSubmit={() => {
        remove.run(template, () => {
          tell(texts.templates.removed(template.name));
          done();
        });
      }}
    />
  );
}
