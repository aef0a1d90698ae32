import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Amount } from '../../shared/figures';
import { money } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { Screen } from '../../shared/Screen';
import { texts } from '../../texts';
import type { Deal } from './commands';
import { countText, foundText, quotedText, type Inspected, type Line } from './dealLines';
import { PriceWhy } from './PriceWhy';
import { FindingsEditor } from './FindingsEditor';
import { LinePhotos } from './LinePhotos';

export function Frame({ deal, children }: { deal: Deal; children: React.ReactNode }) {
  return (
    <Screen
      title={texts.deal.inspectTitle}
      lead={texts.deal.inspectLead(deal.customerName)}
      above={
        <AnchorLink to="/deals/$dealId" params={{ dealId: deal.id }} size="sm">
          {deal.customerName}
        </AnchorLink>
      }
    >
      <Stack className="inspection">{children}</Stack>
    </Screen>
  );
}

interface LinesProps {
  deal: Deal;
  lines: Line[];
  locked: boolean;
  pending: boolean;
  onInspect: (body: Inspected, then: () => void) => void;
}

export function Lines({ deal, lines, locked, pending, onInspect }: LinesProps) {
  const [edited, setEdited] = useState<number>();
  const done = () => {
    setEdited(undefined);
  };
  const next = Math.max(...lines.map((line) => line.line), 0) + 1;
  return (
    <>
      {lines.map((line) => (
        <Paper key={line.line} withBorder radius="md" p="md" component="section" aria-label={line.item}>
          {edited === line.line ? (
            <FindingsEditor
              line={line}
              number={line.line}
              pending={pending}
              onCancel={done}
              onSave={(body) => {
                onInspect(body, done);
              }}
            />
          ) : (
            <LineCard
              deal={deal}
              line={line}
              locked={locked}
              pending={pending}
              onAsQuoted={() => {
                onInspect(asQuoted(line), done);
              }}
              onEdit={() => {
                setEdited(line.line);
              }}
            />
          )}
        </Paper>
      ))}
      {!locked &&
        (edited === next ? (
          <Paper withBorder radius="md" p="md" component="section" aria-label={texts.deal.besides}>
            <FindingsEditor
              line={undefined}
              number={next}
              pending={pending}
              onCancel={done}
              onSave={(body) => {
                onInspect(body, done);
              }}
            />
          </Paper>
        ) : (
          <Button
            variant="subtle"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              setEdited(next);
            }}
          >
            {texts.deal.besides}
          </Button>
        ))}
      {deal.requoteRemark && (
        <Text size="sm" c="dimmed">
          {deal.requoteRemark}
        </Text>
      )}
    </>
  );
}

interface LineCardProps {
  deal: Deal;
  line: Line;
  locked: boolean;
  pending: boolean;
  onAsQuoted: () => void;
  onEdit: () => void;
}

function LineCard({ deal, line, locked, pending, onAsQuoted, onEdit }: LineCardProps) {
  const count = countText(line);
  return (
    <Stack gap="xs">
      <div className="cardRow">
        <Text fw={600}>{line.item}</Text>
        {line.quoted && <Amount value={line.quoted.total} />}
      </div>
      <Text size="sm" c="dimmed">
        {`${texts.deal.quotedAs}: ${quotedText(line.quoted)}`}
      </Text>
      <PriceWhy label={texts.deal.whyQuoted} why={line.quoted?.why} />
      {line.inspected ? (
        <>
          {line.found.length === 0 && (
            <Text size="sm" className="differs">
              {texts.deal.nothingFound}
            </Text>
          )}
          {line.found.map((boxes) => (
            <div key={boxes.number} className="cardRow">
              <Text size="sm" className={boxes.difference ? 'differs' : 'gain'}>
                {`${texts.deal.foundAs}: ${foundText(boxes)}`}
              </Text>
              <Amount value={boxes.total} />
            </div>
          ))}
          {count && line.found.length > 0 && (
            <Text size="sm" className="differs">
              {count}
            </Text>
          )}
          {line.remark && (
            <Text size="sm" fs="italic">
              {line.remark}
            </Text>
          )}
        </>
      ) : (
        <Badge variant="light" color="gray" radius="sm" tt="none">
          {texts.deal.notInspected}
        </Badge>
      )}
      {deal.lines.some((known) => known.line === line.line) && <LinePhotos deal={deal} line={line} />}
      {!locked && (
        <Group grow>
          {line.quoted && (
            <Button
              size="lg"
              px="xs"
              variant={line.inspected ? 'default' : 'filled'}
              disabled={pending}
              onClick={onAsQuoted}
              aria-label={`${texts.deal.asQuoted}: ${line.item}`}
            >
              {texts.deal.asQuoted}
            </Button>
          )}
          <Button
            size="lg"
            px="xs"
            variant="default"
            onClick={onEdit}
            aria-label={`${texts.deal.different}: ${line.item}`}
          >
            {texts.deal.different}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** Always in sight: what it comes to, and the next step. */
export function Bar({ total, deal, children }: { total: Deal['quoted']; deal: Deal; children: React.ReactNode }) {
  return (
    <Paper withBorder radius="md" p="md" className="inspectionBar">
      <Group justify="space-between">
        <div aria-live="polite">
          <Text size="sm" c="dimmed">
            {texts.deal.newTotal}
          </Text>
          <Text size="xl" fw={650} className={total.minor < deal.quoted.minor ? 'figures differs' : 'figures'}>
            {money(total)}
          </Text>
          {total.minor !== deal.quoted.minor && (
            <Text size="sm" c="dimmed" className="figures">
              {texts.deal.quotedTotal(money(deal.quoted))}
            </Text>
          )}
        </div>
        <Group gap="xs">{children}</Group>
      </Group>
    </Paper>
  );
}

function asQuoted({ line, quoted }: Line): Inspected {
  return {
    line,
    found: quoted?.unitPrice
      ? [
          {
            expiry: quoted.expiry,
            grade: quoted.grade,
            quantity: quoted.quantity,
            unitPrice: quoted.unitPrice,
            outcome: 'STOCK',
          },
        ]
      : [],
  };
}
