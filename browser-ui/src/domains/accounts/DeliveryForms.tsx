import { SegmentedControl, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { CommandForm } from '../../shared/form/CommandForm';
import { clock } from '../../shared/format';
import { tell } from '../../shared/notices';
import { texts } from '../../texts';
import { useRescheduleDeliveries, useScheduleDeliveries, type DeliveryBody, type DeliverySchedule } from './commands';

const RHYTHMS: DeliveryBody['rhythm'][] = ['DAILY', 'WEEKLY', 'MONTHLY'];
const WEEKDAYS = Object.keys(texts.deliveries.weekdays) as (keyof typeof texts.deliveries.weekdays)[];
const DAYS = Array.from({ length: 31 }, (_, index) => String(index + 1));
const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: clock(`${String(hour)}:00`) }));
const MORNING = '7';

interface Values extends Record<string, unknown> {
  name: string;
  list: string;
  format: string;
  sinceLast: boolean;
  rhythm: string;
  weekday: string;
  dayOfMonth: string;
  hour: string;
}

function body(values: Values): DeliveryBody {
  return {
    name: values.name.trim(),
    list: values.list.trim(),
    format: values.format as DeliveryBody['format'],
    sinceLast: values.sinceLast,
    rhythm: values.rhythm as DeliveryBody['rhythm'],
    hour: Number(values.hour),
    ...(values.rhythm === 'WEEKLY' ? { weekday: values.weekday as (typeof WEEKDAYS)[number] } : {}),
    ...(values.rhythm === 'MONTHLY' ? { dayOfMonth: Number(values.dayOfMonth) } : {}),
  };
}

export function ScheduleDeliveries({ list, name, close }: { list: string; name: string; close: () => void }) {
  const schedule = useScheduleDeliveries();
  return (
    <Plan
      initial={{
        name,
        list,
        format: 'CSV',
        sinceLast: false,
        rhythm: 'WEEKLY',
        weekday: 'MONDAY',
        dayOfMonth: '1',
        hour: MORNING,
      }}
      command={schedule}
      onCancel={close}
      onSubmit={(values) => {
        schedule.run(body(values), () => {
          close();
          tell(texts.deliveries.made);
        });
      }}
    />
  );
}

export function ChangeDeliveries({ schedule, close }: { schedule: DeliverySchedule; close: () => void }) {
  const change = useRescheduleDeliveries();
  return (
    <Plan
      initial={{
        name: schedule.name,
        list: schedule.list,
        format: schedule.format,
        sinceLast: schedule.sinceLast,
        rhythm: schedule.rhythm,
        weekday: schedule.weekday ?? 'MONDAY',
        dayOfMonth: String(schedule.dayOfMonth ?? 1),
        hour: String(schedule.hour),
      }}
      command={change}
      onCancel={close}
      onSubmit={(values) => {
        change.run({ schedule, body: body(values) }, () => {
          close();
          tell(texts.deliveries.changed);
        });
      }}
    />
  );
}

interface PlanProps {
  initial: Values;
  command: Pick<ReturnType<typeof useScheduleDeliveries>, 'problem' | 'pending'>;
  onSubmit: (values: Values) => void;
  onCancel: () => void;
}

function Plan({ initial, command, onSubmit, onCancel }: PlanProps) {
  const form = useForm<Values>({
    initialValues: initial,
    validate: {
      name: (value) => (value.trim() ? null : texts.common.required(texts.deliveries.name)),
    },
  });
  const { rhythm } = form.getValues();
  return (
    <CommandForm
      form={form}
      problem={command.problem}
      pending={command.pending}
      submit={texts.common.save}
      onCancel={onCancel}
      onSubmit={onSubmit}
    >
      <TextInput label={texts.deliveries.name} maxLength={60} data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label={texts.deliveries.list}
        description={texts.deliveries.listHint}
        autoComplete="off"
        {...form.getInputProps('list')}
      />
      <Stack gap={4}>
        <Text size="sm" fw={600}>
          {texts.deliveries.often}
        </Text>
        <SegmentedControl
          aria-label={texts.deliveries.often}
          data={RHYTHMS.map((value) => ({ value, label: texts.deliveries.rhythms[value] }))}
          fullWidth
          {...form.getInputProps('rhythm')}
        />
      </Stack>
      {rhythm === 'WEEKLY' && (
        <Select
          label={texts.deliveries.weekday}
          data={WEEKDAYS.map((value) => ({ value, label: texts.deliveries.weekdays[value] }))}
          allowDeselect={false}
          {...form.getInputProps('weekday')}
        />
      )}
      {rhythm === 'MONTHLY' && (
        <Select
          label={texts.deliveries.dayOfMonth}
          description={texts.deliveries.dayHint}
          data={DAYS}
          allowDeselect={false}
          {...form.getInputProps('dayOfMonth')}
        />
      )}
      <Select label={texts.deliveries.hour} data={HOURS} allowDeselect={false} {...form.getInputProps('hour')} />
      <Select
        label={texts.deliveries.format}
        data={(['CSV', 'NDJSON'] as const).map((value) => ({ value, label: texts.deliveries.formats[value] }))}
        allowDeselect={false}
        {...form.getInputProps('format')}
      />
      <Switch
        label={texts.deliveries.sinceLast}
        description={texts.deliveries.sinceLastHint}
        {...form.getInputProps('sinceLast', { type: 'checkbox' })}
      />
    </CommandForm>
  );
}
