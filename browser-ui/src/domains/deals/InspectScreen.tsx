import { Badge, Button, Group, Modal, Paper, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { newId } from '../../api/client';
import type { Body } from '../../api/types';
import { Amount } from '../../shared/figures';
import { CommandForm, ProblemBanner } from '../../shared/form/CommandForm';
import { MoneyInput } from '../../shared/form/inputs';
import { money, parseMoney, sum } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { tell } from '../../shared/notices';
import { Loaded, Screen, SkeletonLines } from '../../shared/Screen';
import { useBusiness } from '../../shared/session';
import { texts } from '../../texts';
import { useBareStep, useStep, type Deal } from './commands';
import { countText, foundText, lineWorth, quotedText, worth, type Inspected, type Line } from './dealLines';
import { FindingsEditor } from './FindingsEditor';
import { MethodSelect } from './Payouts';
import { useDeal } from './queries';
import { AcceptanceBox, AgreeForm, amountOrNothing, filled, ReasonForm, RequoteForm } from './StepForms';

const route = getRouteApi('/signed-in/deals/$dealId/inspect');

/** Is it what was promised? Line by line; at a meeting all of it is saved at the end, in one step. */
export function InspectScreen() {
  const { dealId } = route.useParams();
  const { meet } = route.useSearch();
  const deal = useDeal(dealId);
  return (
    <Loaded query={deal} skeleton={<SkeletonLines />}>
      {(data) => (meet ? <Meeting key={data.id} deal={data} /> : <Inspection key={data.id} deal={data} />)}
    </Loaded>
  );
}

/** Boxes on the table: each line is saved as it is looked at. */
function Inspection({ deal }: { deal: Deal }) {
  const { currency } = useBusiness();
  const navigate = useNavigate();
  const inspect = useStep('/api/deals/{id}/inspect');
  const rest = useBareStep('/api/deals/{id}/inspect-rest-as-quoted');
  const [dialog, setDialog] = useState<'requote' | 'agree' | 'giveUp'>();
  const close = () => {
    setDialog(undefined);
  };
  const open = deal.state === 'RECEIVED' || deal.state === 'REQUOTED';
  const complete = deal.lines.every((line) => line.inspected);
  const total = sum(
    deal.lines.map((line) => lineWorth(line, currency)),
    currency,
  );
  const less = total.minor < deal.quoted.minor;
  const toDeal = () => void navigate({ to: '/deals/$dealId', params: { dealId: deal.id } });
  const problem = inspect.problem ?? rest.problem;
  return (
    <Frame deal={deal}>
      {problem && <ProblemBanner problem={problem} rest={problem.faults} />}
      <Lines
        deal={deal}
        lines={deal.lines}
        locked={!open}
        pending={inspect.pending}
        onInspect={(body, then) => {
          inspect.run({ deal, body }, () => {
            tell(texts.deal.lineSaved);
            then();
          });
        }}
      />
      <Bar total={total} deal={deal}>
        {open && !complete && (
          <Button
            size="md"
            leftSection={<IconCheck size={18} aria-hidden />}
            loading={rest.pending}
            onClick={() => {
              rest.run(deal);
            }}
          >
            {texts.deal.allAsQuoted}
          </Button>
        )}
        {open && (
          <Button
            size="md"
            variant="default"
            color="red"
            onClick={() => {
              setDialog('giveUp');
            }}
          >
            {texts.deal.giveUp}
          </Button>
        )}
        {open && complete && (
          <Button
            size="md"
            onClick={() => {
              setDialog(less && deal.state === 'RECEIVED' ? 'requote' : 'agree');
            }}
          >
            {less && deal.state === 'RECEIVED' ? texts.deal.requote : texts.deal.agree}
          </Button>
        )}
        {!open && (
          <Button size="md" onClick={toDeal}>
            {texts.deal.toInspect}
          </Button>
        )}
      </Bar>
      <Modal opened={dialog === 'requote'} onClose={close} title={texts.deal.requoteTitle}>
        {dialog && <RequoteForm deal={deal} close={close} />}
      </Modal>
      <Modal opened={dialog === 'agree'} onClose={close} title={texts.deal.agreeTitle}>
        {dialog && (
          <AgreeForm
            deal={deal}
            close={() => {
              close();
              toDeal();
            }}
          />
        )}
      </Modal>
      <Modal opened={dialog === 'giveUp'} onClose={close} title={texts.deal.giveUpTitle}>
        {dialog && (
          <ReasonForm
            deal={deal}
            close={() => {
              close();
              toDeal();
            }}
            path="/api/deals/{id}/give-up"
            text={texts.deal.giveUpText}
            submit={texts.deal.giveUpSubmit}
            done={texts.deal.givenUp}
          />
        )}
      </Modal>
    </Frame>
  );
}

/** Both sides at one table: what differs is kept here until it is paid for. */
function Meeting({ deal }: { deal: Deal }) {
  const { currency } = useBusiness();
  const [changes, setChanges] = useState<Inspected[]>([]);
  const [paying, setPaying] = useState(false);
  const lines = deal.lines.map((line) => changed(line, changes, currency)).concat(besides(deal, changes, currency));
  const total = sum(
    lines.map((line) => lineWorth(line, currency)),
    currency,
  );
  return (
    <Frame deal={deal}>
      <Lines
        deal={deal}
        lines={lines}
        locked={false}
        pending={false}
        onInspect={(body, then) => {
          setChanges([...changes.filter((other) => other.line !== body.line), body]);
          then();
        }}
      />
      <Bar total={total} deal={deal}>
        <Button
          size="md"
          onClick={() => {
            setPaying(true);
          }}
        >
          {texts.deal.buyNow}
        </Button>
      </Bar>
      <Modal
        opened={paying}
        onClose={() => {
          setPaying(false);
        }}
        title={texts.deal.buyTitle}
      >
        {paying && (
          <BuyForm
            deal={deal}
            lines={changes}
            total={money(total)}
            close={() => {
              setPaying(false);
            }}
          />
        )}
      </Modal>
    </Frame>
  );
}

type Method = Body<'/api/deals/{id}/buy-on-the-spot', 'post'>['method'];

function BuyForm(props: { deal: Deal; lines: Inspected[]; total: string; close: () => void }) {
  const { deal, lines, total, close } = props;
  const { currency } = useBusiness();
  const navigate = useNavigate();
  const buy = useStep('/api/deals/{id}/buy-on-the-spot');
  const [payoutId] = useState(newId);
  const attested = deal.acceptedOn !== undefined;
  const form = useForm({
    initialValues: { attests: attested, method: 'CASH' as Method, reference: '', fee: '' },
    validate: {
      attests: (value) => (value ? null : texts.deal.attestsNeeded),
      fee: (value) => amountOrNothing(value, currency),
    },
  });
  return (
    <CommandForm
      form={form}
      problem={buy.problem}
      pending={buy.pending}
      submit={texts.deal.buySubmit}
      onCancel={close}
      onSubmit={({ attests, method, reference, fee }) => {
        const cost = parseMoney(fee, currency);
        const body = {
          attests,
          lines,
          payoutId,
          method,
          ...filled('reference', reference),
          ...(cost ? { fee: cost } : {}),
        };
        buy.run({ deal, body }, () => {
          tell(texts.deal.bought);
          void navigate({ to: '/deals/$dealId', params: { dealId: deal.id } });
        });
      }}
    >
      <Text size="sm">{texts.deal.buyLead(deal.customerName, total)}</Text>
      {!attested && <AcceptanceBox {...form.getInputProps('attests', { type: 'checkbox' })} />}
      <SimpleGrid cols={2} spacing="sm">
        <MethodSelect {...form.getInputProps('method')} />
        <TextInput label={texts.deal.reference} autoComplete="off" {...form.getInputProps('reference')} />
        <MoneyInput label={texts.deal.fee} {...form.getInputProps('fee')} />
      </SimpleGrid>
    </CommandForm>
  );
}

function Frame({ deal, children }: { deal: Deal; children: React.ReactNode }) {
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

function Lines({ deal, lines, locked, pending, onInspect }: LinesProps) {
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
  line: Line;
  locked: boolean;
  pending: boolean;
  onAsQuoted: () => void;
  onEdit: () => void;
}

function LineCard({ line, locked, pending, onAsQuoted, onEdit }: LineCardProps) {
  const count = countText(line);
  return (
    <Stack gap="xs">
      <div className="cardRow">
        <Text fw={600}>{line.item}</Text>
        {line.quoted && <Amount value={line.quoted.total} />}
      </div>
      <Text size="sm" c="dimmed">
        {`${texts.deal.quotedAs}: ${quotedText(line)}`}
      </Text>
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
      {!locked && (
        <Group grow>
          {line.quoted && (
            <Button
              size="lg"
              variant={line.inspected ? 'default' : 'filled'}
              disabled={pending}
              onClick={onAsQuoted}
              aria-label={`${texts.deal.asQuoted}: ${line.item}`}
            >
              {texts.deal.asQuoted}
            </Button>
          )}
          <Button size="lg" variant="default" onClick={onEdit} aria-label={`${texts.deal.different}: ${line.item}`}>
            {texts.deal.different}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** Always in sight: what it comes to, and the next step. */
function Bar({ total, deal, children }: { total: Deal['quoted']; deal: Deal; children: React.ReactNode }) {
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

/** A line as it was changed at the table; one that nobody touched is as quoted. */
function changed(line: Line, changes: Inspected[], currency: string): Line {
  const change = changes.find((other) => other.line === line.line);
  return change ? { ...line, ...inspected(change, currency) } : line;
}

/** What came besides, written down at the table. */
function besides(deal: Deal, changes: Inspected[], currency: string): Line[] {
  return changes
    .filter((change) => deal.lines.every((line) => line.line !== change.line))
    .map((change) => ({
      line: change.line,
      item: change.item ?? '',
      productId: change.productId ?? '',
      ...inspected(change, currency),
    }));
}

function inspected(change: Inspected, currency: string): Pick<Line, 'inspected' | 'found' | 'remark'> {
  const nothing = { minor: 0, currency };
  return {
    inspected: true,
    found: change.found.map((boxes, index) => ({
      ...boxes,
      number: index,
      total: worth([boxes], currency),
      sold: 0,
      onHand: 0,
      proceeds: nothing,
      profit: nothing,
    })),
    ...(change.remark ? { remark: change.remark } : {}),
  };
}
