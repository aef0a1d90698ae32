import { ActionIcon, Button, Group, Input, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { addMonths, month, monthName } from '../../shared/format';
import { texts } from '../../texts';

interface MonthPadProps {
  /** `2026-11`, or nothing yet. */
  value: string;
  onChange: (value: string) => void;
  today: string;
  error?: ReactNode;
}

const YEARS_AHEAD = 6;

/** Boxes with fewer months are hardly ever bought, so late in a year the pad opens at the next. */
const USUALLY_LEFT = 3;

/** The month printed on a box, in one or two taps. Months that have passed can't be picked: expired goods are refused. */
export function MonthPad({ value, onChange, today, error }: MonthPadProps) {
  const thisMonth = today.slice(0, 7);
  const thisYear = Number(today.slice(0, 4));
  const [year, setYear] = useState(() => Number((value || addMonths(thisMonth, USUALLY_LEFT)).slice(0, 4)));
  return (
    <Input.Wrapper error={error}>
      <Group gap="xs" mb={6} wrap="nowrap">
        <Input.Label labelElement="div" mr="auto">
          {texts.quote.expiry}
        </Input.Label>
        <ActionIcon
          variant="default"
          size={32}
          aria-label={texts.quote.earlierYear}
          disabled={year <= thisYear}
          onClick={() => {
            setYear(year - 1);
          }}
        >
          <IconChevronLeft size={16} aria-hidden />
        </ActionIcon>
        <Text fw={600} className="figures" aria-live="polite">
          {year}
        </Text>
        <ActionIcon
          variant="default"
          size={32}
          aria-label={texts.quote.laterYear}
          disabled={year >= thisYear + YEARS_AHEAD}
          onClick={() => {
            setYear(year + 1);
          }}
        >
          <IconChevronRight size={16} aria-hidden />
        </ActionIcon>
      </Group>
      <div className="monthPad" role="group" aria-label={texts.quote.expiryGroup}>
        {Array.from({ length: 12 }, (_, index) => {
          const iso = `${String(year)}-${String(index + 1).padStart(2, '0')}`;
          return (
            <Button
              key={iso}
              variant={iso === value ? 'filled' : 'default'}
              px={0}
              aria-label={month(iso)}
              aria-pressed={iso === value}
              disabled={iso < thisMonth}
              onClick={() => {
                onChange(iso);
              }}
            >
              {monthName(index + 1)}
            </Button>
          );
        })}
      </div>
    </Input.Wrapper>
  );
}
