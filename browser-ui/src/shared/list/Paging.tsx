import { Group, Pagination, Select, Text } from '@mantine/core';
import type { Page } from '../../api/types';
import { texts } from '../../texts';
import { PAGE_SIZE, type ListSearch } from './search';

/** Which rows are shown of how many, and the way to the others. */
export function Paging<Row>({ page, onSearch }: { page: Page<Row>; onSearch: (change: Partial<ListSearch>) => void }) {
  const first = page.page * page.size + 1;
  const pages = Math.ceil(page.total / page.size);
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm" c="dimmed" className="figures" role="status">
        {texts.list.range(first, first + page.items.length - 1, page.total)}
      </Text>
      <Group gap="sm">
        {pages > 1 && (
          <Pagination
            total={pages}
            value={page.page + 1}
            size="sm"
            siblings={1}
            onChange={(next) => {
              onSearch({ page: next === 1 ? undefined : next - 1 });
              window.scrollTo({ top: 0 });
            }}
            getControlProps={(control) =>
              control === 'previous'
                ? { 'aria-label': texts.list.previous }
                : control === 'next'
                  ? { 'aria-label': texts.list.next }
                  : {}
            }
          />
        )}
        {page.total > 25 && (
          <Select
            aria-label={texts.list.size}
            size="xs"
            w={76}
            allowDeselect={false}
            data={['25', '50', '100', '200']}
            value={String(page.size)}
            onChange={(value) => {
              const size = Number(value);
              onSearch({ size: size === PAGE_SIZE ? undefined : size, page: undefined });
            }}
          />
        )}
      </Group>
    </Group>
  );
}
