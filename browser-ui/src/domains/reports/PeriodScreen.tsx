import { Button, Group, Paper } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Empty } from '../../shared/Empty';
import { DateInput } from '../../shared/form/inputs';
import { ButtonLink } from '../../shared/links';
import { Screen } from '../../shared/Screen';
import { texts } from '../../texts';

interface Period {
  from?: string | undefined;
  to?: string | undefined;
}

interface PeriodScreenProps {
  title: string;
  lead: string;
  csv: string;
  period: Period;
  onPeriod: (change: Period) => void;
  children: ReactNode;
}

/** A report over a period: its filter, its file, its chart and table. */
export function PeriodScreen({ title, lead, csv, period, onPeriod, children }: PeriodScreenProps) {
  return (
    <Screen
      title={title}
      lead={lead}
      actions={
        <Button
          component="a"
          href={csv}
          download
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {texts.list.csv}
        </Button>
      }
    >
      <Group gap="sm">
        <DateInput
          label={texts.list.from}
          value={period.from ?? ''}
          onChange={(event) => {
            onPeriod({ from: event.currentTarget.value || undefined });
          }}
        />
        <DateInput
          label={texts.list.to}
          value={period.to ?? ''}
          onChange={(event) => {
            onPeriod({ to: event.currentTarget.value || undefined });
          }}
        />
      </Group>
      {children}
    </Screen>
  );
}

/** Says that the period is empty, and where quotes come from. */
export function NoQuotes() {
  return (
    <Paper withBorder radius="md">
      <Empty
        picture="chart"
        title={texts.quoteReports.emptyTitle}
        text={texts.quoteReports.empty}
        action={<ButtonLink to="/quote">{texts.palette.newQuote}</ButtonLink>}
      />
    </Paper>
  );
}
