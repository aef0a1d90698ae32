import { SegmentedControl } from '@mantine/core';
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
  const views = <SalesViews view={view} />;
  const actions = <ButtonLink to="/sales/new">{texts.sales.newSale}</ButtonLink>;
  if (view === 'list') return <SalesList views={views} actions={actions} />;
  return (
    <Screen title={view === 'owed' ? texts.receivables.title : texts.sales.title} views={views} actions={actions}>
      {view === 'board' ? <SalesBoard /> : <Owed />}
    </Screen>
  );
}

function SalesViews({ view }: { view: View }) {
  const navigate = useNavigate();
  return (
    <SegmentedControl
      aria-label={texts.sales.viewsLabel}
      value={view}
      data={Object.entries(texts.sales.views).map(([value, label]) => ({ value, label }))}
      onChange={(next) => {
        void navigate({ to: '/sales', search: next === 'board' || next === 'owed' ? { view: next } : {} });
      }}
    />
  );
}
