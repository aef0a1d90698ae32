import { ActionIcon, Button, Group, Menu, Stack, Text, Textarea } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '../../api/types';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { moment } from '../../shared/format';
import { tell, tellWithUndo } from '../../shared/notices';
import { Section } from '../../shared/Screen';
import { useSession } from '../../shared/session';
import { actorText } from '../../shared/Timeline';
import { undoFacts } from '../../shared/undo';
import { texts } from '../../texts';
import { cardWith } from './cards';
import { useCardStep } from './commands';

type Customer = Answer<'/api/customers/{id}'>;
type Note = Answer<'/api/customers/{id}/records'>['notes'][number];

/** What was noted about a person, the latest first. */
export function Notes({ person, notes }: { person: Customer; notes: Note[] }) {
  const [text, write] = useState('');
  const step = useCardStep();
  return (
    <Section title={texts.notes.title} forWriters>
      <Stack gap="sm">
        {step.problem && <ProblemBanner problem={step.problem} />}
        <Textarea
          aria-label={texts.notes.write}
          placeholder={texts.notes.write}
          autosize
          minRows={1}
          value={text}
          onChange={(event) => {
            write(event.currentTarget.value);
          }}
        />
        {text.trim() && (
          <Button
            size="compact-sm"
            style={{ alignSelf: 'flex-start' }}
            loading={step.pending}
            onClick={() => {
              step.run(
                { customer: person, step: { path: '/api/customers/{id}/notes', body: { text: text.trim() } } },
                () => {
                  write('');
                  tell(texts.notes.written);
                },
              );
            }}
          >
            {texts.notes.save}
          </Button>
        )}
        <ul className="rows" aria-label={texts.notes.title}>
          {notes.map((note) => (
            <NoteRow key={note.id} person={person} note={note} />
          ))}
        </ul>
      </Stack>
    </Section>
  );
}

function NoteRow({ person, note }: { person: Customer; note: Note }) {
  const session = useSession();
  const queries = useQueryClient();
  const step = useCardStep();
  const [edited, edit] = useState<string>();
  const customer = cardWith(person, note.customerId);
  const who = actorText(note.editedBy ?? note.writtenBy, session.userId);
  const when = moment(note.editedAt ?? note.writtenAt, session.business.timeZone);
  return (
    <li>
      {step.problem && <ProblemBanner problem={step.problem} />}
      {edited === undefined ? (
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {note.text}
          </Text>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={texts.notes.more} loading={step.pending}>
                <IconDots size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<IconPencil size={16} aria-hidden />}
                onClick={() => {
                  edit(note.text);
                }}
              >
                {texts.common.edit}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => {
                  const body = { noteId: note.id };
                  step.run({ customer, step: { path: '/api/customers/{id}/notes/delete', body } }, (done) => {
                    tellWithUndo(texts.notes.deleted, () => undoFacts(queries, [done.position]));
                  });
                }}
              >
                {texts.notes.delete}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      ) : (
        <Stack gap="xs">
          <Textarea
            aria-label={texts.notes.edit}
            autosize
            value={edited}
            data-autofocus
            onChange={(event) => {
              edit(event.currentTarget.value);
            }}
          />
          <Group gap="xs">
            <Button
              size="compact-sm"
              loading={step.pending}
              disabled={!edited.trim()}
              onClick={() => {
                const path = '/api/customers/{id}/notes/edit' as const;
                step.run({ customer, step: { path, body: { id: note.id, text: edited.trim() } } }, (done) => {
                  edit(undefined);
                  tellWithUndo(texts.notes.edited, () => undoFacts(queries, [done.position]));
                });
              }}
            >
              {texts.common.save}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                edit(undefined);
              }}
            >
              {texts.common.cancel}
            </Button>
          </Group>
        </Stack>
      )}
      <Text size="xs" c="dimmed">
        {when} · {who}
        {note.editedAt && ` · ${texts.notes.wasEdited}`}
      </Text>
    </li>
  );
}
