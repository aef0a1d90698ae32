import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { IconPhotoPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { fileAddress } from '../../shared/files';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { date } from '../../shared/format';
import { tell } from '../../shared/notices';
import { useMay } from '../../shared/session';
import { texts } from '../../texts';
import { useAddToDeal, type Conversation } from './commands';
import { useDeal, useDealsWith } from './queries';

/** Pictures of a text: small, and a press away. What somebody sent of their boxes goes to the line of a deal. */
export function Pictures({ conversation, ids }: { conversation: Conversation; ids: string[] }) {
  const [shown, setShown] = useState<string>();
  const writes = useMay('write');
  const close = () => {
    setShown(undefined);
  };
  return (
    <>
      <Group gap="xs">
        {ids.map((id) => (
          <button
            key={id}
            type="button"
            className="attachedFile photoButton"
            aria-label={texts.photos.show}
            onClick={() => {
              setShown(id);
            }}
          >
            <img src={fileAddress(id)} alt={texts.files.picture} loading="lazy" />
          </button>
        ))}
      </Group>
      <Modal opened={shown !== undefined} onClose={close} title={texts.files.picture} size="xl">
        {shown && (
          <Stack gap="sm">
            <img src={fileAddress(shown)} alt={texts.files.picture} className="wholePhoto" />
            {writes && conversation.personId && (
              <AddToDeal personId={conversation.personId} pictureId={shown} done={close} />
            )}
          </Stack>
        )}
      </Modal>
    </>
  );
}

interface AddToDealProps {
  personId: string;
  pictureId: string;
  done: () => void;
}

function AddToDeal({ personId, pictureId, done }: AddToDealProps) {
  const deals = useDealsWith(personId).data?.items ?? [];
  const [dealId, setDeal] = useState<string | null>(null);
  const [line, setLine] = useState<string | null>(null);
  const deal = useDeal(dealId).data;
  const add = useAddToDeal();
  if (deals.length === 0) return null;
  return (
    <>
      {add.problem && <ProblemBanner problem={add.problem} rest={add.problem.faults} />}
      <Group gap="xs" align="flex-end">
        <Select
          flex={1}
          miw={180}
          label={texts.inbox.ofDeal}
          data={deals.map(({ id, date: day, items }) => ({ value: id, label: `${date(day)} · ${items}` }))}
          value={dealId}
          onChange={(value) => {
            setDeal(value);
            setLine(null);
          }}
        />
        <Select
          flex={1}
          miw={180}
          label={texts.inbox.ofLine}
          disabled={!deal}
          data={deal?.lines.map(({ line: number, item }) => ({ value: String(number), label: item })) ?? []}
          value={line}
          onChange={setLine}
        />
        <Button
          variant="default"
          leftSection={<IconPhotoPlus size={16} aria-hidden />}
          disabled={!deal || line === null}
          loading={add.pending}
          onClick={() => {
            if (deal && line !== null) {
              add.run({ deal, line: Number(line), pictureId }, () => {
                tell(texts.photos.added(1));
                done();
              });
            }
          }}
        >
          {texts.inbox.addToDeal}
        </Button>
      </Group>
    </>
  );
}
