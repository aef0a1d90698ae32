import { Group, Paper, Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { address } from '../../api/client';
import { Empty } from '../../shared/Empty';
import { DateInput } from '../../shared/form/inputs';
import { cellText, type Report } from '../../shared/report/cells';
import { useReport } from '../../shared/report/query';
import { ReportTable } from '../../shared/report/ReportTable';
import { Loaded, Screen, Section } from '../../shared/Screen';
import { useToday } from '../../shared/session';
import { CsvMenu } from '../../shared/list/CsvMenu';
import { texts } from '../../texts';
import { MoneyTabs } from './MoneyTabs';
import { Tile } from '../../shared/Tile';

const BY_BUYER = 'receivables-by-buyer';
const BY_INVOICE = 'receivables';

const route = getRouteApi('/signed-in/money/receivables');

/** Who owes me, how much, and since when? */
export function ReceivablesScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const today = useToday();
  const query = search.to ? { to: search.to } : {};
  const buyers = useReport(BY_BUYER, query);
  const invoices = useReport(BY_INVOICE, query);
  return (
    <Screen title={texts.money.tabs.receivables} lead={texts.receivables.lead} above={<MoneyTabs />}>
      <Group>
        <DateInput
          label={texts.reports.asOf}
          max={today}
          value={search.to ?? today}
          onChange={(event) => {
            const to = event.currentTarget.value;
            void navigate({ search: to && to !== today ? { to } : {}, replace: true });
          }}
        />
      </Group>
      <Loaded query={buyers}>
        {(byBuyer) =>
          byBuyer.rowCount === 0 ? (
            <Paper withBorder radius="md">
              <Empty picture="calm" title={texts.receivables.nothing} text={texts.receivables.nothingHint} />
            </Paper>
          ) : (
            <Stack>
              <Ages report={byBuyer} />
              <Section
                title={texts.receivables.byBuyer}
                aside={<Csv name={texts.receivables.byBuyer} report={BY_BUYER} query={query} />}
              >
                <ReportTable report={byBuyer} />
              </Section>
              <Section
                title={texts.receivables.byInvoice}
                aside={<Csv name={texts.receivables.byInvoice} report={BY_INVOICE} query={query} />}
              >
                <Loaded query={invoices}>{(byInvoice) => <ReportTable report={byInvoice} />}</Loaded>
              </Section>
            </Stack>
          )
        }
      </Loaded>
    </Screen>
  );
}

/** All buyers together, by age. */
function Ages({ report }: { report: Report }) {
  return (
    <div className="ages">
      {report.columns.map(
        ({ id, kind, title }, place) =>
          kind === 'MONEY' && (
            <Tile key={id} label={title} figure={cellText(kind, report.total.cells[place] ?? 0, report.currency)} />
          ),
      )}
    </div>
  );
}

function Csv({ name, report, query }: { name: string; report: string; query: { to?: string } }) {
  return (
    <CsvMenu
      href={address('/api/reports/{report}.csv', { report }, query)}
      name={name}
      size="compact-sm"
      variant="subtle"
    />
  );
}
