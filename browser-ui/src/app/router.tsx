import { Navigate, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { TIER_DROPS_WITHIN, type TierDropsWithin } from '../domains/catalog/tierDrops';
import type { ExpenseCategory } from '../api/types';
import { day, defined, flag, listSearch, oneOf, text } from '../shared/list/search';
import { texts } from '../texts';
import { CrashedScreen, NotFoundScreen, WaitingScreen } from './fallbacks';
import { screen } from './screen';

type Raw = Record<string, unknown>;

const root = createRootRoute({ notFoundComponent: NotFoundScreen });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: screen(() => import('../domains/accounts/SignInScreen'), 'SignInScreen'),
  // Only addresses of our own: a link must not lead a person elsewhere after signing in.
  validateSearch: (raw: Raw): { next?: string } => {
    const next = text(raw.next);
    return next && /^\/(?![/\\])/.test(next) ? { next } : {};
  },
});
const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  component: screen(() => import('../domains/accounts/SignUpScreen'), 'SignUpScreen'),
});
const google = createRoute({
  getParentRoute: () => root,
  path: '/google',
  component: screen(() => import('../domains/accounts/GoogleScreen'), 'GoogleScreen'),
});
const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: screen(() => import('../domains/accounts/ForgotPasswordScreen'), 'ForgotPasswordScreen'),
});
// Where links of mails lead; their tokens stand behind the #.
const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  component: screen(() => import('../domains/accounts/ResetPasswordScreen'), 'ResetPasswordScreen'),
});
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: screen(() => import('../domains/accounts/SetUpScreen'), 'SetUpScreen'),
});
const changeEmail = createRoute({
  getParentRoute: () => root,
  path: '/change-email',
  component: screen(() => import('../domains/accounts/ChangeEmailScreen'), 'ChangeEmailScreen'),
});
const mailbox = createRoute({
  getParentRoute: () => root,
  path: '/mailbox',
  component: screen(() => import('../domains/accounts/MailboxScreen'), 'MailboxScreen'),
});
const policy = createRoute({
  getParentRoute: () => root,
  path: '/policy',
  component: screen(() => import('../domains/accounts/PolicyScreen'), 'PolicyScreen'),
});

const myData = createRoute({
  getParentRoute: () => root,
  path: '/my-data',
  component: screen(() => import('../domains/privacy/MyDataScreen'), 'MyDataScreen'),
});
const erasedBusiness = createRoute({
  getParentRoute: () => root,
  path: '/erased',
  component: screen(() => import('../domains/privacy/ErasedBusinessScreen'), 'ErasedBusinessScreen'),
});
const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: '/unsubscribe',
  component: screen(() => import('../domains/accounts/UnsubscribeScreen'), 'UnsubscribeScreen'),
});
const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: screen(() => import('../domains/accounts/JoinScreen'), 'JoinScreen'),
});
const offer = createRoute({
  getParentRoute: () => root,
  path: '/offer',
  component: screen(() => import('../domains/deals/OfferScreen'), 'OfferScreen'),
});

/** Everything behind the sign-in, inside the shell. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: screen(() => import('./SignedIn'), 'SignedIn'),
});

const today = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  component: screen(() => import('./TodayRoute'), 'TodayRoute'),
});
const quote = createRoute({
  getParentRoute: () => signedIn,
  path: '/quote',
  component: screen(() => import('./QuoteRoute'), 'QuoteRoute'),
  validateSearch: (raw: Raw): { person?: string } => defined({ person: text(raw.person) }),
});
const inbox = createRoute({
  getParentRoute: () => signedIn,
  path: '/inbox',
  component: screen(() => import('../domains/messaging/InboxScreen'), 'InboxScreen'),
  validateSearch: (
    raw: Raw,
  ): { show?: 'unseen' | 'review'; whose?: 'mine' | 'nobody'; open?: string; number?: string } =>
    defined({
      show: oneOf(raw.show, ['unseen', 'review'] as const),
      whose: oneOf(raw.whose, ['mine', 'nobody'] as const),
      open: text(raw.open),
      // Empty for a number that is yet to be typed.
      number: typeof raw.number === 'string' ? raw.number : undefined,
    }),
});
const campaigns = createRoute({
  getParentRoute: () => signedIn,
  path: '/inbox/campaigns',
  component: screen(() => import('../domains/messaging/CampaignsScreen'), 'CampaignsScreen'),
  validateSearch: (raw: Raw) => defined({ page: listSearch(raw).page }),
});
const campaign = createRoute({
  getParentRoute: () => signedIn,
  path: '/inbox/campaigns/$campaignId',
  component: screen(() => import('../domains/messaging/CampaignScreen'), 'CampaignScreen'),
  validateSearch: (raw: Raw) =>
    defined({
      page: listSearch(raw).page,
      result: oneOf(
        raw.result,
        Object.keys(texts.campaigns.resultWords) as (keyof typeof texts.campaigns.resultWords)[],
      ),
    }),
});
const deals = createRoute({
  getParentRoute: () => signedIn,
  path: '/deals',
  component: screen(() => import('../domains/deals/DealsScreen'), 'DealsScreen'),
  validateSearch: (raw: Raw) => ({
    ...listSearch(raw),
    ...defined({
      view: oneOf(raw.view, ['board', 'table'] as const),
      state: oneOf(raw.state, Object.keys(texts.deals.states) as (keyof typeof texts.deals.states)[]),
      customerId: text(raw.customerId),
      from: day(raw.from),
      to: day(raw.to),
    }),
  }),
});
const deal = createRoute({
  getParentRoute: () => signedIn,
  path: '/deals/$dealId',
  component: screen(() => import('./DealRoute'), 'DealRoute'),
});
const inspection = createRoute({
  getParentRoute: () => signedIn,
  path: '/deals/$dealId/inspect',
  component: screen(() => import('../domains/deals/InspectScreen'), 'InspectScreen'),
  validateSearch: (raw: Raw): { meet?: boolean } => defined({ meet: flag(raw.meet) }),
});
const revision = createRoute({
  getParentRoute: () => signedIn,
  path: '/deals/$dealId/revise',
  component: screen(() => import('./ReviseRoute'), 'ReviseRoute'),
});
const stock = createRoute({
  getParentRoute: () => signedIn,
  path: '/stock',
  component: screen(() => import('../domains/inventory/StockScreen'), 'StockScreen'),
  validateSearch: (raw: Raw) => ({
    ...listSearch(raw),
    ...defined({
      view: oneOf(raw.view, ['lots'] as const),
      sold: flag(raw.sold),
      state: oneOf(raw.state, ['SELLABLE', 'ON_HOLD', 'EXPIRED'] as const),
      within: oneOf(raw.within, [30, 60, 90, 180] as const),
      item: text(raw.item),
      location: text(raw.location),
    }),
  }),
});
const stockValue = createRoute({
  getParentRoute: () => signedIn,
  path: '/stock/value',
  component: screen(() => import('../domains/inventory/InventoryValueScreen'), 'InventoryValueScreen'),
  validateSearch: (raw: Raw): { on?: string; from?: string; to?: string } =>
    defined({ on: day(raw.on), from: day(raw.from), to: day(raw.to) }),
});
const lot = createRoute({
  getParentRoute: () => signedIn,
  path: '/stock/$lotId',
  component: screen(() => import('../domains/inventory/LotScreen'), 'LotScreen'),
});
const custody = createRoute({
  getParentRoute: () => signedIn,
  path: '/stock/$lotId/custody',
  component: screen(() => import('../domains/inventory/CustodyScreen'), 'CustodyScreen'),
});
const traced = createRoute({
  getParentRoute: () => signedIn,
  path: '/stock/recall',
  component: screen(() => import('../domains/inventory/RecallScreen'), 'RecallScreen'),
  validateSearch: (raw: Raw) => ({ ...listSearch(raw), ...defined({ lotNumber: text(raw.lotNumber) }) }),
});
const sales = createRoute({
  getParentRoute: () => signedIn,
  path: '/sales',
  component: screen(() => import('../domains/sales/SalesScreen'), 'SalesScreen'),
  validateSearch: (raw: Raw) => ({
    ...listSearch(raw),
    ...defined({
      view: oneOf(raw.view, ['board', 'owed'] as const),
      buyer: text(raw.buyer),
      state: oneOf(raw.state, Object.keys(texts.sales.states) as (keyof typeof texts.sales.states)[]),
      from: day(raw.from),
      to: day(raw.to),
    }),
  }),
});
const newSale = createRoute({
  getParentRoute: () => signedIn,
  path: '/sales/new',
  component: screen(() => import('../domains/sales/NewSaleScreen'), 'NewSaleScreen'),
  // A buyer's name; ids of lots that were chosen from the shelf, with commas between them.
  validateSearch: (raw: Raw): { buyer?: string; lots?: string } =>
    defined({ buyer: text(raw.buyer), lots: text(raw.lots) }),
});
const sale = createRoute({
  getParentRoute: () => signedIn,
  path: '/sales/$saleId',
  component: screen(() => import('../domains/sales/SaleScreen'), 'SaleScreen'),
});
const editSale = createRoute({
  getParentRoute: () => signedIn,
  path: '/sales/$saleId/edit',
  component: screen(() => import('../domains/sales/EditSaleScreen'), 'EditSaleScreen'),
});
const people = createRoute({
  getParentRoute: () => signedIn,
  path: '/people',
  component: screen(() => import('./PeopleRoute'), 'PeopleRoute'),
  validateSearch: (raw: Raw) => ({
    ...listSearch(raw),
    ...defined({
      leadSource: text(raw.leadSource),
      tag: text(raw.tag),
      doNotBuy: flag(raw.doNotBuy),
      archived: flag(raw.archived),
      add: flag(raw.add),
      phone: text(raw.phone),
    }),
  }),
});
const person = createRoute({
  getParentRoute: () => signedIn,
  path: '/people/$customerId',
  component: screen(() => import('./PersonRoute'), 'PersonRoute'),
});
const money = createRoute({
  getParentRoute: () => signedIn,
  path: '/money',
  component: screen(() => import('../domains/money/ExpensesScreen'), 'ExpensesScreen'),
  validateSearch: (raw: Raw) => ({
    ...listSearch(raw),
    ...defined({
      category: oneOf(raw.category, Object.keys(texts.expenses.categories) as ExpenseCategory[]),
      from: day(raw.from),
      to: day(raw.to),
      voided: flag(raw.voided),
      add: flag(raw.add),
    }),
  }),
});
const mileage = createRoute({
  getParentRoute: () => signedIn,
  path: '/money/mileage',
  component: screen(() => import('../domains/money/MileageScreen'), 'MileageScreen'),
  validateSearch: (raw: Raw) => ({
    ...listSearch(raw),
    ...defined({ from: day(raw.from), to: day(raw.to), voided: flag(raw.voided) }),
  }),
});
const payouts = createRoute({
  getParentRoute: () => signedIn,
  path: '/money/payouts',
  component: screen(() => import('../domains/money/PayoutsScreen'), 'PayoutsScreen'),
  validateSearch: (raw: Raw) => ({
    ...listSearch(raw),
    ...defined({
      stage: oneOf(raw.stage, Object.keys(texts.payouts.stages) as (keyof typeof texts.payouts.stages)[]),
      from: day(raw.from),
      to: day(raw.to),
    }),
  }),
});
const receivables = createRoute({
  getParentRoute: () => signedIn,
  path: '/money/receivables',
  component: screen(() => import('../domains/money/ReceivablesScreen'), 'ReceivablesScreen'),
  validateSearch: (raw: Raw): { to?: string } => defined({ to: day(raw.to) }),
});
const cash = createRoute({
  getParentRoute: () => signedIn,
  path: '/money/cash',
  component: screen(() => import('../domains/money/CashScreen'), 'CashScreen'),
  validateSearch: (raw: Raw): { from?: string; to?: string } => defined({ from: day(raw.from), to: day(raw.to) }),
});
const prices = createRoute({
  getParentRoute: () => signedIn,
  path: '/prices',
  component: screen(() => import('../domains/catalog/OwnPricesScreen'), 'OwnPricesScreen'),
  // Ids of items that were chosen in their list, with commas between them.
  validateSearch: (raw: Raw): { items?: string } => defined({ items: text(raw.items) }),
});
const buyers = createRoute({
  getParentRoute: () => signedIn,
  path: '/prices/buyers',
  component: screen(() => import('../domains/catalog/BuyersScreen'), 'BuyersScreen'),
  validateSearch: (raw: Raw) => ({ ...listSearch(raw), ...defined({ retired: flag(raw.retired) }) }),
});
const buyer = createRoute({
  getParentRoute: () => signedIn,
  path: '/prices/buyers/$buyerId',
  component: screen(() => import('../domains/catalog/BuyerScreen'), 'BuyerScreen'),
});
const tierDrops = createRoute({
  getParentRoute: () => signedIn,
  path: '/prices/tier-drops',
  component: screen(() => import('../domains/catalog/TierDropsScreen'), 'TierDropsScreen'),
  validateSearch: (raw: Raw): { within?: TierDropsWithin } => defined({ within: oneOf(raw.within, TIER_DROPS_WITHIN) }),
});
const whatIf = createRoute({
  getParentRoute: () => signedIn,
  path: '/prices/what-if',
  component: screen(() => import('../domains/catalog/WhatIfScreen'), 'WhatIfScreen'),
  validateSearch: (raw: Raw) => defined({ from: day(raw.from), to: day(raw.to) }),
});
const products = createRoute({
  getParentRoute: () => signedIn,
  path: '/prices/products',
  component: screen(() => import('../domains/catalog/ProductsScreen'), 'ProductsScreen'),
  validateSearch: (raw: Raw) => ({
    ...listSearch(raw),
    ...defined({
      category: text(raw.category),
      channel: oneOf(raw.channel, Object.keys(texts.catalog.channels) as (keyof typeof texts.catalog.channels)[]),
      retired: flag(raw.retired),
    }),
  }),
});
const product = createRoute({
  getParentRoute: () => signedIn,
  path: '/prices/products/$productId',
  component: screen(() => import('../domains/catalog/ProductScreen'), 'ProductScreen'),
});
const reports = createRoute({
  getParentRoute: () => signedIn,
  path: '/reports',
  component: screen(() => import('../domains/reports/ReportsScreen'), 'ReportsScreen'),
  validateSearch: (raw: Raw) =>
    defined({
      report: text(raw.report),
      from: day(raw.from),
      to: day(raw.to),
      basis: oneOf(raw.basis, ['CASH'] as const),
    }),
});
const filedReports = createRoute({
  getParentRoute: () => signedIn,
  path: '/reports/filed',
  component: screen(() => import('../domains/reports/FiledReportsScreen'), 'FiledReportsScreen'),
});
const imports = createRoute({
  getParentRoute: () => signedIn,
  path: '/imports',
  component: screen(() => import('../domains/imports/ImportsScreen'), 'ImportsScreen'),
});
const anImport = createRoute({
  getParentRoute: () => signedIn,
  path: '/imports/$importId',
  component: screen(() => import('../domains/imports/ImportScreen'), 'ImportScreen'),
  validateSearch: (raw: Raw) => listSearch(raw),
});
const settings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  component: screen(() => import('./SettingsRoute'), 'SettingsRoute'),
});
const duplicates = createRoute({
  getParentRoute: () => signedIn,
  path: '/people/duplicates',
  component: screen(() => import('../domains/customers/DuplicatesScreen'), 'DuplicatesScreen'),
});
const cards = createRoute({
  getParentRoute: () => signedIn,
  path: '/people/cards',
  component: screen(() => import('../domains/customers/CardsScreen'), 'CardsScreen'),
});
const members = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/members',
  component: screen(() => import('../domains/accounts/MembersScreen'), 'MembersScreen'),
});
const privacy = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/privacy',
  component: screen(() => import('../domains/privacy/PrivacyScreen'), 'PrivacyScreen'),
});
const promises = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/privacy/promises',
  component: screen(() => import('../domains/privacy/PromisesScreen'), 'PromisesScreen'),
});
const privacyRequest = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/privacy/$requestId',
  component: screen(() => import('../domains/privacy/RequestScreen'), 'RequestScreen'),
});
const journal = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/audit',
  component: screen(() => import('../domains/audit/JournalScreen'), 'JournalScreen'),
  validateSearch: (raw: Raw) => ({
    ...listSearch(raw),
    ...defined({
      actor: text(raw.actor),
      way: oneOf(raw.way, Object.keys(texts.audit.ways) as (keyof typeof texts.audit.ways)[]),
      domain: oneOf(raw.domain, Object.keys(texts.audit.domains)),
      record: text(raw.record),
      person: text(raw.person),
      from: day(raw.from),
      to: day(raw.to),
      undoing: flag(raw.undoing),
    }),
  }),
});
const looks = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/audit/looks',
  component: screen(() => import('../domains/audit/LooksScreen'), 'LooksScreen'),
  validateSearch: (raw: Raw) => ({
    ...listSearch(raw),
    ...defined({
      actor: text(raw.actor),
      record: text(raw.record),
      person: text(raw.person),
      from: day(raw.from),
      to: day(raw.to),
    }),
  }),
});
const seal = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/audit/seal',
  component: screen(() => import('../domains/audit/SealScreen'), 'SealScreen'),
});
const check = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/audit/check',
  component: screen(() => import('../domains/audit/CheckScreen'), 'CheckScreen'),
});
// Where the check was before.
const replay = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/replay',
  component: () => <Navigate to="/settings/audit/check" replace />,
});
const support = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/support',
  component: screen(() => import('../domains/accounts/SupportScreen'), 'SupportScreen'),
});
const operator = createRoute({
  getParentRoute: () => signedIn,
  path: '/operator',
  component: screen(() => import('../domains/operations/OverviewScreen'), 'OverviewScreen'),
});
const businesses = createRoute({
  getParentRoute: () => signedIn,
  path: '/operator/businesses',
  component: screen(() => import('../domains/operations/BusinessesScreen'), 'BusinessesScreen'),
});
const operatorMails = createRoute({
  getParentRoute: () => signedIn,
  path: '/operator/mails',
  component: screen(() => import('../domains/operations/MailsScreen'), 'MailsScreen'),
});
const webhooks = createRoute({
  getParentRoute: () => signedIn,
  path: '/operator/webhooks',
  component: screen(() => import('../domains/operations/WebhooksScreen'), 'WebhooksScreen'),
});
const subscriptions = createRoute({
  getParentRoute: () => signedIn,
  path: '/operator/subscriptions',
  component: screen(() => import('../domains/operations/SubscriptionsScreen'), 'SubscriptionsScreen'),
});
const billing = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/billing',
  component: screen(() => import('../domains/billing/BillingScreen'), 'BillingScreen'),
});
const stuck = createRoute({
  getParentRoute: () => signedIn,
  path: '/operator/stuck',
  component: screen(() => import('../domains/operations/StuckScreen'), 'StuckScreen'),
});
const processors = createRoute({
  getParentRoute: () => signedIn,
  path: '/operator/processors',
  component: screen(() => import('../domains/operations/ProcessorsScreen'), 'ProcessorsScreen'),
});
const operatorPrivacy = createRoute({
  getParentRoute: () => signedIn,
  path: '/operator/privacy',
  component: screen(() => import('../domains/operations/OperatorPrivacyScreen'), 'OperatorPrivacyScreen'),
});
const operatorLog = createRoute({
  getParentRoute: () => signedIn,
  path: '/operator/log',
  component: screen(() => import('../domains/operations/LogScreen'), 'LogScreen'),
});
const operatorAccount = createRoute({
  getParentRoute: () => signedIn,
  path: '/operator/account',
  component: screen(() => import('./OperatorAccountRoute'), 'OperatorAccountRoute'),
});
const apiKeys = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/api-keys',
  component: screen(() => import('../domains/accounts/ApiKeysScreen'), 'ApiKeysScreen'),
});
const exportAll = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/export',
  component: screen(() => import('../domains/accounts/ExportScreen'), 'ExportScreen'),
});
const deliveries = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/deliveries',
  component: screen(() => import('../domains/accounts/DeliveriesScreen'), 'DeliveriesScreen'),
  validateSearch: (raw: Raw): { list?: string; name?: string } =>
    defined({ list: text(raw.list), name: text(raw.name) }),
});
const secondStep = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/second-step',
  component: screen(() => import('../domains/accounts/SecondStepScreen'), 'SecondStepScreen'),
});
export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    signUp,
    google,
    forgotPassword,
    resetPassword,
    setUp,
    changeEmail,
    mailbox,
    policy,
    offer,
    myData,
    erasedBusiness,
    unsubscribe,
    join,
    signedIn.addChildren([
      today,
      quote,
      inbox,
      campaigns,
      campaign,
      deals,
      deal,
      inspection,
      revision,
      stock,
      stockValue,
      lot,
      custody,
      traced,
      sales,
      newSale,
      sale,
      editSale,
      people,
      duplicates,
      cards,
      person,
      money,
      mileage,
      payouts,
      receivables,
      cash,
      prices,
      buyers,
      buyer,
      products,
      product,
      whatIf,
      filedReports,
      tierDrops,
      reports,
      imports,
      anImport,
      settings,
      members,
      privacy,
      journal,
      looks,
      seal,
      check,
      replay,
      promises,
      privacyRequest,
      support,
      operatorPrivacy,
      operator,
      businesses,
      subscriptions,
      billing,
      stuck,
      operatorMails,
      webhooks,
      processors,
      operatorLog,
      operatorAccount,
      apiKeys,
      exportAll,
      deliveries,
      secondStep,
    ]),
  ]),
  defaultPreload: 'intent',
  // Within the shell, so that a screen that breaks or doesn't come leaves the way to the others.
  defaultErrorComponent: CrashedScreen,
  defaultPendingComponent: WaitingScreen,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
