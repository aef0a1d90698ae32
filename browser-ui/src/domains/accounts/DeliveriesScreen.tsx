import { Alert, Anchor, Badge, Button, Group, Menu, Modal, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { address } from '../../api/client';
import { AreYouSure } from '../../shared/form/AreYouSure';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { moment, number, size } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { tell } from '../../shared/notices';
import { Loaded, Screen, Section } from '../../shared/Screen';
import { useBusiness, useMay } from '../../shared/session';
import { texts } from '../../texts';
import {
  useDeliverNow,
  usePauseDeliveries,
  useRemoveDeliverySchedule,
  useResumeDeliveries,
  type DeliverySchedule,
} from './commands';
import { ChangeDeliveries, ScheduleDeliveries } from './DeliveryForms';
import { useDeliveries, useDeliverySchedules, type Delivery } from './queries';

const COLORS: Record<Delivery['stage'], string> = { MAKING: 'blue', READY: 'green', EXPIRED: 'gray', FAILED: 'red' };
const route = getRouteApi('/signed-in/settings/deliveries');

/** What is delivered by itself, and did it come? */
export function DeliveriesScreen() {
  const { list, name } = route.useSearch();
  const navigate = route.useNavigate();
  const schedules = useDeliverySchedules();
  const writes = useMay('write');
  const close = () => {
    void navigate({ search: {}, replace: true });
  };
  return (
    <Screen
      title={texts.deliveries.title}
      lead={texts.deliveries.lead}
      above={
        <AnchorLink to="/settings" size="sm">
          {texts.members.back}
        </AnchorLink>
      }
    >
      <Loaded query={schedules}>
        {(all) =>
          all.length === 0 ? (
            <Section title={texts.deliveries.title}>
              <Text c="dimmed" size="sm">
                {texts.deliveries.none}
              </Text>
            </Section>
          ) : (
            <Stack gap="md">
              {all.map((schedule) => (
                <Schedule key={schedule.id} schedule={schedule} writes={writes} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      <Modal opened={writes && list !== undefined} onClose={close} title={texts.deliveries.make}>
        {list !== undefined && <ScheduleDeliveries list={list} name={name ?? ''} close={close} />}
      </Modal>
    </Screen>
  );
}

type Step = 'change' | 'history' | 'remove';

function Schedule({ schedule, writes }: { schedule: DeliverySchedule; writes: boolean }) {
  const { timeZone } = useBusiness();
  const [step, setStep] = useState<Step>();
  const deliver = useDeliverNow();
  const pause = usePauseDeliveries();
  const resume = useResumeDeliveries();
  const problem = deliver.problem ?? pause.problem ?? resume.problem;
  const close = () => {
    setStep(undefined);
  };
  const { last } = schedule;
  return (
    <Section
      title={schedule.name}
      aside={
        schedule.paused && (
          <Badge variant="light" color="gray" tt="none">
            {texts.deliveries.paused}
          </Badge>
        )
      }
    >
      <Stack gap="sm">
        {problem && <ProblemBanner problem={problem} />}
        <div>
          <Text size="sm">
            {texts.deliveries.when(schedule)} · {texts.deliveries.formats[schedule.format]} ·{' '}
            {schedule.sinceLast ? texts.deliveries.changes : texts.deliveries.whole}
          </Text>
          <Anchor href={schedule.list} size="xs" download style={{ overflowWrap: 'anywhere' }}>
            {schedule.list}
          </Anchor>
          {schedule.nextAt && (
            <Text size="xs" c="dimmed">
              {texts.deliveries.next(moment(schedule.nextAt, timeZone))}
            </Text>
          )}
        </div>
        {last && <Outcome delivery={last} />}
        <Group gap="xs">
          {writes && (
            <Button
              size="compact-sm"
              variant="default"
              loading={deliver.pending || last?.stage === 'MAKING'}
              onClick={() => {
                deliver.run(schedule);
              }}
            >
              {texts.deliveries.now}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              setStep('history');
            }}
          >
            {texts.deliveries.history}
          </Button>
          {writes && (
            <Menu position="bottom-end" withinPortal>
              <Menu.Target>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={texts.deliveries.more(schedule.name)}
                  rightSection={<IconChevronDown size={14} aria-hidden />}
                >
                  {texts.bulk.moreSteps}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  onClick={() => {
                    setStep('change');
                  }}
                >
                  {texts.deliveries.change}
                </Menu.Item>
                <Menu.Item
                  onClick={() => {
                    (schedule.paused ? resume : pause).run(schedule, () => {
                      tell(schedule.paused ? texts.deliveries.resumed : texts.deliveries.pausedNow);
                    });
                  }}
                >
                  {schedule.paused ? texts.deliveries.resume : texts.deliveries.pause}
                </Menu.Item>
                <Menu.Item
                  color="red"
                  onClick={() => {
                    setStep('remove');
                  }}
                >
                  {texts.deliveries.remove}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
      </Stack>
      <Modal opened={step === 'change'} onClose={close} title={texts.deliveries.change}>
        <ChangeDeliveries schedule={schedule} close={close} />
      </Modal>
      <Modal opened={step === 'history'} onClose={close} title={schedule.name}>
        <History id={schedule.id} />
      </Modal>
      <Modal opened={step === 'remove'} onClose={close} title={texts.deliveries.removeAsk(schedule.name)}>
        <Remove schedule={schedule} close={close} />
      </Modal>
    </Section>
  );
}

function Remove({ schedule, close }: { schedule: DeliverySchedule; close: () => void }) {
  const remove = useRemoveDeliverySchedule();
  return (
    <AreYouSure
      problem={remove.problem}
      pending={remove.pending}
      explained={texts.deliveries.removeText}
      submit={texts.deliveries.remove}
      onBack={close}
      onSubmit={() => {
        remove.run(schedule, () => {
          close();
          tell(texts.deliveries.removed);
        });
      }}
    />
  );
}

function History({ id }: { id: string }) {
  const deliveries = useDeliveries(id);
  return (
    <Loaded query={deliveries}>
      {(all) =>
        all.length === 0 ? (
          <Text c="dimmed" size="sm">
            {texts.deliveries.noneYet}
          </Text>
        ) : (
          <Stack gap="md">
            {all.map((delivery) => (
              <Outcome key={delivery.id} delivery={delivery} />
            ))}
          </Stack>
        )
      }
    </Loaded>
  );
}

/** How one delivery went, and its file. */
function Outcome({ delivery }: { delivery: Delivery }) {
  const { timeZone } = useBusiness();
  const facts = [
    delivery.rows === undefined
      ? undefined
      : delivery.whole
        ? texts.deliveries.rows(delivery.rows)
        : texts.deliveries.changedRows(delivery.rows),
    delivery.bytes === undefined ? undefined : size(delivery.bytes),
    delivery.stage === 'READY' && delivery.goodUntil
      ? texts.exports.until(moment(delivery.goodUntil, timeZone))
      : undefined,
    delivery.position === undefined ? undefined : texts.deliveries.position(number(delivery.position)),
  ].filter(Boolean);
  return (
    <Stack gap={4}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Text size="sm" className="figures">
            {moment(delivery.dueAt ?? delivery.askedAt, timeZone)}
          </Text>
          <Badge variant="light" color={COLORS[delivery.stage]} tt="none">
            {texts.deliveries.stages[delivery.stage]}
          </Badge>
        </Group>
        {delivery.stage === 'READY' && (
          <Button
            component="a"
            href={address('/api/deliveries/{id}/file', { id: delivery.id })}
            download
            size="compact-sm"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {texts.exports.collect}
          </Button>
        )}
      </Group>
      {facts.length > 0 && (
        <Text size="xs" c="dimmed">
          {facts.join(' · ')}
        </Text>
      )}
      {delivery.failure && (
        <Alert color="red" variant="light" p="xs">
          <Text size="sm">{texts.deliveries.failures[delivery.failure]}</Text>
        </Alert>
      )}
    </Stack>
  );
}
