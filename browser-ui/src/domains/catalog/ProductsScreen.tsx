import { ActionIcon, Button, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconPencil, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { address } from '../../api/client';
import type { Item } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { number } from '../../shared/format';
import type { Column } from '../../shared/list/DataTable';
import { FOUND_MAX, foundBy } from '../../shared/list/bulk';
import { useChoice } from '../../shared/list/chosen';
import { ListScreen } from '../../shared/list/ListScreen';
import { PAGE_SIZE } from '../../shared/list/search';
import { tell, tellWithUndo } from '../../shared/notices';
import { undoFacts, useTellDone } from '../../shared/undo';
import { texts } from '../../texts';
import { chosenItem, ItemsBar } from './ItemsBar';
import { useRestoreProduct, useRetireProduct } from './commands';
import { PricesTabs } from './PricesTabs';
import { AddProductDialog, EditProductDialog } from './ProductDialogs';
import { useCategories, useProducts } from './queries';

type Product = Item<'/api/products'>;

const DEFAULT_SORT = 'name';

const route = getRouteApi('/signed-in/prices/products');

/** What do we buy and sell? */
export function ProductsScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const categories = useCategories();
  const [adding, setAdding] = useState<string>();
  const [editing, setEditing] = useState<string>();
  const filters = {
    search: search.search,
    category: search.category,
    channel: search.channel,
    retired: search.retired ?? false,
    sort: search.sort ?? DEFAULT_SORT,
  };
  const list = useProducts({ ...filters, page: search.page ?? 0, size: search.size ?? PAGE_SIZE });
  const show = (change: Partial<typeof search>) => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };
  const choice = useChoice(FOUND_MAX);
  const queries = useQueryClient();
  // Here and not in a row: what is retired leaves the list, and its row could say nothing any more.
  const retire = useRetireProduct();
  const restore = useRestoreProduct();
  const tellDone = useTellDone();
  const problem = retire.problem ?? restore.problem;
  const steps: Steps = {
    onEdit: setEditing,
    onRetire: (product) => {
      retire.run(product, (done) => {
        tellWithUndo(texts.catalog.retired(product.name), () => undoFacts(queries, [done.position]));
      });
    },
    onRestore: (product) => {
      restore.run(product, (done) => {
        tellDone(texts.catalog.restored(product.name), done);
      });
    },
  };
  const actions = (product: Product) => <RowActions product={product} steps={steps} />;
  const addButton = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => {
        setAdding('');
      }}
    >
      {texts.catalog.add}
    </Button>
  );

  return (
    <>
      <ListScreen
        name="PRODUCTS"
        title={texts.catalog.title}
        lead={texts.catalog.lead}
        above={<PricesTabs />}
        columns={[
          {
            id: 'name',
            header: texts.catalog.name,
            sortable: true,
            cell: (product) => <Name product={product} />,
          },
          ...columns,
          { id: 'actions', header: '', right: true, cell: actions },
        ]}
        list={list}
        search={search}
        defaultSort={DEFAULT_SORT}
        onSearch={show}
        rowKey={(product) => product.id}
        card={(product) => (
          <>
            <div className="cardRow">
              <Name product={product} />
              {actions(product)}
            </div>
            <Text size="sm" c="dimmed">
              {[product.category, texts.catalog.channels[product.channel], product.code].filter(Boolean).join(' · ')}
            </Text>
          </>
        )}
        csv={address('/api/products.csv', {}, filters)}
        choosing={{ choice, one: chosenItem, label: texts.productsBulk.choose }}
        searchHint={texts.catalog.searchHint}
        filtered={Boolean(search.search ?? search.category ?? search.channel ?? search.retired)}
        onClear={() => void navigate({ search: {} })}
        actions={
          <>
            {problem && <ProblemBanner problem={problem} />}
            {addButton}
          </>
        }
        filters={
          <>
            <Select
              label={texts.catalog.category}
              placeholder={texts.list.all}
              clearable
              data={categories.data ?? []}
              value={search.category ?? null}
              onChange={(value) => {
                show({ category: value ?? undefined, page: undefined });
              }}
              flex="1 1 130px"
              maw={{ sm: 180 }}
            />
            <Select
              label={texts.catalog.channel}
              placeholder={texts.list.all}
              clearable
              data={Object.entries(texts.catalog.channels).map(([value, label]) => ({ value, label }))}
              value={search.channel ?? null}
              onChange={(value) => {
                show({ channel: (value ?? undefined) as typeof search.channel, page: undefined });
              }}
              flex="1 1 130px"
              maw={{ sm: 180 }}
            />
            <SegmentedControl
              aria-label={texts.catalog.retiredFilter}
              data={[
                { value: 'current', label: texts.catalog.current },
                { value: 'retired', label: texts.catalog.retiredFilter },
              ]}
              value={search.retired ? 'retired' : 'current'}
              onChange={(value) => {
                show({ retired: value === 'retired' || undefined, page: undefined });
              }}
            />
          </>
        }
        empty={<Empty picture="box" title={texts.catalog.emptyTitle} text={texts.catalog.empty} step={addButton} />}
      />
      <ItemsBar
        choice={choice}
        found={foundBy('/api/products', filters, list.data?.total, chosenItem)}
        page={list.data?.items ?? []}
        retired={filters.retired}
      />
      <AddProductDialog
        name={adding}
        onClose={() => {
          setAdding(undefined);
        }}
        onDone={() => {
          setAdding(undefined);
          tell(texts.catalog.saved);
        }}
      />
      <EditProductDialog
        product={list.data?.items.find((product) => product.id === editing)}
        onClose={() => {
          setEditing(undefined);
        }}
        onDone={(done) => {
          setEditing(undefined);
          tellDone(texts.catalog.saved, done);
        }}
      />
    </>
  );
}

const columns: Column<Product>[] = [
  {
    id: 'category',
    header: texts.catalog.category,
    sortable: true,
    cell: (product) => product.category ?? texts.common.none,
  },
  {
    id: 'manufacturer',
    header: texts.catalog.manufacturer,
    sortable: true,
    cell: (product) => product.manufacturer ?? texts.common.none,
  },
  {
    id: 'count',
    header: texts.catalog.count,
    sortable: true,
    right: true,
    cell: (product) => (product.count === undefined ? texts.common.none : number(product.count)),
  },
  {
    id: 'code',
    header: texts.catalog.code,
    cell: (product) => <span className="figures">{product.code ?? texts.common.none}</span>,
  },
  {
    id: 'channel',
    header: texts.catalog.channel,
    sortable: true,
    cell: (product) => texts.catalog.channels[product.channel],
  },
];

function Name({ product }: { product: Product }) {
  return (
    <Link to="/prices/products/$productId" params={{ productId: product.id }} className="rowLink">
      {product.name}
    </Link>
  );
}

interface Steps {
  onEdit: (id: string) => void;
  onRetire: (product: Product) => void;
  onRestore: (product: Product) => void;
}

function RowActions({ product, steps }: { product: Product; steps: Steps }) {
  if (product.retired) {
    return (
      <Button
        size="compact-sm"
        variant="light"
        className="above"
        leftSection={<IconArchiveOff size={14} aria-hidden />}
        onClick={() => {
          steps.onRestore(product);
        }}
      >
        {texts.catalog.restore}
      </Button>
    );
  }
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end" className="above">
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={texts.catalog.edit(product.name)}
        onClick={() => {
          steps.onEdit(product.id);
        }}
      >
        <IconPencil size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={`${texts.catalog.retire} ${product.name}`}
        onClick={() => {
          steps.onRetire(product);
        }}
      >
        <IconArchive size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
