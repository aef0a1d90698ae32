import { Badge, Button, Group, Modal, NumberInput, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconMessages } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { CommandForm } from '../../shared/form/CommandForm';
import { money, moment } from '../../shared/format';
import { tell } from '../../shared/notices';
import { Loaded, SkeletonLines } from '../../shared/Screen';
import { useSession } from '../../shared/session';
import { texts } from '../../texts';
import { useStartCampaign } from './commands';
import { GapsField } from './GapsField';
import { useCampaignPreview, type CampaignPreview } from './queries';
import { TemplateMenu } from './TemplateMenu';
import { useNarrow } from '../../shared/narrow';

type Previewed = CampaignPreview['texts'][number];

const PACE = 60;
const SHOWN = 25;

interface TextPeopleProps {
  people: { id: string; name: string }[];
}

/** Texts those who are chosen: what is written, what would become of it, and off it goes. */
export function TextPeople({ people }: TextPeopleProps) {
  const [opened, { open, close }] = useDisclosure(false);
  const narrow = useNarrow();
  return (
    <>
      <Button size="compact-sm" variant="default" leftSection={<IconMessages size={14} aria-hidden />} onClick={open}>
        {texts.campaigns.textThem}
      </Button>
      <Modal opened={opened} onClose={close} title={texts.campaigns.one} size="lg" fullScreen={narrow}>
        <Compose people={people} close={close} />
      </Modal>
    </>
  );
}

function Compose({ people, close }: TextPeopleProps & { close: () => void }) {
  const start = useStartCampaign();
  const navigate = useNavigate();
  const form = useForm({ initialValues: { name: '', body: '', perMinute: PACE as number | string } });
  const customerIds = people.map((person) => person.id);
  return (
    <CommandForm
      form={form}
      problem={start.problem}
      pending={start.pending}
      submit={texts.campaigns.start(people.length)}
      onCancel={close}
      onSubmit={({ name, body, perMinute }) => {
        start.run({ name, body, perMinute: Number(perMinute), customerIds }, (made) => {
          tell(texts.campaigns.started);
          void navigate({ to: '/inbox/campaigns/$campaignId', params: { campaignId: made.id } });
        });
      }}
    >
      <TextInput
        label={texts.campaigns.name}
        description={texts.campaigns.nameHint}
        maxLength={80}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <GapsField form={form} />
      <TemplateMenu
        size="compact-sm"
        style={{ alignSelf: 'flex-start' }}
        pick={(body) => {
          form.setFieldValue('body', body);
        }}
      />
      <NumberInput
        label={texts.campaigns.perMinute}
        description={texts.campaigns.perMinuteHint}
        min={1}
        max={600}
        allowDecimal={false}
        {...form.getInputProps('perMinute')}
      />
      <Preview body={form.values.body.trim()} customerIds={customerIds} />
    </CommandForm>
  );
}

/** What each one would get, and what that costs. */
function Preview({ body, customerIds }: { body: string; customerIds: string[] }) {
  const [settled] = useDebouncedValue(body, 400);
  const preview = useCampaignPreview(settled, customerIds);
  const [shown, setShown] = useState(SHOWN);
  return (
    <Paper withBorder radius="md" p="sm" component="section" aria-label={texts.campaigns.preview}>
      {settled === '' ? (
        <Text size="sm" c="dimmed">
          {texts.campaigns.typeFirst}
        </Text>
      ) : (
        <Loaded query={preview} skeleton={<SkeletonLines lines={3} />}>
          {(data) => (
            <Stack gap="xs">
              <Group justify="space-between" gap="xs" role="status">
                <Text size="sm" fw={600}>
                  {texts.campaigns.foreseenCounts(data.leaving, data.texts.length)}
                </Text>
                <Text size="sm" c="dimmed" className="figures">
                  {texts.campaigns.cost(data.parts, money(data.cost))}
                </Text>
              </Group>
              <ul className="rows" aria-label={texts.campaigns.preview}>
                {data.texts.slice(0, shown).map((text) => (
                  <PreviewedRow key={text.customerId} text={text} />
                ))}
              </ul>
              {data.texts.length > shown && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  onClick={() => {
                    setShown(shown + SHOWN);
                  }}
                >
                  {texts.campaigns.showMore}
                </Button>
              )}
            </Stack>
          )}
        </Loaded>
      )}
    </Paper>
  );
}

const FORESEEN_COLORS: Record<Previewed['foreseen'], string> = {
  LEAVES: 'green',
  WAITS: 'blue',
  BLOCKED: 'red',
  NO_NUMBER: 'gray',
  SAME_NUMBER: 'gray',
  GONE: 'gray',
};

function PreviewedRow({ text }: { text: Previewed }) {
  const { business } = useSession();
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={500}>
          {text.name ?? texts.campaigns.somebody}
        </Text>
        <Badge variant="light" color={FORESEEN_COLORS[text.foreseen]} radius="sm" tt="none">
          {texts.campaigns.foreseen[text.foreseen]}
        </Badge>
      </Group>
      {text.body && (
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {text.body}
        </Text>
      )}
      {text.parts > 0 && (
        <Text size="xs" c="dimmed">
          {texts.campaigns.parts(text.parts)}
          {text.waitsUntil && ` · ${texts.campaigns.heldUntil(moment(text.waitsUntil, business.timeZone))}`}
        </Text>
      )}
      {text.blockedFor.map((reason) => (
        <Text key={reason} size="xs">
          {texts.inbox.blocked[reason]}
        </Text>
      ))}
    </li>
  );
}
