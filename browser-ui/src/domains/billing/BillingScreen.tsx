import { Alert, Anchor, Badge, Button, Group, Modal, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newId } from '../../api/client';
import { Problem } from '../../api/problem';
import { AreYouSure } from '../../shared/form/AreYouSure';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { date, moment, money, month } from '../../shared/format';
import { Amount } from '../../shared/figures';
import { AnchorLink } from '../../shared/links';
import { CsvMenu } from '../../shared/list/CsvMenu';
import { tell, tellProblem } from '../../shared/notices';
import { Facts, Loaded, Screen, Section, SkeletonLines } from '../../shared/Screen';
import { useBusiness, useMay } from '../../shared/session';
import { texts } from '../../texts';
import { goToCheckout, goToInvoice, goToPortal, useBillingStep, useChangePlan } from './commands';
import {
  useBillingHistory,
  useChangePreview,
  useInvoices,
  useStripeView,
  useSubscription,
  type Current,
  type Invoice,
  type Plan,
  type Subscription,
} from './queries';

/** What do we pay, when next, and what did we pay? */
export function BillingScreen() {
  const subscription = useSubscription();
  const administers = useMay('administer');
  return (
    <Screen
      title={texts.billing.title}
      lead={administers ? texts.billing.lead : texts.billing.ownersOnly}
      above={
        <AnchorLink to="/settings" size="sm">
          {texts.members.back}
        </AnchorLink>
      }
    >
      <Loaded query={subscription}>
        {(state) => (
          <Stack gap="lg">
            <Plans state={state} administers={administers} />
            {administers && (
              <>
                <Invoices />
                <History />
              </>
            )}
          </Stack>
        )}
      </Loaded>
    </Screen>
  );
}

/** What a page of Stripe's leads to, with a key that lives as long as the button does. */
function useLeading(go: (key: string) => Promise<void>) {
  const [key] = useState(newId);
  return useMutation({
    mutationFn: () => go(key),
    onError: (error) => {
      tellProblem(Problem.of(error));
    },
  });
}

function Plans({ state, administers }: { state: Subscription; administers: boolean }) {
  const live = state.current?.live && state.current.status !== 'INCOMPLETE' ? state.current : undefined;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Section title={texts.billing.plan}>
        <State state={state} />
        {administers && live && <Steps current={live} />}
      </Section>
      {administers && <AtStripe state={state} live={live} />}
    </SimpleGrid>
  );
}

function State({ state }: { state: Subscription }) {
  const { timeZone } = useBusiness();
  const { current } = state;
  const at = (instant: string | undefined) => instant && moment(instant, timeZone);
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Badge variant="light" color={ACCESS_COLORS[state.access]} tt="none">
          {texts.billing.access[state.access]}
        </Badge>
        {current && (
          <Badge variant="light" color="gray" tt="none">
            {texts.billing.statuses[current.status]}
          </Badge>
        )}
      </Group>
      {state.onTrial && state.trialEndsAt && (
        <Text size="sm">{texts.billing.onTrial(moment(state.trialEndsAt, timeZone))}</Text>
      )}
      {state.disputed && (
        <Alert color="orange" variant="light">
          {texts.billing.disputed}
        </Alert>
      )}
      {current && (
        <Facts
          facts={[
            [texts.billing.planName, texts.billing.planNames[current.plan] ?? current.plan],
            [texts.billing.price, texts.billing.perInterval(money(current.price), current.interval)],
            [texts.billing.firstPayment, current.status === 'TRIALING' ? at(current.trialEndsAt) : undefined],
            [texts.billing.paidUntil, current.status === 'ACTIVE' ? at(current.periodEndsAt) : undefined],
            [texts.billing.endsOn, at(current.cancelsAt)],
            [texts.billing.endedOn, at(current.endedAt)],
            [
              texts.billing.nextPlan,
              current.nextPlan && (texts.billing.planNames[current.nextPlan] ?? current.nextPlan),
            ],
          ]}
        />
      )}
    </Stack>
  );
}

const ACCESS_COLORS = { FULL: 'teal', GRACE: 'orange', READ_ONLY: 'red', BILLING_ONLY: 'red' } as const;

/** To end it, and to take back what waits for the end of the period. */
function Steps({ current }: { current: Current }) {
  const [canceling, setCanceling] = useState(false);
  const cancel = useBillingStep('/api/billing/cancel');
  const resume = useBillingStep('/api/billing/resume');
  const drop = useBillingStep('/api/billing/change/drop');
  const problem = resume.problem ?? drop.problem;
  return (
    <Stack gap="xs" mt="md">
      {problem && <ProblemBanner problem={problem} />}
      <Group gap="xs">
        {current.nextPlan && (
          <Button
            variant="default"
            loading={drop.pending}
            onClick={() => {
              drop.run(undefined, () => {
                tell(texts.billing.changeDropped);
              });
            }}
          >
            {texts.billing.dropChange}
          </Button>
        )}
        {current.cancelsAt ? (
          <Button
            loading={resume.pending}
            onClick={() => {
              resume.run(undefined, () => {
                tell(texts.billing.resumed);
              });
            }}
          >
            {texts.billing.resume}
          </Button>
        ) : (
          <Button
            variant="default"
            onClick={() => {
              setCanceling(true);
            }}
          >
            {texts.billing.cancel}
          </Button>
        )}
      </Group>
      <Modal
        opened={canceling}
        onClose={() => {
          setCanceling(false);
        }}
        title={texts.billing.cancelTitle}
      >
        <AreYouSure
          problem={cancel.problem}
          pending={cancel.pending}
          explained={texts.billing.cancelText}
          submit={texts.billing.cancelSubmit}
          onBack={() => {
            setCanceling(false);
          }}
          onSubmit={() => {
            cancel.run(undefined, () => {
              tell(texts.billing.canceled);
              setCanceling(false);
            });
          }}
        />
      </Modal>
    </Stack>
  );
}

/** What isn't kept here: Stripe is asked for it. */
function AtStripe({ state, live }: { state: Subscription; live: Current | undefined }) {
  const view = useStripeView();
  const portal = useLeading(goToPortal);
  const { timeZone } = useBusiness();
  return (
    <Section title={texts.billing.atStripe}>
      <Loaded query={view} skeleton={<SkeletonLines lines={4} />}>
        {({ simulated, plans, paysWith, nextInvoice }) => (
          <Stack gap="sm">
            {simulated && (
              <Alert color="yellow" variant="light">
                {texts.billing.simulated}
              </Alert>
            )}
            <Facts
              facts={[
                [
                  texts.billing.card,
                  paysWith &&
                    texts.billing.cardEnding(
                      paysWith.brand,
                      paysWith.lastDigits ?? '',
                      paysWith.expiresOn ? month(paysWith.expiresOn) : undefined,
                    ),
                ],
                [
                  texts.billing.nextInvoice,
                  nextInvoice &&
                    texts.billing.amountOn(
                      money(nextInvoice.amount),
                      nextInvoice.at ? moment(nextInvoice.at, timeZone) : undefined,
                    ),
                ],
              ]}
            />
            {state.customer && (
              <Group>
                <Button
                  variant="default"
                  loading={portal.isPending}
                  onClick={() => {
                    portal.mutate();
                  }}
                >
                  {texts.billing.toPortal}
                </Button>
              </Group>
            )}
            {live ? <ChangePlan plans={plans} current={live} /> : <ChoosePlan plans={plans} />}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function PlanChoice({
  plans,
  value,
  onChange,
}: {
  plans: readonly Plan[];
  value: string;
  onChange: (plan: string) => void;
}) {
  return (
    <Radio.Group label={texts.billing.choose} value={value} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {plans.map((plan) => (
          <Radio
            key={plan.key}
            value={plan.key}
            label={`${plan.name}: ${texts.billing.perInterval(money(plan.price), plan.interval)}`}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function ChoosePlan({ plans }: { plans: readonly Plan[] }) {
  const [plan, setPlan] = useState('');
  const [key, setKey] = useState(newId);
  const checkout = useMutation({
    mutationFn: () => goToCheckout(plan, key),
    onError: (error) => {
      tellProblem(Problem.of(error));
    },
  });
  return (
    <Stack gap="sm">
      <PlanChoice
        plans={plans}
        value={plan}
        onChange={(chosen) => {
          setPlan(chosen);
          // Another plan is another wish.
          setKey(newId());
        }}
      />
      <Text size="sm" c="dimmed">
        {texts.billing.cardsAtStripe}
      </Text>
      <Group>
        <Button
          disabled={plan === ''}
          loading={checkout.isPending}
          onClick={() => {
            checkout.mutate();
          }}
        >
          {texts.billing.subscribe}
        </Button>
      </Group>
    </Stack>
  );
}

function ChangePlan({ plans, current }: { plans: readonly Plan[]; current: Current }) {
  const others = plans.filter(({ key }) => key !== current.plan);
  const [plan, setPlan] = useState('');
  const [asking, setAsking] = useState(false);
  const chosen = others.find(({ key }) => key === plan);
  const close = () => {
    setAsking(false);
    setPlan('');
  };
  return (
    <Stack gap="sm">
      <PlanChoice plans={others} value={plan} onChange={setPlan} />
      <Group>
        <Button
          variant="default"
          disabled={!chosen}
          onClick={() => {
            setAsking(true);
          }}
        >
          {texts.billing.change}
        </Button>
      </Group>
      <Modal opened={asking && chosen !== undefined} onClose={close} title={texts.billing.changeTitle}>
        {chosen && <ConfirmChange plan={chosen} done={close} />}
      </Modal>
    </Stack>
  );
}

/** What it costs is shown before it is done. */
function ConfirmChange({ plan, done }: { plan: Plan; done: () => void }) {
  const preview = useChangePreview(plan.key);
  const change = useChangePlan();
  const { timeZone } = useBusiness();
  return (
    <Loaded query={preview} skeleton={<SkeletonLines lines={3} />}>
      {({ dueNow, now, changesAt }) => (
        <AreYouSure
          problem={change.problem}
          pending={change.pending}
          explained={
            now
              ? texts.billing.changesNow(plan.name, money(dueNow))
              : texts.billing.changesLater(plan.name, moment(changesAt, timeZone))
          }
          submit={texts.billing.changeSubmit}
          onBack={done}
          onSubmit={() => {
            change.run(plan.key, () => {
              tell(texts.billing.changed);
              done();
            });
          }}
        />
      )}
    </Loaded>
  );
}

function Invoices() {
  const invoices = useInvoices();
  return (
    <Section
      title={texts.billing.invoices}
      aside={<CsvMenu href="/api/subscription/invoices.csv" name={texts.billing.invoices} />}
    >
      <Loaded query={invoices}>
        {(all) =>
          all.length === 0 ? (
            <Text size="sm" c="dimmed">
              {texts.billing.noInvoices}
            </Text>
          ) : (
            <Stack gap="xs">
              {all.map((invoice) => (
                <InvoiceRow key={invoice.id} invoice={invoice} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Section>
  );
}

function InvoiceRow({ invoice }: { invoice: Invoice }) {
  const opening = useLeading(() => goToInvoice(invoice.id));
  return (
    <Group justify="space-between" gap="xs" wrap="wrap">
      <Group gap="sm">
        <Text size="sm">{date(invoice.createdAt.slice(0, 10))}</Text>
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => {
            opening.mutate();
          }}
        >
          {invoice.number ?? texts.billing.invoice}
        </Anchor>
        <Badge
          variant="light"
          tt="none"
          color={invoice.status === 'PAID' ? 'teal' : invoice.status === 'OPEN' ? 'orange' : 'gray'}
        >
          {texts.billing.invoiceStatuses[invoice.status]}
        </Badge>
      </Group>
      <Stack gap={0} align="flex-end">
        <Amount value={invoice.total} />
        {(invoice.discount ?? invoice.tax) && (
          <Text size="xs" c="dimmed">
            {texts.billing.invoiceParts(invoice.discount && money(invoice.discount), invoice.tax && money(invoice.tax))}
          </Text>
        )}
      </Stack>
    </Group>
  );
}

function History() {
  const history = useBillingHistory();
  const { timeZone } = useBusiness();
  return (
    <Section title={texts.billing.history}>
      <Loaded query={history}>
        {(entries) => (
          <Stack gap={6}>
            {entries
              .filter(({ event }) => event !== 'billing.InvoiceSeen')
              .map((entry) => (
                <Group key={entry.position} gap="sm" wrap="nowrap" align="baseline">
                  <Text size="xs" c="dimmed" miw={130}>
                    {moment(entry.at, timeZone)}
                  </Text>
                  <Text size="sm">{texts.billing.told(entry, timeZone)}</Text>
                </Group>
              ))}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}
