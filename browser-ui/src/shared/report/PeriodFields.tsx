import { Select } from '@mantine/core';
import { texts } from '../../texts';
import { DateInput } from '../form/inputs';
import { nameOf, period, PERIODS, type PeriodName } from './periods';

interface PeriodFieldsProps {
  search: { from?: string; to?: string };
  today: string;
  show: (change: { from: string | undefined; to: string | undefined }) => void;
}

/** The days that a report looks at: by a name, or each end of them. */
export function PeriodFields({ search, today, show }: PeriodFieldsProps) {
  const named = nameOf(search, today);
  const choices: { value: string; label: string }[] = PERIODS.map((name) => ({
    value: name,
    label: texts.reports.periods[name],
  }));
  if (!named) choices.push({ value: 'own', label: texts.reports.ownPeriod });
  return (
    <>
      <Select
        label={texts.reports.period}
        data={choices}
        value={named ?? 'own'}
        allowDeselect={false}
        onChange={(value) => {
          if (value && value !== 'own') {
            const { from, to } = period(value as PeriodName, today);
            show({ from, to });
          }
        }}
        flex="1 1 130px"
        maw={{ sm: 160 }}
      />
      <DateInput
        label={texts.list.from}
        value={search.from ?? ''}
        onChange={(event) => {
          show({ from: event.currentTarget.value || undefined, to: search.to });
        }}
        flex="1 1 130px"
        maw={{ sm: 150 }}
      />
      <DateInput
        label={texts.list.to}
        value={search.to ?? ''}
        onChange={(event) => {
          show({ from: search.from, to: event.currentTarget.value || undefined });
        }}
        flex="1 1 130px"
        maw={{ sm: 150 }}
      />
    </>
  );
}
