import { Paper, Stack, Text, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { address } from '../../api/client';
import { boxes, date, month } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { CsvMenu } from '../../shared/list/CsvMenu';
import { Paging } from '../../shared/list/Paging';
import { Loaded, Screen, SkeletonLines } from '../../shared/Screen';
import { texts } from '../../texts';
import { useTraced } from './queries';

const route = getRouteApi('/signed-in/stock/recall');

/** Who has the boxes of a lot number, and from whom did they come? */
export function RecallScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, type] = useState(search.lotNumber ?? '');
  const { lotNumber, page, size } = search;
  const asked = lotNumber ? { lotNumber } : {};
  const traced = useTraced({ ...asked, ...(page ? { page } : {}), ...(size ? { size } : {}) });
  const show = (change: object) => {
    void navigate({ search: (before) => ({ ...before, page: undefined, ...change }), replace: true });
  };
  return (
    <Screen
      title={texts.custody.recall}
      lead={texts.custody.recallLead}
      above={
        <AnchorLink to="/stock" size="sm">
          {texts.stock.title}
        </AnchorLink>
      }
      views={<CsvMenu href={address('/api/custody.csv', {}, asked)} name={texts.custody.recall} />}
    >
      <TextInput
        label={texts.custody.lotNumber}
        value={typed}
        maw={320}
        onChange={(event) => {
          type(event.currentTarget.value);
          show({ lotNumber: event.currentTarget.value.trim() || undefined });
        }}
      />
      <Loaded query={traced} skeleton={<SkeletonLines />}>
        {(found) => (
          <Stack gap="sm" className={traced.isPlaceholderData ? 'renewing' : ''}>
            <Paper withBorder radius="md" p="md">
              {found.items.length === 0 ? (
                <Text size="sm" c="dimmed">
                  {texts.custody.noneFound}
                </Text>
              ) : (
                <ul className="rows">
                  {found.items.map((row) => (
                    <li key={`${row.lotId} ${row.saleId ?? ''}`}>
                      <div className="cardRow">
                        <AnchorLink to="/stock/$lotId/custody" params={{ lotId: row.lotId }} fw={550}>
                          {row.item}
                        </AnchorLink>
                        <span className="figures">{boxes(row.boxes)}</span>
                      </div>
                      <Text size="sm" c="dimmed" component="div" style={{ overflowWrap: 'anywhere' }}>
                        {[row.lotNumber, month(row.expiry)].filter(Boolean).join(' · ')} ·{' '}
                        <AnchorLink to="/deals/$dealId" params={{ dealId: row.dealId }} size="sm">
                          {texts.custody.boughtFrom(row.customerName || texts.custody.forgotten)}
                        </AnchorLink>
                        {' → '}
                        {row.saleId ? (
                          <AnchorLink to="/sales/$saleId" params={{ saleId: row.saleId }} size="sm">
                            {row.buyer}
                          </AnchorLink>
                        ) : (
                          texts.custody.onHand
                        )}
                        {row.soldOn && ` · ${date(row.soldOn)}`}
                      </Text>
                    </li>
                  ))}
                </ul>
              )}
            </Paper>
            <Paging page={found} onSearch={show} />
          </Stack>
        )}
      </Loaded>
    </Screen>
  );
}
