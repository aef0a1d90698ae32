import { Text } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { address } from '../../api/client';
import type { Item } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { Amount } from '../../shared/figures';
import { DateInput } from '../../shared/form/inputs';
import { boxes, date, number } from '../../shared/format';
import type { Column } from '../../shared/list/DataTable';
import { ListScreen } from '../../shared/list/ListScreen';
import { PAGE_SIZE } from '../../shared/list/search';
import { texts } from '../../texts';
import { useCompliance } from './queries';

type Purchase = Item<'/api/compliance'>;

const complianceColumns: Column<Purchase>[] = [
  {
    id: 'customerName',
    header: texts.deals.person,
    sortable: true,
    cell: (purchase) => (
      <Link to="/deals/$dealId" params={{ dealId: purchase.dealId }} className="rowLink">
        {purchase.customerName}
      </Link>
    ),
  },
  {
    id: 'acceptedOn',
    header: texts.deal.acceptedOn,
    sortable: true,
    cell: (purchase) => <span className="figures">{date(purchase.acceptedOn)}</span>,
  },
  { id: 'attestation', header: texts.deal.attestation, cell: (purchase) => purchase.attestationVersion },
  {
    id: 'acceptedBy',
    header: texts.quoteReports.acceptedBy,
    cell: (purchase) => texts.quoteReports.acceptedByWords[purchase.acceptedBy],
  },
  { id: 'items', header: texts.deals.items, cell: (purchase) => <span className="clip">{purchase.items}</span> },
  { id: 'boxes', header: texts.deals.boxes, right: true, cell: (purchase) => number(purchase.boxes) },
  {
    id: 'agreed',
    header: texts.quoteReports.boughtFor,
    right: true,
    cell: (purchase) => (purchase.agreed ? <Amount value={purchase.agreed} /> : texts.common.none),
  },
];

const complianceRoute = getRouteApi('/signed-in/reports/compliance');

/** What was bought from whom, and what did they confirm? */
export function ComplianceScreen() {
  const search = complianceRoute.useSearch();
  const navigate = complianceRoute.useNavigate();
  const filters = {
    search: search.search,
    from: search.from,
    to: search.to,
    sort: search.sort ?? '-acceptedOn',
  };
  const list = useCompliance({ ...filters, page: search.page ?? 0, size: search.size ?? PAGE_SIZE });
  const show = (change: Partial<typeof search>) => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };
  return (
    <ListScreen
      name="compliance"
      title={texts.quoteReports.compliance}
      lead={texts.quoteReports.complianceLead}
      columns={complianceColumns}
      list={list}
      search={search}
      defaultSort="-acceptedOn"
      onSearch={show}
      rowKey={(purchase) => purchase.dealId}
      card={(purchase) => (
        <>
          <div className="cardRow">
            <Link to="/deals/$dealId" params={{ dealId: purchase.dealId }} className="rowLink">
              {purchase.customerName}
            </Link>
            <Text size="sm">{date(purchase.acceptedOn)}</Text>
          </div>
          <Text size="sm" c="dimmed">
            {[
              boxes(purchase.boxes),
              `${texts.deal.attestation} ${purchase.attestationVersion}`,
              texts.quoteReports.acceptedByWords[purchase.acceptedBy],
            ].join(' · ')}
          </Text>
        </>
      )}
      csv={address('/api/compliance.csv', {}, filters)}
      searchHint={texts.deals.searchHint}
      filtered={Boolean(search.search ?? search.from ?? search.to)}
      onClear={() => void navigate({ search: {} })}
      filters={
        <>
          <DateInput
            w={{ sm: 140 }}
            label={texts.list.from}
            value={search.from ?? ''}
            onChange={(event) => {
              show({ from: event.currentTarget.value || undefined, page: undefined });
            }}
          />
          <DateInput
            w={{ sm: 140 }}
            label={texts.list.to}
            value={search.to ?? ''}
            onChange={(event) => {
              show({ to: event.currentTarget.value || undefined, page: undefined });
            }}
          />
        </>
      }
      empty={<Empty picture="page" title={texts.quoteReports.emptyTitle} text={texts.quoteReports.complianceEmpty} />}
    />
  );
}
