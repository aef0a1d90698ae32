import { Button, Group, Paper, SegmentedControl, Select, Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { address } from '../../api/client';
import type { Answer } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { DateInput } from '../../shared/form/inputs';
import { ButtonLink } from '../../shared/links';
import { PeriodFields } from '../../shared/report/PeriodFields';
import { useReport } from '../../shared/report/query';
import { ReportChart } from '../../shared/report/ReportChart';
import { ReportTable } from '../../shared/report/ReportTable';
import { Loaded, Screen } from '../../shared/Screen';
import { useToday } from '../../shared/session';
import { CsvMenu } from '../../shared/list/CsvMenu';
import { texts } from '../../texts';
import { FileReport } from './FileReport';
import { useReports } from './queries';

type About = Answer<'/api/reports'>[number];

const FIRST = 'profit-by-month';

const route = getRouteApi('/signed-in/reports');

/** Did it pay? */
export function ReportsScreen() {
  const reports = useReports();
  const search = route.useSearch();
  const name = search.report ?? FIRST;
  return (
    <Loaded query={reports}>
      {(all) => {
        const about = all.find((each) => each.name === name) ?? all.find((each) => each.name === FIRST);
        return about && <OneReport key={about.name} about={about} all={all} />;
      }}
    </Loaded>
  );
}

function OneReport({ about, all }: { about: About; all: About[] }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const today = useToday();
  const basis = search.basis && about.bases.includes(search.basis) ? search.basis : undefined;
  const query =
    about.span === 'DAY' ? { to: search.to } : { from: search.from, to: search.to, ...(basis ? { basis } : {}) };
  const report = useReport(about.name, query);
  const show = (change: Partial<typeof search>) => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };
  const params = { report: about.name };
  return (
    <Screen
      title={about.title}
      lead={about.explanation}
      views={
        <>
          <CsvMenu href={address('/api/reports/{report}.csv', params, query)} name={about.title} />
          <FileReport report={about.name} query={query} />
          <ButtonLink to="/reports/filed" variant="subtle" size="sm">
            {texts.filed.title}
          </ButtonLink>
        </>
      }
    >
      <Group gap="xs" align="flex-end" className="reportFilters">
        <Select
          label={texts.reports.report}
          data={grouped(all)}
          value={about.name}
          allowDeselect={false}
          searchable
          onChange={(value) => {
            if (value) show({ report: value === FIRST ? undefined : value });
          }}
          flex="1 1 220px"
          maw={{ sm: 280 }}
        />
        {about.span === 'PERIOD' ? (
          <PeriodFields search={search} today={today} show={show} />
        ) : (
          <DateInput
            label={texts.reports.asOf}
            max={today}
            value={search.to ?? today}
            onChange={(event) => {
              show({ to: event.currentTarget.value || undefined });
            }}
          />
        )}
        {about.bases.length > 1 && (
          <SegmentedControl
            aria-label={texts.reports.basis}
            data={about.bases.map((each) => ({ value: each, label: texts.reports.bases[each] }))}
            value={basis ?? 'ACCRUAL'}
            onChange={(value) => {
              show({ basis: value === 'CASH' ? 'CASH' : undefined });
            }}
          />
        )}
      </Group>
      <Loaded query={report}>
        {(data) =>
          data.rows.length === 0 ? (
            <Paper withBorder radius="md">
              <Empty
                picture="chart"
                title={texts.reports.emptyTitle}
                text={texts.reports.empty}
                action={
                  about.name === FIRST && !search.from && !search.to ? (
                    <ButtonLink to="/imports">{texts.reports.emptyAction}</ButtonLink>
                  ) : (
                    <Button
                      variant="default"
                      onClick={() => {
                        show({ from: undefined, to: undefined });
                      }}
                    >
                      {texts.reports.periods.all}
                    </Button>
                  )
                }
              />
            </Paper>
          ) : (
            <Stack className={report.isPlaceholderData ? 'renewing' : ''}>
              <ReportChart report={data} />
              <ReportTable report={data} />
            </Stack>
          )
        }
      </Loaded>
    </Screen>
  );
}

function grouped(all: About[]) {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const { group, name, title } of all) {
    groups.set(group, [...(groups.get(group) ?? []), { value: name, label: title }]);
  }
  return [...groups].map(([group, items]) => ({ group, items }));
}
