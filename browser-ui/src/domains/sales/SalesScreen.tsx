import { Group, SegmentedControl } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ButtonLink } from '../../shared/links';
import { Screen } from '../../shared/Screen';
import { texts } from '../../texts';
import { SalesBoard } from './SalesBoard';
import { SalesList } from './SalesList';
import { Owed } from './Owed';

const route = getRouteApi('/signed-in/sales');

type View = keyof typeof texts.sales.views;

/** What went to whom, and what is still to come. */
export function SalesScreen() {
  const { view = 'list' } = route.useSearch();
  const actions = <SalesActions view={view} />;
  if (view === 'list') return <SalesList actions={actions} />;
  return (
    <Screen title={view === 'owed' ? texts.receivables.title : texts.sales.title} actions={actions}>
      {view === 'board' ? <SalesBoard /> : <Owed />}
    </Screen>
  );
}

function SalesActions({ view }: { view: View }) {
  const navigate = useNavigate();
  return (
    <Group gap="xs">
      <SegmentedControl
        aria-label={texts.sales.viewsLabel}
        value={view}
        data={Object.entries(texts.sales.views).map(([value, label]) => ({ value, label }))}
        onChange={(next) => {
          void navigate({ to: '/sales', search: next === 'board' || next === 'owed' ? { view: next } : {} });
        }}
      />
      <ButtonLink to="/sales/new">{texts.sales.newSale}</ButtonLink>
    </Group>
  );
}
